//! `settlement_entry`: what the company was told of its money. Rows are only ever added.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Currency, EntryId, EventId, PayoutId, SettlementId, TradeId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What happened to the money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = SettlementEntryKind)]
pub enum Kind {
    /// The operator owes it to the company.
    Settled,
    /// It is on its way to the bank.
    PayoutSent,
    /// It has arrived.
    PayoutPaid,
    /// The bank sent it back.
    PayoutReturned,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "settlement_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    pub trade_id: Option<TradeId>,
    pub settlement_id: SettlementId,
    pub payout_id: Option<PayoutId>,
    pub kind: Kind,
    /// In which capacity, for a settled trade: `seller` or `supplier`.
    pub role: Option<String>,
    pub currency: Currency,
    pub gross_minor: i64,
    pub fee_minor: i64,
    pub net_minor: i64,
    pub posted_on: NaiveDate,
    pub posted_at: DateTime<Utc>,
    /// The event that it was posted for.
    pub event_id: EventId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}
