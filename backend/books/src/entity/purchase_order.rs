//! `purchase_order`: the company's copy of an order it gave to a supplier or received from a seller.

use crate::rules::Contract;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CompanyId, Currency, OrderLineId, PurchaseOrderId, TaxClass, TradeId};
use platform::{In, Tenant};
use sea_orm::{FromJsonQueryResult, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// On which side of the order the company stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = PurchaseOrderDirection)]
pub enum Direction {
    /// It ordered.
    Given,
    /// It delivers.
    Received,
}

/// A line of the order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = StoredPurchaseOrderLine)]
pub struct PoLine {
    pub id: OrderLineId,
    pub sku: String,
    pub name: String,
    pub variant_name: String,
    pub unit: String,
    pub tax_class: TaxClass,
    pub quantity: i32,
    /// Once the delivery is confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub delivered: Option<i32>,
    pub unit_supply_minor: i64,
    pub supply_minor: i64,
}

/// The lines of an order, kept as one value.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct PoLines(pub Vec<PoLine>);

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "purchase_order")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PurchaseOrderId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub direction: Direction,
    pub trade_id: TradeId,
    pub number: String,
    pub counterparty_id: CompanyId,
    pub counterparty_name: String,
    pub contract: Contract,
    /// The trade's state as last heard, in its word.
    pub state: String,
    pub currency: Currency,
    #[sea_orm(column_type = "JsonBinary")]
    pub lines: PoLines,
    pub supply_minor: i64,
    pub delivery_minor: i64,
    pub ordered_on: NaiveDate,
    pub issued_at: DateTime<Utc>,
    pub delivered_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}
