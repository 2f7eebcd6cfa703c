//! An address that a shop had before; it leads to the shop for a time.

use chrono::{DateTime, Utc};
use kernel::CompanyId;
use platform::{In, Platform};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// A row of `former_slug`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "former_slug")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub slug: String,
    pub company_id: CompanyId,
    pub ends_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The address, if it still leads somewhere.
#[must_use]
pub fn standing(slug: &str, now: DateTime<Utc>) -> Select<Entity> {
    Entity::find().filter(Column::Slug.eq(slug)).filter(Column::EndsAt.gt(now))
}

/// The addresses that lead to a company, the latest first.
#[must_use]
pub fn of_company(company: CompanyId, now: DateTime<Utc>) -> Select<Entity> {
    Entity::find().filter(Column::CompanyId.eq(company)).filter(Column::EndsAt.gt(now)).order_by_desc(Column::EndsAt).limit(20)
}
