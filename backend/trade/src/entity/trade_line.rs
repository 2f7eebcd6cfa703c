//! Lines of trades, with everything that was frozen when the order was paid.

use crate::rules::amounts::LineAmounts;
use kernel::{ListingId, OrderLineId, RegisteredItemId, TaxClass, TradeId, VariantId};
use platform::{In, Platform};
use rust_decimal::Decimal;
use sea_orm::{QueryOrder, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "trade_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrderLineId,
    pub trade_id: TradeId,
    pub registered_item_id: RegisteredItemId,
    pub registered_version: i64,
    pub variant_id: VariantId,
    pub listing_id: ListingId,
    pub sku: String,
    pub name: String,
    pub variant_name: String,
    pub unit: String,
    pub tax_class: TaxClass,
    pub category: Option<String>,
    pub quantity: i32,
    pub unit_price_minor: i64,
    pub unit_supply_minor: i64,
    pub goods_minor: i64,
    pub supply_minor: i64,
    pub fee_rate: Decimal,
    pub fee_minor: i64,
    pub cancelled: bool,
    pub delivered: Option<i32>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// The parts that were frozen for the ordered quantity.
    #[must_use]
    pub const fn frozen(&self) -> LineAmounts {
        LineAmounts { goods_minor: self.goods_minor, supply_minor: self.supply_minor, fee_minor: self.fee_minor }
    }

    /// The quantity that stands: none once cancelled, what was delivered once that is known.
    #[must_use]
    pub fn standing_quantity(&self) -> i32 {
        if self.cancelled { 0 } else { self.delivered.unwrap_or(self.quantity) }
    }
}

/// The lines of some trades.
pub fn of_trades(trades: &[TradeId]) -> Select<Entity> {
    Entity::find().filter(Column::TradeId.is_in(trades.iter().copied())).order_by_asc(Column::Id)
}
