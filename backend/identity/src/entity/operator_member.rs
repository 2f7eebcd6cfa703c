//! A person of the platform operator.

use chrono::{DateTime, Utc};
use kernel::{AccountId, OperatorRole};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// A row of `operator_member`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "operator_member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub role: OperatorRole,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
