//! What the law has kept of a person who has left, and until when.

use chrono::{DateTime, Utc};
use kernel::AccountId;
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// A row of `departed_account`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "departed_account")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub email: String,
    pub name: String,
    pub phone: Option<String>,
    pub registered_at: DateTime<Utc>,
    pub deleted_at: DateTime<Utc>,
    pub keep_until: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
