//! `order_part`: one supplier's part of an order; its id is the id of the trade, the matching key.

use chrono::{DateTime, Utc};
use kernel::{CompanyId, OrderId, TradeId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

/// The word by which a trade says that it was cancelled.
pub(crate) const CANCELLED: &str = "cancelled";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "order_part")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub trade_id: TradeId,
    pub order_id: OrderId,
    pub supplier_id: CompanyId,
    pub supplier_name: String,
    /// The kind of contract, in the trade's word.
    pub contract: String,
    pub goods_minor: i64,
    pub delivery_minor: i64,
    /// The trade's state as last heard, in its word; nothing until the order is paid.
    pub state: Option<String>,
    pub refunded_minor: i64,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}
