//! Listing another company's offered item in the own shop, at an own price.

use super::{
    copies::{self, VariantCopy},
    list_item::{free_slug, shop_category_exists},
};
use crate::{
    audit, codes,
    entity::{ListingContract, ListingStatus, ListingVariantStatus, Pictures, item_category, listing},
    queries::prices::MARKET,
    rules::{check::Checks, margin},
    snapshot::{RegisteredSnapshot, SnapshotVariant},
};
use kernel::{Code, ListingId, Money, Problem, Result, ShopCategoryId, VariantId};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::{HashMap, HashSet};
use utoipa::ToSchema;

/// How an offered item is to be listed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ListOffered {
    /// Its shop category.
    pub category_id: Option<ShopCategoryId>,
    /// The variants to be listed, with the shop's own prices.
    #[schema(min_items = 1, max_items = 100)]
    pub variants: Vec<OfferedPrice>,
    /// Whether prices below the supply price are meant.
    #[serde(default)]
    pub accept_loss: bool,
}

/// The price of an offered variant in this shop.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OfferedPrice {
    /// The supplier's variant.
    pub variant_id: VariantId,
    /// What a buyer pays, VAT included.
    pub selling_price: Money,
}

/// Lists an offered item; buyers see it at once. Errors: listed already, invalid fields, a price
/// below the floor, a loss that was not accepted.
pub async fn list_offered(
    tx: &TenantTx,
    snapshot: &RegisteredSnapshot,
    contract: ListingContract,
    new: &ListOffered,
    available: &HashMap<VariantId, i32>,
) -> Result<listing::Model> {
    let copies = check(snapshot, new, available)?;
    let query = listing::Entity::find().filter(listing::Column::RegisteredItemId.eq(snapshot.registered_item_id)).lock_exclusive();
    let standing = tx.one(query).await?;
    if standing.as_ref().is_some_and(|row| row.status != ListingStatus::Ended || row.item_id.is_some()) {
        return Err(codes::LISTING_EXISTS.into());
    }
    let category = match new.category_id {
        Some(category) => Some(shop_category_exists(tx, category).await?),
        None => matched_category(tx, snapshot).await?,
    };
    let standing = match standing {
        Some(row) => row,
        None => tx.insert(fresh(tx, snapshot, contract).await?).await?,
    };
    let (id, version, published_at) = (standing.id, standing.version, standing.published_at);
    let rows = copies::write(tx, id, copies).await?;
    for row in &rows {
        set_available_of(tx, row, available).await?;
    }
    let stocked = |row: &crate::entity::listing_variant::Model| available.get(&row.variant_id).copied().unwrap_or(0) >= snapshot.min_quantity.max(1);
    let in_stock = rows.iter().any(|row| row.status == ListingVariantStatus::Active && stocked(row));
    let mut row = standing.into_active_model();
    copies::facts(&mut row, snapshot);
    copies::words(&mut row, snapshot);
    let pictures = Pictures(snapshot.media.clone());
    row.picture_key = Set(pictures.cover());
    row.media = Set(pictures);
    row.own_words = Set(false);
    row.contract = Set(contract);
    row.category_id = Set(category);
    row.status = Set(ListingStatus::Published);
    row.published_at = Set(published_at.or(Some(tx.now())));
    row.price_from_minor = Set(copies::price_from(&rows).unwrap_or(0));
    row.in_stock = Set(in_stock);
    row.version = Set(version + 1);
    row.updated_at = Set(tx.now());
    let listing = tx.update(row).await?;
    let made = json!({"slug": listing.slug, "name": listing.title, "category": listing.category_id, "status": listing.status});
    tx.record(Entry::new(audit::LISTING_MADE, listing.id, &listing.title).changed(Value::Null, made)).await?;
    for row in &rows {
        let price = json!({"selling_price": listing.currency.minor(row.selling_price_minor)});
        tx.record(Entry::new(audit::LISTING_PRICE_SET, row.variant_id, &row.sku).changed(Value::Null, price)).await?;
    }
    Ok(listing)
}

