//! Changing a listing: its words, its category, its prices.

use super::{
    copies,
    list_item::shop_category_exists,
    list_offered::refuse,
    register::{locked, touched},
    set_price,
};
use crate::{
    audit, codes,
    entity::{ListingStatus, ListingVariantStatus, PriceKind, item, listing, listing_variant},
    http::body::{Listing, NewPrice, PatchListing, VariantPrice},
    queries,
    rules::{
        check::{Checks, NAME, TEXT},
        margin,
    },
};
use kernel::{AccountId, ListingId, Result};
use platform::{TenantTx, audit::Entry, scope::same_version};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};
use serde_json::json;
use std::collections::HashSet;

/// Changes a listing. Errors: a stale version, invalid fields, an ended listing, a price below the
/// floor. A loss is accepted here: the seller sees the margin of every price.
pub async fn update_listing(tx: &TenantTx, by: AccountId, id: ListingId, seen: i64, patch: &PatchListing) -> Result<Listing> {
    let item = match tx.find(listing::Entity::find_by_id(id)).await?.item_id {
        Some(item) => Some(locked(tx, item).await?),
        None => None,
    };
    let listing = tx.find(listing::Entity::find_by_id(id).lock_exclusive()).await?;
    same_version(Some(seen), listing.version)?;
    if listing.status == ListingStatus::Ended {
        return Err(codes::LISTING_ENDED.into());
    }
    let mut rows = copies::locked(tx, id).await?;
    let prices = check_prices(&listing, &rows, patch.variants.as_deref().unwrap_or_default())?;
    let before = listing.price_from_minor;
    let (version, min_quantity) = (listing.version, listing.min_quantity);
    let told = audit::listing(&listing);
    let mut row = listing.into_active_model();
    words(&mut row, patch)?;
    if let Some(category) = patch.category_id {
        row.category_id = Set(match category {
            Some(category) => Some(shop_category_exists(tx, category).await?),
            None => None,
        });
    }
    if item.is_none() && !prices.is_empty() {
        rows = write_prices(tx, rows, &prices).await?;
        row.price_from_minor = Set(copies::price_from(&rows).unwrap_or(before));
        row.in_stock = Set(copies::in_stock(&rows, min_quantity));
    }
    row.version = Set(version + 1);
    row.updated_at = Set(tx.now());
    let row = tx.update(row).await?;
    tx.record(Entry::new(audit::LISTING_CHANGED, id, &row.title).changed(told, audit::listing(&row))).await?;
    if let Some(item) = item.filter(|_| !prices.is_empty()) {
        price_item(tx, by, item, &prices).await?;
    }
    queries::listing(tx, id).await
}

fn words(row: &mut listing::ActiveModel, patch: &PatchListing) -> Result<()> {
    let mut checks = Checks::default();
    let touched = patch.title.is_some() || patch.title_en.is_some() || patch.description.is_some() || patch.description_en.is_some();
    if let Some(title) = &patch.title {
        row.title = Set(checks.line("title", title, NAME));
    }
    if let Some(title) = &patch.title_en {
        row.title_en = Set(checks.optional("title_en", title.as_deref(), NAME));
    }
    if let Some(text) = &patch.description {
        row.description = Set(checks.text("description", text, TEXT));
    }
    if let Some(text) = &patch.description_en {
        let text = text.as_deref().map(|text| checks.text("description_en", text, TEXT));
        row.description_en = Set(text.filter(|text| !text.is_empty()));
    }
    if touched {
        row.own_words = Set(true);
    }
    checks.done()
}

/// The rows with their new prices in minor units. Errors: invalid fields, below the floor.
fn check_prices(listing: &listing::Model, rows: &[listing_variant::Model], wanted: &[VariantPrice]) -> Result<Vec<(listing_variant::Model, i64)>> {
    let mut checks = Checks::default();
    checks.hold(wanted.len() <= 100, "variants", "out_of_range");
    let (mut seen, mut prices, mut low) = (HashSet::new(), Vec::new(), Vec::new());
    for (index, wanted) in wanted.iter().enumerate().take(100) {
        let at = format!("variants.{index}");
        checks.hold(seen.insert(wanted.id), &format!("{at}.id"), "repeated");
        let price = checks.price(&format!("{at}.selling_price"), wanted.selling_price, listing.currency);
        checks.hold(price > 0, &format!("{at}.selling_price.minor"), "not_positive");
        let Some(row) = rows.iter().find(|row| row.id == wanted.id) else {
            checks.fault(format!("{at}.id"), "not_found");
            continue;
        };
        if margin::is_below_floor(price, row.price_floor_minor) {
            low.push((index, row.price_floor_minor));
        }
        prices.push((row.clone(), price));
    }
    checks.done()?;
    refuse(codes::LISTING_BELOW_FLOOR, "below_floor", &low)?;
    Ok(prices)
}

/// Writes prices of an offered item. A variant that had ended by its price comes back.
async fn write_prices(
    tx: &TenantTx,
    rows: Vec<listing_variant::Model>,
    prices: &[(listing_variant::Model, i64)],
) -> Result<Vec<listing_variant::Model>> {
    let mut written = Vec::new();
    for standing in rows {
        let Some((_, price)) = prices.iter().find(|(row, _)| row.id == standing.id) else {
            written.push(standing);
            continue;
        };
        let entry = Entry::new(audit::LISTING_PRICE_SET, standing.variant_id, &standing.sku);
        let amount = |minor| json!({"selling_price": queries::prices::MARKET.minor(minor)});
        tx.record(entry.changed(amount(standing.selling_price_minor), amount(*price))).await?;
        let priced_out = margin::is_below_floor(standing.selling_price_minor, standing.price_floor_minor);
        let mut row = standing.into_active_model();
        row.selling_price_minor = Set(*price);
        if priced_out {
            row.status = Set(ListingVariantStatus::Active);
        }
        written.push(tx.update(row).await?);
    }
    Ok(written)
}

/// A price of an own product is the item's selling price: the fact is entered once. It holds until
/// the next one that is planned.
async fn price_item(tx: &TenantTx, by: AccountId, item: item::Model, prices: &[(listing_variant::Model, i64)]) -> Result<()> {
    let mut changed = false;
    for (row, minor) in prices.iter().filter(|(row, minor)| row.selling_price_minor != *minor) {
        let amount = queries::prices::MARKET.minor(*minor);
        let valid_to = set_price::next_planned(tx, row.variant_id, PriceKind::Selling).await?;
        let new = NewPrice { kind: PriceKind::Selling, amount, valid_from: None, valid_to };
        set_price::write(tx, by, item.id, row.variant_id, &new).await?;
        changed = true;
    }
    if changed {
        touched(tx, item).await?;
    }
    Ok(())
}
