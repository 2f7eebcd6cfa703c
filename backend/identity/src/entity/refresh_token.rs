//! A link in a session's chain of refresh tokens; only its hash is kept.

use chrono::{DateTime, Utc};
use kernel::SessionId;
use platform::{In, Platform};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// A row of `refresh_token`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refresh_token")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub token_hash: String,
    pub session_id: SessionId,
    pub generation: i32,
    pub issued_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub used_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The newest token of a session.
#[must_use]
pub fn newest(session: SessionId) -> Select<Entity> {
    Entity::find().filter(Column::SessionId.eq(session)).order_by_desc(Column::Generation).limit(1)
}
