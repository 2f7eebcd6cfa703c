//! The refunds of the sandbox provider.

use chrono::{DateTime, Utc};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// A refund.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_refund")]
pub struct Model {
    /// Idempotency key.
    #[sea_orm(primary_key, auto_increment = false)]
    pub key: String,
    /// The charge.
    #[sea_orm(column_name = "ref")]
    pub reference: String,
    /// The amount.
    pub amount_minor: i64,
    /// When.
    pub created_at: DateTime<Utc>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
