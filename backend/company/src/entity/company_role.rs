//! A role that a company made itself: a named set of permissions.

use chrono::{DateTime, Utc};
use kernel::{CompanyId, Permission, RoleId};
use platform::{In, Platform};
use sea_orm::{FromJsonQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};

/// Permissions, as they are stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Permissions(pub Vec<Permission>);

/// A row of `company_role`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
#[sea_orm(table_name = "company_role")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RoleId,
    pub company_id: CompanyId,
    pub name: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub permissions: Permissions,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// A company's own role.
#[must_use]
pub fn own(company: CompanyId, id: RoleId) -> Select<Entity> {
    Entity::find_by_id(id).filter(Column::CompanyId.eq(company))
}

/// The own roles of a company, the oldest first, after one of them.
#[must_use]
pub fn of_company(company: CompanyId, after: Option<RoleId>, limit: u64) -> Select<Entity> {
    let all = Entity::find().filter(Column::CompanyId.eq(company)).order_by_asc(Column::Id).limit(limit);
    match after {
        Some(after) => all.filter(Column::Id.gt(after)),
        None => all,
    }
}
