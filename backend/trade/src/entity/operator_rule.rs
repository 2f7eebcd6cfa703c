//! The operator's rules: one row.

use chrono::{DateTime, Utc};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "operator_rule")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: i16,
    pub auto_issue: bool,
    pub auto_approve: bool,
    pub confirm_after_days: i32,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The row.
pub fn the_one() -> Select<Entity> {
    Entity::find_by_id(1_i16)
}
