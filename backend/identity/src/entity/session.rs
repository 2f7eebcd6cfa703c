//! A signed-in device.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, SessionId};
use platform::{In, Platform};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// A row of `session`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "session")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SessionId,
    pub account_id: AccountId,
    pub company_id: Option<CompanyId>,
    pub user_agent: String,
    pub address: String,
    pub created_at: DateTime<Utc>,
    pub last_seen_at: DateTime<Utc>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub device_hash: Option<String>,
    pub proved_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// A person's live sessions, the newest first.
#[must_use]
pub fn live(account: AccountId) -> Select<Entity> {
    Entity::find().filter(Column::AccountId.eq(account)).filter(Column::RevokedAt.is_null()).order_by_desc(Column::Id)
}

/// A person's latest session, live or not.
#[must_use]
pub fn latest(account: AccountId) -> Select<Entity> {
    Entity::find().filter(Column::AccountId.eq(account)).order_by_desc(Column::Id).limit(1)
}
