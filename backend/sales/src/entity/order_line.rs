//! `order_line`: a variant ordered, with everything frozen that a trade needs to know of it.

use kernel::{ListingId, OrderId, OrderLineId, RegisteredItemId, TaxClass, TradeId, VariantId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrderLineId,
    pub order_id: OrderId,
    pub trade_id: TradeId,
    pub listing_id: ListingId,
    pub listing_variant_id: Uuid,
    pub variant_id: VariantId,
    pub registered_item_id: RegisteredItemId,
    pub registered_version: i64,
    pub sku: String,
    pub name: String,
    pub name_en: Option<String>,
    pub variant_name: String,
    pub variant_name_en: Option<String>,
    pub unit: String,
    pub tax_class: TaxClass,
    pub category: Option<String>,
    pub picture_key: Option<String>,
    pub quantity: i32,
    pub unit_price_minor: i64,
    pub unit_supply_minor: i64,
    pub goods_minor: i64,
    pub cancelled: bool,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}
