//! `revenue_entry`: what a trade earned and cost the company. Rows are only ever added.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Currency, EntryId, EventId, OrderId, TaxClass, TradeId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What the amount is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = RevenueKind)]
pub enum Kind {
    /// Sold to the buyer.
    Sale,
    /// Supplied to the seller.
    Supply,
    /// Earned for selling in the supplier's name; negative for the supplier who pays it.
    Commission,
    /// The delivery fee.
    Delivery,
    /// Paid to the supplier for what was sold.
    CostOfGoods,
    /// Paid to the platform.
    PlatformFee,
}

/// Whether the company stands for the whole amount.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = RevenueBasis)]
pub enum Basis {
    /// It is the principal.
    Gross,
    /// It sells in the supplier's name and counts its commission alone.
    Net,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "revenue_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    pub trade_id: TradeId,
    pub order_id: Option<OrderId>,
    pub kind: Kind,
    pub basis: Basis,
    pub tax_class: TaxClass,
    pub currency: Currency,
    pub gross_minor: i64,
    pub supply_value_minor: i64,
    pub vat_minor: i64,
    pub counterparty: String,
    pub note: Option<String>,
    pub posted_on: NaiveDate,
    pub posted_at: DateTime<Utc>,
    /// The event that it was posted for.
    pub event_id: EventId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}
