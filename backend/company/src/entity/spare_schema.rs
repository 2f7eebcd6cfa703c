//! A tenant schema that was made in advance and waits for a company.

use chrono::{DateTime, Utc};
use platform::{In, Platform};
use sea_orm::{
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};

/// A row of `spare_schema`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "spare_schema")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub schema_name: String,
    pub cell: i16,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The oldest spare that nobody else is taking, of one cell or of any. Refilled spares queue up at
/// the end, so that new companies spread over the open cells.
#[must_use]
pub fn oldest_free(cell: Option<i16>) -> Select<Entity> {
    let query = Entity::find().order_by_asc(Column::CreatedAt).order_by_asc(Column::SchemaName).limit(1);
    let query = match cell {
        Some(cell) => query.filter(Column::Cell.eq(cell)),
        None => query,
    };
    query.lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
}

/// The spares of a cell.
#[must_use]
pub fn of_cell(cell: i16) -> Select<Entity> {
    Entity::find().filter(Column::Cell.eq(cell))
}
