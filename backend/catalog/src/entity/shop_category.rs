//! Categories of the shop, as buyers see them.

use kernel::ShopCategoryId;
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

/// A category of the shop.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "shop_category")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ShopCategoryId,
    pub parent_id: Option<ShopCategoryId>,
    pub slug: String,
    pub name: String,
    pub name_en: Option<String>,
    pub position: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}
