//! Pictures of items.

use super::MediaKeys;
use chrono::{DateTime, Utc};
use kernel::{ItemId, MediaId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

/// A picture of an item, re-encoded in three sizes.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "media")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MediaId,
    pub item_id: Option<ItemId>,
    #[sea_orm(column_type = "JsonBinary")]
    pub keys: MediaKeys,
    pub sha256: String,
    pub width: i32,
    pub height: i32,
    pub alt: String,
    pub alt_en: Option<String>,
    pub position: i32,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}

impl Entity {
    /// The pictures of an item, in order.
    #[must_use]
    pub fn of_item(item: ItemId) -> Select<Self> {
        use sea_orm::{QueryOrder, QuerySelect};
        Self::find().filter(Column::ItemId.eq(item)).order_by_asc(Column::Position).order_by_asc(Column::Id).limit(100)
    }
}
