//! Files that companies have uploaded. The bytes lie in the file store under `key`.

use chrono::{DateTime, Utc};
use kernel::{CompanyId, FileId};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "document")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FileId,
    pub company_id: CompanyId,
    pub name: String,
    #[sea_orm(column_name = "type")]
    pub media_type: String,
    pub sha256: String,
    pub size: i64,
    pub key: String,
    pub created_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// A file of a company.
pub fn of_company(company: CompanyId, id: FileId) -> Select<Entity> {
    Entity::find_by_id(id).filter(Column::CompanyId.eq(company))
}
