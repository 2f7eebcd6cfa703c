//! Writing what a listing copies of an item: its facts, its words and its variants.

use crate::{
    entity::{ListingVariantStatus, listing, listing_variant},
    snapshot::RegisteredSnapshot,
};
use kernel::{ListingId, Result, VariantId};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;
use uuid::Uuid;

/// A variant as a listing is to offer it.
#[derive(Clone, Debug)]
pub(super) struct VariantCopy {
    pub variant_id: VariantId,
    pub sku: String,
    pub name: String,
    pub name_en: Option<String>,
    pub list_price_minor: i64,
    pub selling_price_minor: i64,
    pub supply_price_minor: i64,
    pub price_floor_minor: i64,
    /// Used for a new row alone; a standing one keeps what it last heard from stock.
    pub available: i32,
    pub status: ListingVariantStatus,
}

/// The variants of a listing, held until this transaction ends.
pub(super) async fn locked(tx: &TenantTx, listing: ListingId) -> Result<Vec<listing_variant::Model>> {
    let query = listing_variant::Entity::find()
        .filter(listing_variant::Column::ListingId.eq(listing))
        .order_by_asc(listing_variant::Column::VariantId)
        .lock_exclusive();
    tx.all(query).await
}

/// Makes the listing offer exactly these variants, in this order; others end. Returns all rows.
pub(super) async fn write(tx: &TenantTx, listing: ListingId, copies: Vec<VariantCopy>) -> Result<Vec<listing_variant::Model>> {
    let mut standing: HashMap<VariantId, listing_variant::Model> = locked(tx, listing).await?.into_iter().map(|row| (row.variant_id, row)).collect();
    let mut rows = Vec::new();
    for (position, copy) in (0_i32..).zip(copies) {
        rows.push(match standing.remove(&copy.variant_id) {
            Some(row) => tx.update(change(row, copy, position)).await?,
            None => tx.insert(fresh(listing, copy, position)).await?,
        });
    }
    for (_, row) in standing {
        rows.push(end(tx, row).await?);
    }
    Ok(rows)
}

/// Ends a variant because it is no longer supplied. Its floor goes too, so that it cannot be
/// mistaken for one that was ended by its price and comes back with a better one.
pub(super) async fn end(tx: &TenantTx, row: listing_variant::Model) -> Result<listing_variant::Model> {
    let mut row = row.into_active_model();
    row.status = Set(ListingVariantStatus::Ended);
    row.price_floor_minor = Set(0);
    tx.update(row).await
}

fn change(row: listing_variant::Model, copy: VariantCopy, position: i32) -> listing_variant::ActiveModel {
    let mut row = row.into_active_model();
    row.sku = Set(copy.sku);
    row.name = Set(copy.name);
    row.name_en = Set(copy.name_en);
    row.list_price_minor = Set(copy.list_price_minor);
    row.selling_price_minor = Set(copy.selling_price_minor);
    row.supply_price_minor = Set(copy.supply_price_minor);
    row.price_floor_minor = Set(copy.price_floor_minor);
    row.position = Set(position);
    row.status = Set(copy.status);
    row
}

fn fresh(listing: ListingId, copy: VariantCopy, position: i32) -> listing_variant::ActiveModel {
    listing_variant::ActiveModel {
        id: Set(Uuid::now_v7()),
        listing_id: Set(listing),
        variant_id: Set(copy.variant_id),
        sku: Set(copy.sku),
        name: Set(copy.name),
        name_en: Set(copy.name_en),
        list_price_minor: Set(copy.list_price_minor),
        selling_price_minor: Set(copy.selling_price_minor),
        supply_price_minor: Set(copy.supply_price_minor),
        price_floor_minor: Set(copy.price_floor_minor),
        available: Set(copy.available),
        position: Set(position),
        status: Set(copy.status),
    }
}

/// Copies what a seller never changes.
pub(super) fn facts(row: &mut listing::ActiveModel, snapshot: &RegisteredSnapshot) {
    row.registered_version = Set(snapshot.version);
    row.unit = Set(snapshot.unit.clone());
    row.tax_class = Set(snapshot.tax_class);
    row.min_quantity = Set(snapshot.min_quantity);
    row.max_quantity = Set(snapshot.max_quantity);
}

/// Copies title and description.
pub(super) fn words(row: &mut listing::ActiveModel, snapshot: &RegisteredSnapshot) {
    row.title = Set(snapshot.name.clone());
    row.title_en = Set(snapshot.name_en.clone());
    row.description = Set(snapshot.description.clone());
    row.description_en = Set(snapshot.description_en.clone());
}

/// The lowest selling price of a variant that is offered.
pub(super) fn price_from(rows: &[listing_variant::Model]) -> Option<i64> {
    active(rows).map(|row| row.selling_price_minor).min()
}

/// Whether any variant can be had in the least quantity of a line.
pub(super) fn in_stock(rows: &[listing_variant::Model], min_quantity: i32) -> bool {
    active(rows).any(|row| row.available >= min_quantity.max(1))
}

fn active(rows: &[listing_variant::Model]) -> impl Iterator<Item = &listing_variant::Model> {
    rows.iter().filter(|row| row.status == ListingVariantStatus::Active)
}
