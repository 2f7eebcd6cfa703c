//! Changing an item. Putting it away ends its offer and its listing.

use super::{
    create_item::{category_exists, code_is_free},
    register::{locked, registered},
};
use crate::{
    audit,
    entity::{ItemStatus, OfferStatus, item, supply_offer},
    http::body::{Item, PatchItem},
    queries,
    rules::check::{Checks, NAME, TEXT, UNIT},
};
use kernel::{ItemId, Result};
use platform::{TenantTx, audit::Entry, scope::same_version};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

/// Changes an item. Errors: a stale version, invalid fields, a taken code, an unknown category.
pub async fn update_item(tx: &TenantTx, id: ItemId, seen: i64, patch: &PatchItem) -> Result<Item> {
    let item = locked(tx, id).await?;
    same_version(Some(seen), item.version)?;
    let archived = item.status == ItemStatus::Active && patch.status == Some(ItemStatus::Archived);
    let mut checks = Checks::default();
    let before = audit::item(&item);
    let mut row = item.into_active_model();
    if let Some(code) = &patch.code {
        row.code = Set(checks.code("code", code));
    }
    if let Some(name) = &patch.name {
        row.name = Set(checks.line("name", name, NAME));
    }
    if let Some(name_en) = &patch.name_en {
        row.name_en = Set(checks.optional("name_en", name_en.as_deref(), NAME));
    }
    if let Some(text) = &patch.description {
        row.description = Set(checks.text("description", text, TEXT));
    }
    if let Some(text) = &patch.description_en {
        let text = text.as_deref().map(|text| checks.text("description_en", text, TEXT));
        row.description_en = Set(text.filter(|text| !text.is_empty()));
    }
    if let Some(unit) = &patch.unit {
        row.unit = Set(checks.line("unit", unit, UNIT));
    }
    checks.done()?;
    if let Some(code) = &patch.code {
        code_is_free(tx, code.trim(), Some(id)).await?;
    }
    if let Some(tax_class) = patch.tax_class {
        row.tax_class = Set(tax_class);
    }
    if let Some(category) = patch.category_id {
        category_exists(tx, category).await?;
        row.category_id = Set(category);
    }
    if let Some(status) = patch.status {
        row.status = Set(status);
    }
    if archived {
        end_offer_of(tx, id).await?;
    }
    registered(tx, row).await?;
    let item = tx.find(item::Entity::find_by_id(id)).await?;
    tx.record(Entry::new(audit::ITEM_CHANGED, id, &item.name).changed(before, audit::item(&item))).await?;
    queries::item(tx, id).await
}

async fn end_offer_of(tx: &TenantTx, id: ItemId) -> Result<()> {
    let query = supply_offer::Entity::find().filter(supply_offer::Column::ItemId.eq(id)).lock_exclusive();
    let Some(offer) = tx.one(query).await?.filter(|offer| offer.status == OfferStatus::Active) else { return Ok(()) };
    let version = offer.version + 1;
    let mut row = offer.into_active_model();
    row.status = Set(OfferStatus::Ended);
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    tx.update(row).await?;
    Ok(())
}
