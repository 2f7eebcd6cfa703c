//! Categories.

use crate::entity::{item_category, shop_category};
use kernel::{ItemCategoryId, ShopCategoryId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A category of items.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ItemCategory {
    /// Id.
    pub id: ItemCategoryId,
    /// The category above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<ItemCategoryId>,
    /// Code, unique in the company.
    pub code: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The shop category in which items of this category are listed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shop_category_id: Option<ShopCategoryId>,
}

impl From<item_category::Model> for ItemCategory {
    fn from(row: item_category::Model) -> Self {
        Self { id: row.id, parent_id: row.parent_id, code: row.code, name: row.name, name_en: row.name_en, shop_category_id: row.shop_category_id }
    }
}

/// A category of items to be made or replaced.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"code": "BREAD", "name": "빵", "name_en": "Bread"}))]
pub struct NewItemCategory {
    /// Code, unique in the company.
    #[schema(min_length = 1, max_length = 64)]
    pub code: String,
    /// Name in Korean.
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Name in English.
    #[schema(max_length = 200)]
    pub name_en: Option<String>,
    /// The category above it.
    pub parent_id: Option<ItemCategoryId>,
    /// The shop category in which items of this category are listed.
    pub shop_category_id: Option<ShopCategoryId>,
}

/// A category of the shop.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShopCategory {
    /// Id.
    pub id: ShopCategoryId,
    /// The category above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<ShopCategoryId>,
    /// Its address in the shop.
    pub slug: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Place among its siblings.
    pub position: i32,
}

impl From<shop_category::Model> for ShopCategory {
    fn from(row: shop_category::Model) -> Self {
        Self { id: row.id, parent_id: row.parent_id, slug: row.slug, name: row.name, name_en: row.name_en, position: row.position }
    }
}

/// A category of the shop to be made or replaced.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"slug": "bread", "name": "빵", "name_en": "Bread", "position": 1}))]
pub struct NewShopCategory {
    /// Its address in the shop: lower-case letters, digits and single hyphens.
    #[schema(min_length = 2, max_length = 80, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$")]
    pub slug: String,
    /// Name in Korean.
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Name in English.
    #[schema(max_length = 200)]
    pub name_en: Option<String>,
    /// The category above it.
    pub parent_id: Option<ShopCategoryId>,
    /// Place among its siblings; 0 unless told.
    #[schema(minimum = 0, maximum = 10000)]
    pub position: Option<i32>,
}

/// A category of the shop as buyers see it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ShopCategoryCount {
    /// Id.
    pub id: ShopCategoryId,
    /// Its address in the shop.
    pub slug: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The category above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_id: Option<ShopCategoryId>,
    /// Products in it and below it.
    pub count: i64,
}