/// A row that stood before, ended, has old news of its stock.
async fn set_available_of(tx: &TenantTx, row: &crate::entity::listing_variant::Model, available: &HashMap<VariantId, i32>) -> Result<()> {
    let heard = available.get(&row.variant_id).copied().unwrap_or(0);
    if row.available == heard {
        return Ok(());
    }
    let mut row = row.clone().into_active_model();
    row.available = Set(heard);
    tx.update(row).await?;
    Ok(())
}

async fn fresh(tx: &TenantTx, snapshot: &RegisteredSnapshot, contract: ListingContract) -> Result<listing::ActiveModel> {
    let sku = snapshot.variants.first().map_or("", |variant| variant.sku.as_str());
    let slug = free_slug(tx, &[snapshot.name_en.as_deref().unwrap_or(""), &snapshot.name, sku]).await?;
    Ok(listing::ActiveModel {
        id: Set(ListingId::new()),
        item_id: Set(None),
        supplier_id: Set(snapshot.supplier_id),
        registered_item_id: Set(snapshot.registered_item_id),
        registered_version: Set(snapshot.version),
        contract: Set(contract),
        slug: Set(slug),
        title: Set(snapshot.name.clone()),
        title_en: Set(snapshot.name_en.clone()),
        description: Set(snapshot.description.clone()),
        description_en: Set(snapshot.description_en.clone()),
        unit: Set(snapshot.unit.clone()),
        tax_class: Set(snapshot.tax_class),
        category_id: Set(None),
        status: Set(ListingStatus::Draft),
        min_quantity: Set(snapshot.min_quantity),
        max_quantity: Set(snapshot.max_quantity),
        price_from_minor: Set(0),
        currency: Set(snapshot.currency),
        in_stock: Set(false),
        picture_key: Set(None),
        media: Set(Pictures::default()),
        own_words: Set(false),
        sold: Set(0),
        published_at: Set(None),
        updated_at: Set(tx.now()),
        version: Set(0),
    })
}

/// The shop category matched to the own item category that has the supplier's code.
async fn matched_category(tx: &TenantTx, snapshot: &RegisteredSnapshot) -> Result<Option<ShopCategoryId>> {
    let Some(code) = &snapshot.category_code else { return Ok(None) };
    let row = tx.one(item_category::Entity::find().filter(item_category::Column::Code.eq(code))).await?;
    Ok(row.and_then(|row| row.shop_category_id))
}

/// Checks the variants and their prices; returns them as they are to be listed.
fn check(snapshot: &RegisteredSnapshot, new: &ListOffered, available: &HashMap<VariantId, i32>) -> Result<Vec<VariantCopy>> {
    let supplied: HashMap<VariantId, &SnapshotVariant> = snapshot.variants.iter().map(|variant| (variant.variant_id, variant)).collect();
    let mut checks = Checks::default();
    checks.hold((1..=100).contains(&new.variants.len()), "variants", "out_of_range");
    let (mut seen, mut copies, mut low, mut lossy) = (HashSet::new(), Vec::new(), Vec::new(), Vec::new());
    for (index, wanted) in new.variants.iter().enumerate().take(100) {
        let at = format!("variants.{index}");
        checks.hold(seen.insert(wanted.variant_id), &format!("{at}.variant_id"), "repeated");
        let price = checks.price(&format!("{at}.selling_price"), wanted.selling_price, snapshot.currency);
        checks.hold(price > 0, &format!("{at}.selling_price.minor"), "not_positive");
        let Some(variant) = supplied.get(&wanted.variant_id) else {
            checks.fault(format!("{at}.variant_id"), "not_found");
            continue;
        };
        if margin::is_below_floor(price, variant.price_floor_minor) {
            low.push((index, variant.price_floor_minor));
        }
        if margin::is_loss(price, variant.supply_price_minor) {
            lossy.push((index, variant.supply_price_minor));
        }
        copies.push(copy(variant, price, available.get(&wanted.variant_id).copied().unwrap_or(0)));
    }
    checks.hold(snapshot.currency == MARKET, "variants", "currency");
    checks.done()?;
    refuse(codes::LISTING_BELOW_FLOOR, "below_floor", &low)?;
    if !new.accept_loss {
        refuse(codes::LISTING_LOSS, "loss", &lossy)?;
    }
    Ok(copies)
}

