//! `tax_entry`: VAT that the company owes (output) or may deduct (input). Rows are only ever added.

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{Currency, EntryId, EventId, TaxClass, TradeId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who owes the VAT to the tax office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = TaxDirection)]
pub enum Direction {
    /// The company charged it (매출세액).
    Output,
    /// The company was charged it (매입세액).
    Input,
}

/// What was charged for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = TaxSubject)]
pub enum Subject {
    /// Goods to the buyer.
    Sale,
    /// Goods to the seller.
    Supply,
    /// Selling in the supplier's name.
    Commission,
    /// Bringing the goods.
    Delivery,
    /// The platform's fee.
    Fee,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "tax_entry")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: EntryId,
    pub trade_id: TradeId,
    pub direction: Direction,
    pub subject: Subject,
    pub tax_class: TaxClass,
    /// Name of the rule by which the VAT was found.
    pub rule: String,
    pub currency: Currency,
    pub gross_minor: i64,
    pub supply_value_minor: i64,
    pub vat_minor: i64,
    pub counterparty: String,
    pub counterparty_number: Option<String>,
    pub written_on: NaiveDate,
    pub posted_at: DateTime<Utc>,
    /// The event that it was posted for.
    pub event_id: EventId,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}
