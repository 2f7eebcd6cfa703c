//! What this context tells others.

use crate::snapshot::RegisteredSnapshot;
use chrono::{DateTime, Utc};
use kernel::{ItemId, ListingId, RegisteredItemId, VariantId};
use platform::Event;
use serde::{Deserialize, Serialize};

/// An item that is listed or offered changed in something that others copy.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ItemRegistered(pub RegisteredSnapshot);

impl Event for ItemRegistered {
    const NAME: &'static str = "catalog.item_registered";
    fn key(&self) -> String {
        format!("item:{}", self.0.item_id)
    }
}

/// A variant was made; stock opens a level for it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct VariantAdded {
    /// The variant.
    pub variant_id: VariantId,
    /// What is on hand from the start.
    pub opening_stock: i32,
}

impl Event for VariantAdded {
    const NAME: &'static str = "catalog.variant_added";
    fn key(&self) -> String {
        format!("stock:{}", self.variant_id)
    }
}

/// A planned price begins or ends; the item is to be registered again.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PriceDue {
    /// The item whose variant's price changes.
    pub item_id: ItemId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Event for PriceDue {
    const NAME: &'static str = "catalog.price_due";
    fn key(&self) -> String {
        // Keyed by moment too: a price planned for next month must not hold up the next event.
        format!("price:{}:{}", self.item_id, self.at.timestamp_millis())
    }
}

/// A listing of another company's item was taken out of this shop.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ListingEnded {
    /// The listing.
    pub listing_id: ListingId,
    /// The item that was listed.
    pub registered_item_id: RegisteredItemId,
    /// The product's title.
    pub title: String,
    /// Whether the supplier ended it, rather than the seller.
    pub by_supplier: bool,
}

impl Event for ListingEnded {
    const NAME: &'static str = "catalog.listing_ended";
    fn key(&self) -> String {
        format!("listing:{}", self.listing_id)
    }
}