/// One problem that names every price at fault and the bound it missed.
pub(super) fn refuse(code: Code, reason: &str, faults: &[(usize, i64)]) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    let bounds: Vec<String> = faults.iter().map(|(index, bound)| format!("variants.{index} ≥ {bound}")).collect();
    let problem = Problem::new(code).detail(bounds.join(", "));
    Err(faults.iter().fold(problem, |problem, (index, _)| problem.field(format!("variants.{index}.selling_price"), reason)))
}

fn copy(variant: &SnapshotVariant, selling_price_minor: i64, available: i32) -> VariantCopy {
    VariantCopy {
        variant_id: variant.variant_id,
        sku: variant.sku.clone(),
        name: variant.name.clone(),
        name_en: variant.name_en.clone(),
        list_price_minor: variant.list_price_minor,
        selling_price_minor,
        supply_price_minor: variant.supply_price_minor,
        price_floor_minor: variant.price_floor_minor,
        available,
        status: ListingVariantStatus::Active,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::entity::{OfferContract, OfferVisibility};
    use kernel::{CompanyId, Currency, ItemId, RegisteredItemId, TaxClass};
    use uuid::Uuid;

    fn offered(floor: i64) -> (RegisteredSnapshot, VariantId) {
        let variant_id = VariantId::new();
        let variant = SnapshotVariant {
            variant_id,
            sku: "F-1".into(),
            name: "1 kg".into(),
            name_en: None,
            list_price_minor: 22_000,
            selling_price_minor: 21_000,
            supply_price_minor: 16_500,
            price_floor_minor: floor,
        };
        let snapshot = RegisteredSnapshot {
            supplier_id: CompanyId::new(),
            item_id: ItemId::new(),
            registered_item_id: RegisteredItemId(Uuid::nil()),
            version: 3,
            name: "밀가루".into(),
            name_en: None,
            description: String::new(),
            description_en: None,
            unit: "포".into(),
            tax_class: TaxClass::Taxable,
            category_code: None,
            contract: OfferContract::Resale,
            currency: Currency::KRW,
            visibility: OfferVisibility::All,
            companies: Vec::new(),
            min_quantity: 1,
            max_quantity: None,
            variants: vec![variant],
            media: Vec::new(),
            ended: false,
        };
        (snapshot, variant_id)
    }

    fn at(variant_id: VariantId, minor: i64, accept_loss: bool) -> ListOffered {
        ListOffered { category_id: None, variants: vec![OfferedPrice { variant_id, selling_price: Money::won(minor) }], accept_loss }
    }

    #[test]
    fn a_price_is_held_against_floor_and_supply_price() {
        let (snapshot, id) = offered(15_000);
        let code = |new: &ListOffered| check(&snapshot, new, &HashMap::new()).err().map(|problem| problem.code.name);
        assert_eq!(code(&at(id, 16_500, false)), None);
        assert_eq!(code(&at(id, 16_499, false)), Some("catalog.listing.loss"));
        assert_eq!(code(&at(id, 16_499, true)), None);
        assert_eq!(code(&at(id, 14_999, true)), Some("catalog.listing.below_floor"));
        assert_eq!(code(&at(id, 0, true)), Some("request.invalid"));
        assert_eq!(code(&at(VariantId::new(), 20_000, false)), Some("request.invalid"));
    }

    #[test]
    fn every_variant_is_named_once() {
        let (snapshot, id) = offered(0);
        let mut new = at(id, 20_000, false);
        new.variants.push(new.variants[0].clone());
        let problem = check(&snapshot, &new, &HashMap::new()).err();
        assert_eq!(problem.map(|p| p.fields[0].field.clone()).as_deref(), Some("variants.1.variant_id"));
        new.variants.clear();
        assert!(check(&snapshot, &new, &HashMap::new()).is_err());
    }

    #[test]
    fn what_is_listed_is_the_suppliers_variant_at_the_shops_price() {
        let (snapshot, id) = offered(0);
        let copies = check(&snapshot, &at(id, 20_000, false), &HashMap::from([(id, 7)])).unwrap_or_default();
        assert_eq!((copies[0].selling_price_minor, copies[0].supply_price_minor, copies[0].available), (20_000, 16_500, 7));
    }
}
