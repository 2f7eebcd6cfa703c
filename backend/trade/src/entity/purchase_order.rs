//! Purchase orders: one per trade.

use chrono::{DateTime, Utc};
use kernel::{AccountId, PurchaseOrderId, TradeId};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "purchase_order")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PurchaseOrderId,
    pub trade_id: TradeId,
    pub number: String,
    pub issued_at: DateTime<Utc>,
    pub issued_by: Option<AccountId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The purchase orders of some trades.
pub fn of_trades(trades: &[TradeId]) -> Select<Entity> {
    Entity::find().filter(Column::TradeId.is_in(trades.iter().copied()))
}

/// The purchase order of a number.
pub fn by_number(number: &str) -> Select<Entity> {
    Entity::find().filter(Column::Number.eq(number))
}
