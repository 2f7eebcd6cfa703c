//! The lines of delivery confirmations.

use kernel::{DeliveryConfirmationId, OrderLineId};
use platform::{In, Platform};
use sea_orm::{QueryOrder, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery_confirmation_id: DeliveryConfirmationId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub trade_line_id: OrderLineId,
    pub quantity: i32,
    pub lot: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The lines of some confirmations.
pub fn of(confirmations: &[DeliveryConfirmationId]) -> Select<Entity> {
    Entity::find().filter(Column::DeliveryConfirmationId.is_in(confirmations.iter().copied())).order_by_asc(Column::TradeLineId)
}
