//! What an authenticator was asked to answer; only the hash of the secret that stands for it is kept.

use chrono::{DateTime, Utc};
use kernel::AccountId;
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// What the answer is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Purpose {
    /// To have one more passkey.
    Add,
    /// To sign in; whose answer comes is not known before.
    SignIn,
    /// To prove once more on a device that it is the person.
    Prove,
}

/// A row of `passkey_challenge`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "passkey_challenge")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub purpose: Purpose,
    pub account_id: Option<AccountId>,
    #[sea_orm(column_type = "JsonBinary")]
    pub state: Json,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
