//! The JSON shapes of this context.

mod category;
mod item;
mod listing;
mod offer;
mod picture;
mod price;
mod shop;

pub use category::{ItemCategory, NewItemCategory, NewShopCategory, ShopCategory, ShopCategoryCount};
pub use item::{Item, ItemRow, NewItem, NewVariant, PatchItem, PatchVariant, Variant, VariantPrices};
pub use listing::{Listing, ListingRow, ListingVariant, NewListing, PatchListing, VariantPrice};
pub use offer::{NewSupplyOffer, SupplyOffer};
pub use picture::{Media, MediaOrder, PictureUrls, ProductPicture};
pub use price::{NewPrice, Price};
pub use shop::{ProductCard, ProductCategory, ProductList, ProductPage, ProductStock, ProductVariant};

use serde::{Deserialize, Deserializer, Serialize};

/// A body without fields.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

/// Tells a field that is null (to be cleared) from one that is missing (to be kept).
fn present<'de, T: Deserialize<'de>, D: Deserializer<'de>>(d: D) -> Result<Option<Option<T>>, D::Error> {
    Option::<T>::deserialize(d).map(Some)
}
