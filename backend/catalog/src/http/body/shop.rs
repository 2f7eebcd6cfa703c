//! Products as buyers see them.

use super::{PictureUrls, ProductPicture};
use kernel::{CompanyId, ListingId, Money, TaxClass};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A product in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProductCard {
    /// Its address in the shop.
    pub slug: String,
    /// Title in Korean.
    pub title: String,
    /// Title in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// The lowest selling price.
    pub price_from: Money,
    /// The list price of that variant, if it is higher.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list_price: Option<Money>,
    /// Its cover picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture_url: Option<String>,
    /// Addresses of its sizes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture_urls: Option<PictureUrls>,
    /// Whether any variant can be had.
    pub in_stock: bool,
    /// Whether the shop's own company delivers it.
    pub supplier_is_seller: bool,
}

/// A page of products.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProductList {
    /// The products, in the order asked for.
    pub items: Vec<ProductCard>,
    /// The cursor of the following page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Products that match, over all pages.
    pub total: u64,
}

/// A product, as this context knows it; who supplies it and what delivery costs is added by the
/// page that shows it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProductPage {
    /// The listing.
    pub listing_id: ListingId,
    /// Who delivers.
    pub supplier_id: CompanyId,
    /// Its address in the shop.
    pub slug: String,
    /// Title in Korean.
    pub title: String,
    /// Title in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// Description in Korean.
    pub description: String,
    /// Description in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_en: Option<String>,
    /// Unit of quantity.
    pub unit: String,
    /// How it is taxed.
    pub tax_class: TaxClass,
    /// Least quantity of an order line.
    pub min_quantity: i32,
    /// Greatest quantity of an order line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_quantity: Option<i32>,
    /// Its category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category: Option<ProductCategory>,
    /// Its pictures, in order.
    pub pictures: Vec<ProductPicture>,
    /// Its variants, in order.
    pub variants: Vec<ProductVariant>,
    /// Others of its category.
    pub related: Vec<ProductCard>,
}

/// The category of a product.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProductCategory {
    /// Its address in the shop.
    pub slug: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
}

/// How much of a variant can be had, in three words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProductStock {
    /// Enough.
    In,
    /// A few.
    Low,
    /// None.
    Out,
}

/// A variant of a product.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ProductVariant {
    /// Its id in this shop; what is put in a cart.
    pub id: Uuid,
    /// Stock keeping unit.
    pub sku: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// List price.
    pub list_price: Money,
    /// What a buyer pays.
    pub selling_price: Money,
    /// How much can be had.
    pub stock: ProductStock,
    /// How many are left, if few.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<i32>,
}
