//! Categories of items, as sales management counts them.

use kernel::{ItemCategoryId, ShopCategoryId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

/// A category of items.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "item_category")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ItemCategoryId,
    pub parent_id: Option<ItemCategoryId>,
    pub code: String,
    pub name: String,
    pub name_en: Option<String>,
    /// The shop category in which items of this category are listed.
    pub shop_category_id: Option<ShopCategoryId>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}
