//! Reads: always in one tenant's transaction, always limited.

mod addresses;
mod categories;
mod files;
mod items;
mod listings;
mod names;
pub(crate) mod prices;
mod search;
mod sellable;
mod shop;

pub use addresses::{ProductAddress, product_addresses};
pub use categories::{MOST_CATEGORIES, item_categories, shop_categories, shop_category_counts, shop_category_slug};
pub use files::picture_keys;
pub use items::{ItemFilter, ItemSort, item, items, variant, variant_prices};
pub use listings::{ListingFilter, ListingSort, is_listed, listing, listing_of_registered, listings};
pub use names::{VariantNames, items_by_variant};
pub use sellable::{Sellable, sellable};
pub use shop::{Home, ProductFilter, ProductSort, cards, home, product, products};
