//! A mail, written and waiting, sent, or given up.

use crate::template::Template;
use chrono::{DateTime, Utc};
use kernel::{Locale, MailId, TradeId};
use platform::{In, Platform};
use sea_orm::{
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a mail is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = MailState)]
pub enum State {
    /// Waits to be sent.
    Queued,
    /// The mail server has taken it.
    Sent,
    /// It cannot be sent; a person may try again.
    Refused,
}

/// A row of `mail`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "mail")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MailId,
    pub key: String,
    pub template: Template,
    pub locale: Locale,
    pub recipient: String,
    pub subject: String,
    pub body_text: String,
    pub body_html: String,
    pub trade_id: Option<TradeId>,
    pub state: State,
    pub attempts: i32,
    pub next_at: DateTime<Utc>,
    pub last_error: Option<String>,
    pub created_at: DateTime<Utc>,
    pub sent_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The mail of a key.
#[must_use]
pub fn by_key(key: &str) -> Select<Entity> {
    Entity::find().filter(Column::Key.eq(key))
}

/// Mails that are due and that no other worker is taking, the longest waiting first.
#[must_use]
pub fn due(now: DateTime<Utc>, limit: u64) -> Select<Entity> {
    Entity::find()
        .filter(Column::State.eq(State::Queued))
        .filter(Column::NextAt.lte(now))
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::Id)
        .limit(limit)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
}
