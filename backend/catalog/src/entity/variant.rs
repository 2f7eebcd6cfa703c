//! Variants of items: what is priced, stored and sold.

use super::ItemStatus;
use kernel::{ItemId, VariantId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

/// A variant of an item.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "variant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: VariantId,
    pub item_id: ItemId,
    pub sku: String,
    pub barcode: Option<String>,
    pub name: String,
    pub name_en: Option<String>,
    pub position: i32,
    /// What can be sold of it, as stock last said.
    pub available: i32,
    pub status: ItemStatus,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}
