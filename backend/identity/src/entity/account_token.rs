//! A single-use secret that went out by mail; only its hash is kept.

use chrono::{DateTime, Utc};
use kernel::AccountId;
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// What the secret allows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Purpose {
    /// To say that the address is theirs.
    VerifyEmail,
    /// To set another password.
    ResetPassword,
    /// To have another address.
    ChangeEmail,
}

/// A row of `account_token`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "account_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub account_id: AccountId,
    pub purpose: Purpose,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
    pub email: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The secrets of an account for one purpose.
#[must_use]
pub fn of(account: AccountId, purpose: Purpose) -> sea_orm::Condition {
    sea_orm::Condition::all().add(Column::AccountId.eq(account)).add(Column::Purpose.eq(purpose))
}
