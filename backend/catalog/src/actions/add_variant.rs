//! Adding a variant with its first prices.

use super::register::{locked_active, touched};
use crate::{
    audit, codes,
    entity::{ItemStatus, PriceKind, price, variant},
    events::VariantAdded,
    http::body::{NewVariant, Variant},
    queries::{self, prices::MARKET},
    rules::check::{Checks, NAME},
};
use kernel::{AccountId, ItemId, PriceId, Problem, Result, VariantId};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter};
use serde_json::{Value, json};

/// Most variants of an item, those put away included.
const MOST: u64 = 100;

/// Adds a variant to an item in use; its listing and its offer get it at once.
pub async fn add_variant(tx: &TenantTx, by: AccountId, item: ItemId, new: &NewVariant) -> Result<Variant> {
    let mut checks = Checks::default();
    check(&mut checks, "", new);
    checks.done()?;
    let item = locked_active(tx, item).await?;
    let count = tx.count(variant::Entity::find().filter(variant::Column::ItemId.eq(item.id))).await?;
    if count >= MOST {
        return Err(codes::TOO_MANY_VARIANTS.into());
    }
    let row = insert(tx, by, item.id, "", new, i32::try_from(count).unwrap_or(i32::MAX)).await?;
    touched(tx, item).await?;
    queries::variant(tx, row.id).await
}

/// Notes what is wrong with a new variant; `at` is where it stands in the body.
pub(super) fn check(checks: &mut Checks, at: &str, new: &NewVariant) {
    checks.code(&format!("{at}sku"), &new.sku);
    checks.line(&format!("{at}name"), &new.name, NAME);
    checks.optional(&format!("{at}name_en"), new.name_en.as_deref(), NAME);
    if let Some(barcode) = present(new.barcode.as_deref()) {
        checks.code(&format!("{at}barcode"), barcode);
    }
    checks.price(&format!("{at}list_price"), new.list_price, MARKET);
    checks.price(&format!("{at}selling_price"), new.selling_price, MARKET);
    checks.price(&format!("{at}supply_price"), new.supply_price, MARKET);
    checks.quantity(&format!("{at}opening_stock"), new.opening_stock.unwrap_or(0), 0);
}

/// Writes a checked variant with its prices, which hold from now on.
pub(super) async fn insert(tx: &TenantTx, by: AccountId, item: ItemId, at: &str, new: &NewVariant, position: i32) -> Result<variant::Model> {
    let sku = new.sku.trim();
    if tx.one(variant::Entity::find().filter(variant::Column::Sku.eq(sku))).await?.is_some() {
        return Err(Problem::new(codes::SKU_TAKEN).field(format!("{at}sku"), "taken"));
    }
    let barcode = present(new.barcode.as_deref());
    barcode_is_free(tx, barcode, None, &format!("{at}barcode")).await?;
    let row = variant::ActiveModel {
        id: Set(VariantId::new()),
        item_id: Set(item),
        sku: Set(sku.to_owned()),
        barcode: Set(barcode.map(str::to_owned)),
        name: Set(new.name.trim().to_owned()),
        name_en: Set(present(new.name_en.as_deref()).map(str::to_owned)),
        position: Set(position),
        available: Set(0),
        status: Set(ItemStatus::Active),
    };
    let row = tx.insert(row).await?;
    let first = |kind, amount_minor| price::ActiveModel {
        id: Set(PriceId::new()),
        variant_id: Set(row.id),
        kind: Set(kind),
        currency: Set(MARKET),
        amount_minor: Set(amount_minor),
        valid_from: Set(tx.now()),
        valid_to: Set(None),
        created_by: Set(Some(by)),
        created_at: Set(tx.now()),
    };
    let prices = vec![
        first(PriceKind::List, new.list_price.minor),
        first(PriceKind::Selling, new.selling_price.minor),
        first(PriceKind::Supply, new.supply_price.minor),
    ];
    tx.insert_many(prices).await?;
    let made = json!({
        "sku": row.sku, "name": row.name, "list_price": new.list_price, "selling_price": new.selling_price, "supply_price": new.supply_price,
    });
    tx.record(Entry::new(audit::VARIANT_ADDED, row.id, &row.sku).changed(Value::Null, made)).await?;
    tx.emit(&VariantAdded { variant_id: row.id, opening_stock: new.opening_stock.unwrap_or(0) }).await?;
    Ok(row)
}

/// Refuses a barcode that another variant has.
pub(super) async fn barcode_is_free(tx: &TenantTx, barcode: Option<&str>, except: Option<VariantId>, field: &str) -> Result<()> {
    let Some(barcode) = barcode else { return Ok(()) };
    let found = tx.one(variant::Entity::find().filter(variant::Column::Barcode.eq(barcode))).await?;
    if found.is_some_and(|row| Some(row.id) != except) {
        return Err(Problem::new(codes::BARCODE_TAKEN).field(field, "taken"));
    }
    Ok(())
}

fn present(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}
