//! Letting a listing of another company's item follow that item. The shop's own prices stay: a
//! loss is shown to the seller, and only a price below the supplier's floor stops the sale.

use super::{copies, unlist::unlist};
use crate::{
    entity::{ListingStatus, ListingVariantStatus, Pictures, listing, listing_variant},
    rules::margin,
    snapshot::{RegisteredSnapshot, SnapshotVariant},
};
use kernel::{Result, VariantId};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use std::collections::HashMap;

/// Follows a snapshot; an older one than was followed before changes nothing. Returns the listing,
/// if this shop has one that stands.
pub async fn follow_snapshot(tx: &TenantTx, snapshot: &RegisteredSnapshot) -> Result<Option<listing::Model>> {
    let query = listing::Entity::find()
        .filter(listing::Column::RegisteredItemId.eq(snapshot.registered_item_id))
        .filter(listing::Column::ItemId.is_null())
        .lock_exclusive();
    let Some(listing) = tx.one(query).await? else { return Ok(None) };
    if listing.status == ListingStatus::Ended {
        return Ok(None);
    }
    if listing.registered_version >= snapshot.version {
        return Ok(Some(listing));
    }
    if snapshot.ended {
        return unlist(tx, snapshot.registered_item_id, true).await;
    }
    let rows = variants(tx, &listing, snapshot).await?;
    let (version, own_words, before) = (listing.version, listing.own_words, listing.price_from_minor);
    let mut row = listing.into_active_model();
    copies::facts(&mut row, snapshot);
    if !own_words {
        copies::words(&mut row, snapshot);
    }
    let pictures = Pictures(snapshot.media.clone());
    row.picture_key = Set(pictures.cover());
    row.media = Set(pictures);
    row.price_from_minor = Set(copies::price_from(&rows).unwrap_or(before));
    row.in_stock = Set(copies::in_stock(&rows, snapshot.min_quantity));
    row.version = Set(version + 1);
    row.updated_at = Set(tx.now());
    Ok(Some(tx.update(row).await?))
}

async fn variants(tx: &TenantTx, listing: &listing::Model, snapshot: &RegisteredSnapshot) -> Result<Vec<listing_variant::Model>> {
    let supplied: HashMap<VariantId, &SnapshotVariant> = snapshot.variants.iter().map(|variant| (variant.variant_id, variant)).collect();
    let mut rows = Vec::new();
    for row in copies::locked(tx, listing.id).await? {
        rows.push(match supplied.get(&row.variant_id) {
            Some(variant) => {
                let status = status_after(&row, variant);
                let mut row = row.into_active_model();
                row.sku = Set(variant.sku.clone());
                row.name = Set(variant.name.clone());
                row.name_en = Set(variant.name_en.clone());
                row.list_price_minor = Set(variant.list_price_minor);
                row.supply_price_minor = Set(variant.supply_price_minor);
                row.price_floor_minor = Set(variant.price_floor_minor);
                row.status = Set(status);
                tx.update(row).await?
            }
            None => copies::end(tx, row).await?,
        });
    }
    Ok(rows)
}

/// Below the floor it ends, and it comes back when the floor falls or the variant is supplied again.
const fn status_after(row: &listing_variant::Model, variant: &SnapshotVariant) -> ListingVariantStatus {
    if margin::is_below_floor(row.selling_price_minor, variant.price_floor_minor) {
        ListingVariantStatus::Ended
    } else {
        ListingVariantStatus::Active
    }
}
