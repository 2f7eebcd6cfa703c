//! The tables of this context, one file each.

pub mod item;
pub mod item_category;
mod kinds;
pub mod listing;
pub mod listing_variant;
pub mod media;
mod picture;
pub mod price;
pub mod shop_category;
pub mod supply_offer;
pub mod variant;

pub use kinds::{ItemStatus, ListingContract, ListingStatus, ListingVariantStatus, OfferContract, OfferStatus, OfferVisibility, PriceKind};
pub use picture::{MediaKeys, Picture, Pictures};
