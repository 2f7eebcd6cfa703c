//! A person's place in a company.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, HeldRole, MemberId, Problem, Result, Role, RoleId};
use platform::{In, Platform};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};

/// A row of `member`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
#[sea_orm(table_name = "member")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: MemberId,
    pub company_id: CompanyId,
    pub account_id: AccountId,
    pub role: Option<Role>,
    pub role_id: Option<RoleId>,
    pub created_at: DateTime<Utc>,
    pub role_since: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// The role; the table has a member hold exactly one.
    pub fn held(&self) -> Result<HeldRole> {
        let held = self.role.map(HeldRole::BuiltIn).or(self.role_id.map(HeldRole::Own));
        held.ok_or_else(|| Problem::internal("a member without a role"))
    }
}

/// The two columns of a role.
#[must_use]
pub const fn columns(role: HeldRole) -> (Option<Role>, Option<RoleId>) {
    match role {
        HeldRole::BuiltIn(role) => (Some(role), None),
        HeldRole::Own(id) => (None, Some(id)),
    }
}

/// A member of a company.
#[must_use]
pub fn own(company: CompanyId, id: MemberId) -> Select<Entity> {
    Entity::find_by_id(id).filter(Column::CompanyId.eq(company))
}

/// The members of a company, the first one first, after one of them.
#[must_use]
pub fn of_company(company: CompanyId, after: Option<MemberId>, limit: u64) -> Select<Entity> {
    let all = Entity::find().filter(Column::CompanyId.eq(company)).order_by_asc(Column::Id).limit(limit);
    match after {
        Some(after) => all.filter(Column::Id.gt(after)),
        None => all,
    }
}

/// The owners of a company.
#[must_use]
pub fn owners(company: CompanyId) -> Select<Entity> {
    Entity::find().filter(Column::CompanyId.eq(company)).filter(Column::Role.eq(Role::Owner))
}

/// The companies that a person belongs to.
#[must_use]
pub fn of_account(account: AccountId) -> Select<Entity> {
    Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id).limit(100)
}

/// A person's place in one company.
#[must_use]
pub fn place(account: AccountId, company: CompanyId) -> Select<Entity> {
    Entity::find().filter(Column::AccountId.eq(account)).filter(Column::CompanyId.eq(company))
}
