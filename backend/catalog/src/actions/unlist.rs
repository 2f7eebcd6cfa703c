//! Taking a listing of another company's item out of this shop.

use crate::{
    audit,
    entity::{ListingStatus, listing},
    events::ListingEnded,
};
use kernel::{RegisteredItemId, Result};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde_json::json;

/// Ends the listing; one that has ended, or none, changes nothing. Returns the listing, if any.
/// An own item's listing is never ended here.
pub async fn unlist(tx: &TenantTx, item: RegisteredItemId, ended_by_supplier: bool) -> Result<Option<listing::Model>> {
    let query = listing::Entity::find().filter(listing::Column::RegisteredItemId.eq(item)).filter(listing::Column::ItemId.is_null()).lock_exclusive();
    let Some(listing) = tx.one(query).await? else { return Ok(None) };
    if listing.status == ListingStatus::Ended {
        return Ok(Some(listing));
    }
    let version = listing.version;
    let before = json!({"status": listing.status});
    let mut row = listing.into_active_model();
    row.status = Set(ListingStatus::Ended);
    row.in_stock = Set(false);
    row.version = Set(version + 1);
    row.updated_at = Set(tx.now());
    let listing = tx.update(row).await?;
    let entry = Entry::new(audit::LISTING_ENDED, listing.id, &listing.title).changed(before, json!({"status": listing.status}));
    tx.record(entry).await?;
    let event = ListingEnded { listing_id: listing.id, registered_item_id: item, title: listing.title.clone(), by_supplier: ended_by_supplier };
    tx.emit(&event).await?;
    Ok(Some(listing))
}
