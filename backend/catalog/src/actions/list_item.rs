//! Listing an own item in the own shop.

use super::register::{locked_active, touched};
use crate::{
    audit, codes,
    entity::{ListingContract, ListingStatus, Pictures, item, item_category, listing, shop_category},
    http::body::{Listing, NewListing},
    queries::{self, prices::MARKET},
    rules::slug,
    snapshot::registered_item_id,
};
use kernel::{ItemId, ListingId, Problem, Result, ShopCategoryId};
use platform::{TenantTx, audit::Entry};
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use serde_json::{Value, json};
use std::collections::HashSet;

/// Lists an own item as a draft. Errors: not in use, listed already, a taken address.
pub async fn list_item(tx: &TenantTx, id: ItemId, new: &NewListing) -> Result<Listing> {
    let item = locked_active(tx, id).await?;
    if tx.one(listing::Entity::find().filter(listing::Column::ItemId.eq(id))).await?.is_some() {
        return Err(codes::LISTING_EXISTS.into());
    }
    let category = match new.category_id {
        Some(category) => Some(shop_category_exists(tx, category).await?),
        None => matched_category(tx, &item).await?,
    };
    let slug = match &new.slug {
        Some(slug) => chosen_slug(tx, slug).await?,
        None => free_slug(tx, &[item.name_en.as_deref().unwrap_or(""), &item.name, &item.code]).await?,
    };
    let row = listing::ActiveModel {
        id: Set(ListingId::new()),
        item_id: Set(Some(id)),
        supplier_id: Set(tx.company()),
        registered_item_id: Set(registered_item_id(tx.company(), id)),
        registered_version: Set(item.version),
        contract: Set(ListingContract::Own),
        slug: Set(slug),
        title: Set(item.name.clone()),
        title_en: Set(item.name_en.clone()),
        description: Set(item.description.clone()),
        description_en: Set(item.description_en.clone()),
        unit: Set(item.unit.clone()),
        tax_class: Set(item.tax_class),
        category_id: Set(category),
        status: Set(ListingStatus::Draft),
        min_quantity: Set(1),
        max_quantity: Set(None),
        price_from_minor: Set(0),
        currency: Set(MARKET),
        in_stock: Set(false),
        picture_key: Set(None),
        media: Set(Pictures::default()),
        own_words: Set(false),
        sold: Set(0),
        published_at: Set(None),
        updated_at: Set(tx.now()),
        version: Set(0),
    };
    let row = tx.insert(row).await?;
    let made = json!({"slug": row.slug, "name": row.title, "category": row.category_id, "status": row.status});
    tx.record(Entry::new(audit::LISTING_MADE, row.id, &row.title).changed(Value::Null, made)).await?;
    // Registering writes the variants, prices, pictures and limits.
    touched(tx, item).await?;
    queries::listing(tx, row.id).await
}

/// The shop category matched to the item's category or to the nearest one above it.
async fn matched_category(tx: &TenantTx, item: &item::Model) -> Result<Option<ShopCategoryId>> {
    let mut next = item.category_id;
    for _ in 0..crate::rules::tree::DEEPEST {
        let Some(id) = next else { break };
        let Some(row) = tx.one(item_category::Entity::find_by_id(id)).await? else { break };
        if row.shop_category_id.is_some() {
            return Ok(row.shop_category_id);
        }
        next = row.parent_id;
    }
    Ok(None)
}

/// The category, if the shop has it. Error: no such category.
pub(super) async fn shop_category_exists(tx: &TenantTx, id: ShopCategoryId) -> Result<ShopCategoryId> {
    let found = tx.one(shop_category::Entity::find_by_id(id)).await?;
    found.map(|row| row.id).ok_or_else(|| Problem::invalid("category_id", "not_found"))
}

/// An address that a person chose. Errors: not an address, taken.
async fn chosen_slug(tx: &TenantTx, slug: &str) -> Result<String> {
    if !slug::is_valid(slug) {
        return Err(Problem::invalid("slug", "malformed"));
    }
    if tx.one(listing::Entity::find().filter(listing::Column::Slug.eq(slug))).await?.is_some() {
        return Err(Problem::new(codes::LISTING_SLUG_TAKEN).field("slug", "taken"));
    }
    Ok(slug.to_owned())
}

/// An address made of the first text that gives one, with a number behind it if it is taken.
pub(super) async fn free_slug(tx: &TenantTx, texts: &[&str]) -> Result<String> {
    let base = slug::suggest(texts.iter().copied()).unwrap_or_else(|| "product".to_owned());
    let similar = listing::Entity::find().filter(listing::Column::Slug.starts_with(&base)).order_by_asc(listing::Column::Slug).limit(1000);
    let taken: HashSet<String> = tx.all(similar).await?.into_iter().map(|row| row.slug).collect();
    let numbered = (2..=taken.len() + 2).map(|number| slug::numbered(&base, number));
    let free = std::iter::once(base.clone()).chain(numbered).find(|slug| !taken.contains(slug));
    // More than a thousand products of one name: the time-ordered id cannot be taken.
    Ok(free.unwrap_or_else(|| format!("p-{}", ListingId::new().uuid().simple())))
}
