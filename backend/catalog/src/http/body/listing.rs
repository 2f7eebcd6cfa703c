//! Listings as the seller sees them.

use super::{ProductPicture, present};
use crate::entity::{ListingContract, ListingStatus, ListingVariantStatus};
use kernel::{CompanyId, ItemId, ListingId, Money, RegisteredItemId, ShopCategoryId, TaxClass, VariantId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A listing in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ListingRow {
    /// Id.
    pub id: ListingId,
    /// The product's address in the shop.
    pub slug: String,
    /// Title in Korean.
    pub title: String,
    /// Title in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_en: Option<String>,
    /// Where it stands.
    pub status: ListingStatus,
    /// What a sale through it is.
    pub contract: ListingContract,
    /// Who delivers.
    pub supplier_id: CompanyId,
    /// Its shop category.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub category_id: Option<ShopCategoryId>,
    /// The lowest selling price.
    pub price_from: Money,
    /// Its cover picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub picture_url: Option<String>,
    /// What can be sold, over all its variants, as last heard.
    pub available: i64,
    /// Pieces sold.
    pub sold: i64,
    /// Whether a variant of another supplier sells below its supply price.
    pub loss: bool,
    /// Version, for `If-Match`.
    pub version: i64,
}

/// A listing.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Listing {
    /// What lists show of it.
    #[serde(flatten)]
    pub row: ListingRow,
    /// The own item, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item_id: Option<ItemId>,
    /// The item as registered with the operator.
    pub registered_item_id: RegisteredItemId,
    /// The version that this listing follows.
    pub registered_version: i64,
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
    /// Its pictures, in order.
    pub pictures: Vec<ProductPicture>,
    /// Rate of the platform's fee on sales through it (0.03 is 3 %), by the company's own rule.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "0.030000")]
    pub fee_rate: Option<rust_decimal::Decimal>,
    /// Its variants, in order.
    pub variants: Vec<ListingVariant>,
}

/// A variant as the shop offers it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ListingVariant {
    /// Id in this shop.
    pub id: Uuid,
    /// The supplier's variant.
    pub variant_id: VariantId,
    /// Stock keeping unit.
    pub sku: String,
    /// Name in Korean.
    pub name: String,
    /// Name in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_en: Option<String>,
    /// The supplier's list price.
    pub list_price: Money,
    /// What a buyer pays.
    pub selling_price: Money,
    /// What the seller owes the supplier.
    pub supply_price: Money,
    /// The lowest selling price allowed.
    pub price_floor: Money,
    /// Selling price less supply price, before the platform's fee.
    pub margin: Money,
    /// The platform's fee at this price, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fee: Option<Money>,
    /// What is left of the selling price after supply price and fee; negative: each piece sold
    /// through it loses money.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub margin_after_fee: Option<Money>,
    /// What can be sold, as last heard.
    pub available: i32,
    /// Whether it is offered.
    pub status: ListingVariantStatus,
}

/// A listing of an own item to be made.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewListing {
    /// Its shop category; the one matched to the item's category unless told.
    pub category_id: Option<ShopCategoryId>,
    /// The product's address; made of the names unless told.
    #[schema(min_length = 2, max_length = 80, pattern = "^[a-z0-9]+(-[a-z0-9]+)*$")]
    pub slug: Option<String>,
}

/// Changes of a listing; what is missing stays, null clears.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PatchListing {
    /// Title in Korean.
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
    /// Title in English.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 200)]
    pub title_en: Option<Option<String>>,
    /// Description in Korean.
    #[schema(max_length = 20000)]
    pub description: Option<String>,
    /// Description in English.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<String>, max_length = 20000)]
    pub description_en: Option<Option<String>>,
    /// Its shop category.
    #[serde(default, deserialize_with = "present")]
    #[schema(value_type = Option<ShopCategoryId>)]
    pub category_id: Option<Option<ShopCategoryId>>,
    /// New selling prices. For an own item they become the item's selling prices.
    #[schema(max_items = 100)]
    pub variants: Option<Vec<VariantPrice>>,
}

/// A new selling price of a variant of a listing.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VariantPrice {
    /// The variant's id in this shop.
    pub id: Uuid,
    /// What a buyer pays, VAT included.
    pub selling_price: Money,
}
