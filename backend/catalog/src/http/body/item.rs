//! Items and variants.

use super::{Media, SupplyOffer, present};
use crate::entity::{ItemStatus, ListingStatus, OfferStatus};
use kernel::{ItemCategoryId, ItemId, ListingId, Money, TaxClass, VariantId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An item in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ItemRow {
    /// Id.
    pub id: ItemId,
    /// Code, unique in the company.
    pub code: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Unit of quantity.
    pub unit: String,
    /// How it is taxed.
    pub tax_class: TaxClass,
    /// Its category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category_id: Option<ItemCategoryId>,
    /// Whether it is in use.
    pub status: ItemStatus,
    /// Variants in use.
    pub variants: i64,
    /// The lowest selling price of its variants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selling_from: Option<Money>,
    /// Its cover picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture_url: Option<String>,
    /// Its listing in the own shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listing_id: Option<ListingId>,
    /// Where that listing stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listing_status: Option<ListingStatus>,
    /// Whether it is offered to distributors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_status: Option<OfferStatus>,
    /// Version, for `If-Match`.
    pub version: i64,
}

/// An item.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Item {
    /// Id.
    pub id: ItemId,
    /// Code, unique in the company.
    pub code: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Description in Korean.
    pub description: String,
    /// Description in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description_en: Option<String>,
    /// Unit of quantity.
    pub unit: String,
    /// How it is taxed.
    pub tax_class: TaxClass,
    /// Its category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category_id: Option<ItemCategoryId>,
    /// Whether it is in use.
    pub status: ItemStatus,
    /// The lowest selling price of its variants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selling_from: Option<Money>,
    /// Its cover picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture_url: Option<String>,
    /// Its listing in the own shop.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listing_id: Option<ListingId>,
    /// Where that listing stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub listing_status: Option<ListingStatus>,
    /// Whether it is offered to distributors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer_status: Option<OfferStatus>,
    /// Its variants, in order, those put away included.
    pub variants: Vec<Variant>,
    /// Its pictures, in order.
    pub media: Vec<Media>,
    /// Its offer to distributors.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offer: Option<SupplyOffer>,
    /// Version, for `If-Match`.
    pub version: i64,
}

/// A variant of an item.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Variant {
    /// Id.
    pub id: VariantId,
    /// Stock keeping unit, unique in the company.
    pub sku: String,
    /// Barcode.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub barcode: Option<String>,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// Place among the item's variants.
    pub position: i32,
    /// Whether it is in use.
    pub status: ItemStatus,
    /// The prices of this moment.
    pub prices: VariantPrices,
}

/// The prices of a variant at one moment.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct VariantPrices {
    /// List price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub list: Option<Money>,
    /// Selling price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selling: Option<Money>,
    /// Supply price.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supply: Option<Money>,
}

/// An item to be made.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "code": "BR-001", "name": "통밀 식빵", "name_en": "Whole-wheat loaf", "description": "매일 아침 굽습니다.", "unit": "개", "tax_class": "taxable",
    "variants": [{"sku": "BR-001-500", "name": "500 g", "list_price": {"minor": 24000, "currency": "KRW"},
        "selling_price": {"minor": 22000, "currency": "KRW"}, "supply_price": {"minor": 16500, "currency": "KRW"}, "opening_stock": 40}]
}))]
pub struct NewItem {
    /// Code, unique in the company.
    #[schema(min_length = 1, max_length = 64)]
    pub code: String,
    /// Name in Korean.
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Name in English.
    #[schema(max_length = 200)]
    pub name_en: Option<String>,
    /// Description in Korean.
    #[serde(default)]
    #[schema(max_length = 20000)]
    pub description: String,
    /// Description in English.
    #[schema(max_length = 20000)]
    pub description_en: Option<String>,
    /// Unit of quantity.
    #[schema(min_length = 1, max_length = 20)]
    pub unit: String,
    /// How it is taxed.
    pub tax_class: TaxClass,
    /// Its category.
    pub category_id: Option<ItemCategoryId>,
    /// Its variants, one at least.
    #[schema(min_items = 1, max_items = 100)]
    pub variants: Vec<NewVariant>,
}

/// A variant to be made.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewVariant {
    /// Stock keeping unit, unique in the company.
    #[schema(min_length = 1, max_length = 64)]
    pub sku: String,
    /// Barcode, unique in the company.
    #[schema(max_length = 64)]
    pub barcode: Option<String>,
    /// Name in Korean.
    #[schema(min_length = 1, max_length = 200)]
    pub name: String,
    /// Name in English.
    #[schema(max_length = 200)]
    pub name_en: Option<String>,
    /// Price before any discount, VAT included.
    pub list_price: Money,
    /// What a buyer pays, VAT included.
    pub selling_price: Money,
    /// What a distributor owes for it, VAT included.
    pub supply_price: Money,
    /// What is on hand from the start.
    #[schema(minimum = 0, maximum = 1000000)]
    pub opening_stock: Option<i32>,
}

/// Changes of an item; what is missing stays, null clears.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PatchItem {
    /// Code, unique in the company.
    #[schema(min_length = 1, max_length = 64)]
    pub code: Option<String>,
    /// Name in Korean.
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    /// Name in English.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub name_en: Option<Option<String>>,
    /// Description in Korean.
    #[schema(max_length = 20000)]
    pub description: Option<String>,
    /// Description in English.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 20000)]
    pub description_en: Option<Option<String>>,
    /// Unit of quantity.
    #[schema(min_length = 1, max_length = 20)]
    pub unit: Option<String>,
    /// How it is taxed.
    pub tax_class: Option<TaxClass>,
    /// Its category.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<ItemCategoryId>)]
    pub category_id: Option<Option<ItemCategoryId>>,
    /// Whether it is in use. Putting it away ends its listing and its offer.
    pub status: Option<ItemStatus>,
}

/// Changes of a variant; what is missing stays, null clears.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PatchVariant {
    /// Name in Korean.
    #[schema(min_length = 1, max_length = 200)]
    pub name: Option<String>,
    /// Name in English.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub name_en: Option<Option<String>>,
    /// Barcode, unique in the company.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 64)]
    pub barcode: Option<Option<String>>,
    /// Whether it is in use.
    pub status: Option<ItemStatus>,
}
