//! Bank-transfer files of payouts.

use chrono::{DateTime, Utc};
use kernel::{AccountId, Currency, PayoutBatchId};
use platform::{In, Platform};
use sea_orm::{DeriveActiveEnum, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How the payouts of a batch travel.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = PayoutMethod)]
pub enum Method {
    /// A file that a person hands to the operator's bank.
    BankFile,
}

/// One transfer file.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payout_batch")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PayoutBatchId,
    /// Its number.
    pub number: String,
    /// How it travels.
    pub method: Method,
    /// The currency.
    pub currency: Currency,
    /// Number of payouts.
    pub count: i32,
    /// Their sum.
    pub total_minor: i64,
    /// SHA-256 of the file, in hex.
    pub file_sha256: String,
    /// Who made it.
    pub created_by: Option<AccountId>,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
