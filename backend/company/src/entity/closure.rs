//! A company that wants to leave, until it has left.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId};
use platform::{In, Platform};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// A row of `company_closure`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "company_closure")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    pub asked_by: AccountId,
    pub asked_at: DateTime<Utc>,
    pub due_at: DateTime<Utc>,
    pub closed_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// Companies whose time has come, after one of them.
#[must_use]
pub fn due(now: DateTime<Utc>, after: Option<CompanyId>, limit: u64) -> Select<Entity> {
    let due = Entity::find().filter(Column::ClosedAt.is_null()).filter(Column::DueAt.lte(now)).order_by_asc(Column::CompanyId).limit(limit);
    match after {
        Some(after) => due.filter(Column::CompanyId.gt(after)),
        None => due,
    }
}
