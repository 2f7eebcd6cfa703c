//! The app that makes a person's codes; its secret is sealed.

use chrono::{DateTime, Utc};
use kernel::AccountId;
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// A row of `second_factor`.
#[derive(Clone, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "second_factor")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub account_id: AccountId,
    pub secret: Vec<u8>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub used_step: i64,
    pub created_at: DateTime<Utc>,
}

impl std::fmt::Debug for Model {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SecondFactor").field("account_id", &self.account_id).finish_non_exhaustive()
    }
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The one that a person is asked for, if there is one.
#[must_use]
pub fn in_use(account: AccountId) -> Select<Entity> {
    Entity::find_by_id(account).filter(Column::ConfirmedAt.is_not_null())
}
