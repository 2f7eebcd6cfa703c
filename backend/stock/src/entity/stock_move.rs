//! `stock_move`: what changed the quantity on hand. Rows are only ever added.

use chrono::{DateTime, Utc};
use kernel::{AccountId, StockMoveId, TradeId, VariantId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Why the quantity changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = StockMoveKind)]
pub enum MoveKind {
    /// Goods came in.
    Receipt,
    /// A count found another quantity.
    Adjustment,
    /// Goods left for a buyer.
    Shipment,
    /// Goods came back from a buyer.
    Return,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stock_move")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: StockMoveId,
    pub variant_id: VariantId,
    pub kind: MoveKind,
    /// Negative where goods left.
    pub quantity: i32,
    /// The quantity on hand afterwards.
    pub on_hand: i32,
    pub trade_id: Option<TradeId>,
    pub reason: Option<String>,
    pub account_id: Option<AccountId>,
    pub at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}
