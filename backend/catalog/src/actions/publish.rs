//! Showing a listing to buyers, and hiding it.

use super::copies;
use crate::{
    audit, codes,
    entity::{ListingStatus, ListingVariantStatus, listing},
    http::body::Listing,
    queries,
};
use kernel::{ListingId, Result};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};
use serde_json::json;

/// Publishes a listing; a published one stays as it is. Errors: ended, nothing to sell.
pub async fn publish(tx: &TenantTx, id: ListingId) -> Result<Listing> {
    let listing = standing(tx, id).await?;
    let sellable = copies::locked(tx, id).await?.iter().any(|row| row.status == ListingVariantStatus::Active && row.selling_price_minor > 0);
    if !sellable {
        return Err(codes::LISTING_NOT_SELLABLE.into());
    }
    if listing.status != ListingStatus::Published {
        write(tx, listing, ListingStatus::Published).await?;
    }
    queries::listing(tx, id).await
}

/// Hides a listing from buyers. Error: ended.
pub async fn unpublish(tx: &TenantTx, id: ListingId) -> Result<Listing> {
    let listing = standing(tx, id).await?;
    if listing.status != ListingStatus::Draft {
        write(tx, listing, ListingStatus::Draft).await?;
    }
    queries::listing(tx, id).await
}

async fn standing(tx: &TenantTx, id: ListingId) -> Result<listing::Model> {
    let listing = tx.find(listing::Entity::find_by_id(id).lock_exclusive()).await?;
    if listing.status == ListingStatus::Ended { Err(codes::LISTING_ENDED.into()) } else { Ok(listing) }
}

/// A product is new once: hiding and showing it again does not make it new.
async fn write(tx: &TenantTx, listing: listing::Model, status: ListingStatus) -> Result<()> {
    let (version, published_at, before) = (listing.version, listing.published_at, json!({"status": listing.status}));
    let mut row = listing.into_active_model();
    row.status = Set(status);
    if status == ListingStatus::Published {
        row.published_at = Set(published_at.or(Some(tx.now())));
    }
    row.version = Set(version + 1);
    row.updated_at = Set(tx.now());
    let row = tx.update(row).await?;
    let action = if status == ListingStatus::Published { audit::LISTING_PUBLISHED } else { audit::LISTING_HIDDEN };
    tx.record(Entry::new(action, row.id, &row.title).changed(before, json!({"status": status}))).await
}
