//! The sandbox's own records of transfers to companies.

use chrono::{DateTime, Utc};
use kernel::Currency;
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// A transfer at the sandbox.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_transfer")]
pub struct Model {
    /// The key of whoever asked for it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// The currency.
    pub currency: Currency,
    /// The amount.
    pub amount_minor: i64,
    /// Why it was refused, or is sent back.
    pub refusal: Option<String>,
    /// When it arrives or comes back.
    pub ends_at: DateTime<Utc>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
