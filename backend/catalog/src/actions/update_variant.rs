//! Changing a variant.

use super::{
    add_variant::barcode_is_free,
    register::{locked, touched},
};
use crate::{
    audit, codes,
    entity::{ItemStatus, ListingStatus, OfferStatus, listing, supply_offer, variant},
    http::body::{PatchVariant, Variant},
    queries,
    rules::check::{Checks, NAME},
};
use kernel::{ItemId, Result, VariantId};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveModelTrait, ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter};

/// Changes a variant. Errors: invalid fields, a taken barcode, the last variant of something sold.
pub async fn update_variant(tx: &TenantTx, id: VariantId, patch: &PatchVariant) -> Result<Variant> {
    let item = tx.find(variant::Entity::find_by_id(id)).await?.item_id;
    let item = locked(tx, item).await?;
    let variant = tx.find(variant::Entity::find_by_id(id)).await?;
    if variant.status == ItemStatus::Active && patch.status == Some(ItemStatus::Archived) {
        not_the_last(tx, item.id, id).await?;
    }
    let mut checks = Checks::default();
    let before = audit::variant(&variant);
    let mut row = variant.into_active_model();
    if let Some(name) = &patch.name {
        row.name = Set(checks.line("name", name, NAME));
    }
    if let Some(name_en) = &patch.name_en {
        row.name_en = Set(checks.optional("name_en", name_en.as_deref(), NAME));
    }
    let barcode = patch.barcode.as_ref().map(|text| text.as_deref().map(str::trim).filter(|text| !text.is_empty()));
    if let Some(Some(barcode)) = barcode {
        checks.code("barcode", barcode);
    }
    checks.done()?;
    if let Some(barcode) = barcode {
        barcode_is_free(tx, barcode, Some(id), "barcode").await?;
        row.barcode = Set(barcode.map(str::to_owned));
    }
    if let Some(status) = patch.status {
        row.status = Set(status);
    }
    if row.is_changed() {
        let row = tx.update(row).await?;
        tx.record(Entry::new(audit::VARIANT_CHANGED, id, &row.sku).changed(before, audit::variant(&row))).await?;
        touched(tx, item).await?;
    }
    queries::variant(tx, id).await
}

/// A listed or offered item keeps one variant at least.
async fn not_the_last(tx: &TenantTx, item: ItemId, id: VariantId) -> Result<()> {
    let others = variant::Entity::find()
        .filter(variant::Column::ItemId.eq(item))
        .filter(variant::Column::Id.ne(id))
        .filter(variant::Column::Status.eq(ItemStatus::Active));
    if tx.count(others).await? > 0 {
        return Ok(());
    }
    let listed = listing::Entity::find().filter(listing::Column::ItemId.eq(item)).filter(listing::Column::Status.ne(ListingStatus::Ended));
    let offered =
        supply_offer::Entity::find().filter(supply_offer::Column::ItemId.eq(item)).filter(supply_offer::Column::Status.eq(OfferStatus::Active));
    if tx.count(listed).await? + tx.count(offered).await? > 0 {
        return Err(codes::LAST_VARIANT.into());
    }
    Ok(())
}
