//! Making an item with its variants and their first prices.

use super::add_variant::{check, insert};
use crate::{
    audit, codes,
    entity::{ItemStatus, item, item_category},
    http::body::{Item, NewItem},
    queries,
    rules::check::{Checks, NAME, TEXT, UNIT},
};
use kernel::{AccountId, ItemCategoryId, ItemId, Problem, Result};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};
use std::collections::HashSet;

/// Makes an item. Errors: invalid fields, a taken code, SKU or barcode, an unknown category.
pub async fn create_item(tx: &TenantTx, by: AccountId, new: &NewItem) -> Result<Item> {
    let mut checks = Checks::default();
    let row = item::ActiveModel {
        id: Set(ItemId::new()),
        code: Set(checks.code("code", &new.code)),
        name: Set(checks.line("name", &new.name, NAME)),
        name_en: Set(checks.optional("name_en", new.name_en.as_deref(), NAME)),
        description: Set(checks.text("description", &new.description, TEXT)),
        description_en: Set(new.description_en.as_deref().map(|text| checks.text("description_en", text, TEXT)).filter(|text| !text.is_empty())),
        unit: Set(checks.line("unit", &new.unit, UNIT)),
        tax_class: Set(new.tax_class),
        category_id: Set(new.category_id),
        status: Set(ItemStatus::Active),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        version: Set(1),
    };
    checks.hold((1..=100).contains(&new.variants.len()), "variants", "out_of_range");
    let mut skus = HashSet::new();
    let mut barcodes = HashSet::new();
    for (index, variant) in new.variants.iter().enumerate().take(100) {
        let at = format!("variants.{index}.");
        check(&mut checks, &at, variant);
        checks.hold(skus.insert(variant.sku.trim()), &format!("{at}sku"), "repeated");
        let barcode = variant.barcode.as_deref().map(str::trim).filter(|text| !text.is_empty());
        checks.hold(barcode.is_none_or(|barcode| barcodes.insert(barcode)), &format!("{at}barcode"), "repeated");
    }
    checks.done()?;
    code_is_free(tx, new.code.trim(), None).await?;
    category_exists(tx, new.category_id).await?;
    let item = tx.insert(row).await?;
    let made = json!({"code": item.code, "name": item.name, "unit": item.unit, "tax_class": item.tax_class, "category": item.category_id, "status": item.status});
    tx.record(Entry::new(audit::ITEM_CREATED, item.id, &item.name).changed(Value::Null, made)).await?;
    for (position, variant) in (0_i32..).zip(&new.variants) {
        insert(tx, by, item.id, &format!("variants.{position}."), variant, position).await?;
    }
    queries::item(tx, item.id).await
}

/// Refuses a code that another item has.
pub(super) async fn code_is_free(tx: &TenantTx, code: &str, except: Option<ItemId>) -> Result<()> {
    let found = tx.one(item::Entity::find().filter(item::Column::Code.eq(code))).await?;
    if found.is_some_and(|row| Some(row.id) != except) {
        return Err(Problem::new(codes::ITEM_CODE_TAKEN).field("code", "taken"));
    }
    Ok(())
}

/// Refuses a category that does not exist.
pub(super) async fn category_exists(tx: &TenantTx, id: Option<ItemCategoryId>) -> Result<()> {
    let Some(id) = id else { return Ok(()) };
    let found = tx.one(item_category::Entity::find_by_id(id)).await?;
    if found.is_some() { Ok(()) } else { Err(Problem::invalid("category_id", "not_found")) }
}
