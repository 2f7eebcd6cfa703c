//! A key that signs access tokens.

use chrono::{DateTime, Utc};
use platform::{In, Platform};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// A row of `signing_key`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "signing_key")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub kid: String,
    pub secret: Vec<u8>,
    pub created_at: DateTime<Utc>,
    pub retires_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The key that was made last.
#[must_use]
pub fn newest() -> Select<Entity> {
    Entity::find().order_by_desc(Column::CreatedAt).limit(1)
}
