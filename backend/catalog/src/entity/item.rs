//! Items: what sales management counts.

use super::ItemStatus;
use chrono::{DateTime, Utc};
use kernel::{ItemCategoryId, ItemId, TaxClass};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

/// An item. Its version counts every change that a copy of it must follow.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "item")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ItemId,
    pub code: String,
    pub name: String,
    pub name_en: Option<String>,
    pub description: String,
    pub description_en: Option<String>,
    pub unit: String,
    pub tax_class: TaxClass,
    pub category_id: Option<ItemCategoryId>,
    pub status: ItemStatus,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}
