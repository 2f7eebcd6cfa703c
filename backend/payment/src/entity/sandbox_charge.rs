//! The charges of the sandbox provider: its own records, which payments never read.

use chrono::{DateTime, Utc};
use kernel::Currency;
use platform::{In, Platform};
use sea_orm::{DeriveActiveEnum, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a charge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = SandboxChargeState)]
pub enum State {
    /// Waits for a card.
    Open,
    /// Waits for the payer's extra step.
    Challenge,
    /// The money is there.
    Captured,
    /// The last card was refused.
    Declined,
    /// Given up.
    Cancelled,
}

/// A charge.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_charge")]
pub struct Model {
    /// Its reference.
    #[sea_orm(primary_key, auto_increment = false, column_name = "ref")]
    pub reference: String,
    /// Idempotency key of its making.
    pub key: String,
    /// The last card's last four digits.
    pub card: Option<String>,
    /// Where it stands.
    pub state: State,
    /// The currency.
    pub currency: Currency,
    /// The amount.
    pub amount_minor: i64,
    /// What was given back.
    pub refunded_minor: i64,
    /// Where the payer goes after the extra step.
    pub return_url: Option<String>,
    /// Why the last card was refused.
    pub decline: Option<String>,
    /// When its webhook is to be sent.
    pub webhook_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
