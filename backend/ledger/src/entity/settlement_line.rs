//! The trades of a settlement, a line per role.

use chrono::{DateTime, Utc};
use kernel::{CompanyId, SettlementId, TradeId};
use platform::{In, Platform};
use sea_orm::{DeriveActiveEnum, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The part that a company has in a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = SettlementRole)]
pub enum Role {
    /// Its shop took the order.
    Seller,
    /// Its item was delivered.
    Supplier,
}

/// One trade in one role.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement_line")]
pub struct Model {
    /// The trade.
    #[sea_orm(primary_key, auto_increment = false)]
    pub trade_id: TradeId,
    /// The company's part in it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub role: Role,
    /// The company.
    pub company_id: CompanyId,
    /// The settlement.
    pub settlement_id: SettlementId,
    /// The trade's number.
    pub trade_number: String,
    /// The order's number.
    pub order_number: String,
    /// Goods sold (seller), or supply price and delivery (supplier).
    pub gross_minor: i64,
    /// Platform fee with VAT (seller).
    pub fee_minor: i64,
    /// What the company gets.
    pub net_minor: i64,
    /// When the purchase was confirmed.
    pub confirmed_at: DateTime<Utc>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
