//! Registering an item anew: its version grows, its own listing follows in the same transaction,
//! and the operator and the distributors are told. Every change of an item ends here.

use super::copies::{self, VariantCopy};
use crate::{
    codes,
    entity::{
        ItemStatus, ListingStatus, ListingVariantStatus, OfferContract, OfferStatus, OfferVisibility, Picture, Pictures, PriceKind, item,
        item_category, listing, media, supply_offer, variant,
    },
    events::ItemRegistered,
    queries::prices::{self, MARKET},
    rules::margin,
    snapshot::{RegisteredSnapshot, SnapshotVariant, registered_item_id},
};
use kernel::{CompanyId, ItemId, Result, VariantId};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// Registers an item again because a planned price began or ended.
pub async fn register_again(tx: &TenantTx, id: ItemId) -> Result<()> {
    let item = locked(tx, id).await?;
    touched(tx, item).await?;
    Ok(())
}

/// The item, held against others until this transaction ends. Everything that changes an item or
/// what belongs to it takes this lock first. Error: not found.
pub(super) async fn locked(tx: &TenantTx, id: ItemId) -> Result<item::Model> {
    tx.find(item::Entity::find_by_id(id).lock_exclusive()).await
}

/// The same, where only an item in use will do. Error: [`codes::ITEM_NOT_ACTIVE`].
pub(super) async fn locked_active(tx: &TenantTx, id: ItemId) -> Result<item::Model> {
    let item = locked(tx, id).await?;
    if item.status == ItemStatus::Active { Ok(item) } else { Err(codes::ITEM_NOT_ACTIVE.into()) }
}

/// Writes the changes of a locked item under its next version, lets its own listing follow, and
/// tells others if it is listed or offered.
pub(super) async fn registered(tx: &TenantTx, mut changes: item::ActiveModel) -> Result<item::Model> {
    let version = changes.version.take().unwrap_or(0);
    changes.version = Set(version + 1);
    changes.updated_at = Set(tx.now());
    let item = tx.update(changes).await?;
    let own = tx.one(listing::Entity::find().filter(listing::Column::ItemId.eq(item.id)).lock_exclusive()).await?;
    let offer = tx.one(supply_offer::Entity::find().filter(supply_offer::Column::ItemId.eq(item.id))).await?;
    if own.is_none() && offer.is_none() {
        return Ok(item);
    }
    let snapshot = snapshot(tx, &item, offer.as_ref()).await?;
    if let Some(own) = own {
        follow(tx, own, &snapshot).await?;
    }
    tx.emit(&ItemRegistered(snapshot)).await?;
    Ok(item)
}

async fn snapshot(tx: &TenantTx, item: &item::Model, offer: Option<&supply_offer::Model>) -> Result<RegisteredSnapshot> {
    let query = variant::Entity::find()
        .filter(variant::Column::ItemId.eq(item.id))
        .filter(variant::Column::Status.eq(ItemStatus::Active))
        .order_by_asc(variant::Column::Position)
        .order_by_asc(variant::Column::Id);
    let variants = tx.all(query).await?;
    let ids: Vec<VariantId> = variants.iter().map(|row| row.id).collect();
    let prices = prices::at(tx, &ids, tx.now()).await?;
    let standing = offer.filter(|offer| offer.status == OfferStatus::Active);
    let rate = standing.and_then(|offer| offer.price_floor_rate);
    let variant_of = |row: variant::Model| -> Result<SnapshotVariant> {
        let list_price_minor = prices.minor(row.id, PriceKind::List);
        Ok(SnapshotVariant {
            list_price_minor,
            selling_price_minor: prices.minor(row.id, PriceKind::Selling),
            supply_price_minor: prices.minor(row.id, PriceKind::Supply),
            price_floor_minor: margin::floor(MARKET.minor(list_price_minor), rate)?.minor,
            variant_id: row.id,
            sku: row.sku,
            name: row.name,
            name_en: row.name_en,
        })
    };
    Ok(RegisteredSnapshot {
        supplier_id: tx.company(),
        item_id: item.id,
        registered_item_id: registered_item_id(tx.company(), item.id),
        version: item.version,
        name: item.name.clone(),
        name_en: item.name_en.clone(),
        description: item.description.clone(),
        description_en: item.description_en.clone(),
        unit: item.unit.clone(),
        tax_class: item.tax_class,
        category_code: category_code(tx, item).await?,
        contract: offer.map_or(OfferContract::Resale, |offer| offer.contract),
        currency: MARKET,
        visibility: standing.map_or(OfferVisibility::Own, |offer| offer.visibility),
        companies: standing.map(|offer| offer.companies.iter().copied().map(CompanyId).collect()).unwrap_or_default(),
        min_quantity: standing.map_or(1, |offer| offer.min_quantity),
        max_quantity: standing.and_then(|offer| offer.max_quantity),
        variants: variants.into_iter().map(variant_of).collect::<Result<_>>()?,
        media: tx.all(media::Entity::of_item(item.id)).await?.into_iter().map(picture_of).collect(),
        ended: item.status == ItemStatus::Archived,
    })
}

async fn category_code(tx: &TenantTx, item: &item::Model) -> Result<Option<String>> {
    let Some(id) = item.category_id else { return Ok(None) };
    Ok(tx.one(item_category::Entity::find_by_id(id)).await?.map(|row| row.code))
}

fn picture_of(row: media::Model) -> Picture {
    Picture { keys: row.keys, alt: row.alt, alt_en: row.alt_en }
}

/// Lets the own listing follow the item. Own prices have no floor: it binds distributors.
async fn follow(tx: &TenantTx, own: listing::Model, snapshot: &RegisteredSnapshot) -> Result<()> {
    let available = available(tx, snapshot).await?;
    let copies = snapshot.variants.iter().map(|variant| VariantCopy {
        variant_id: variant.variant_id,
        sku: variant.sku.clone(),
        name: variant.name.clone(),
        name_en: variant.name_en.clone(),
        list_price_minor: variant.list_price_minor,
        selling_price_minor: variant.selling_price_minor,
        supply_price_minor: variant.supply_price_minor,
        price_floor_minor: 0,
        available: available.get(&variant.variant_id).copied().unwrap_or(0),
        status: ListingVariantStatus::Active,
    });
    let rows = copies::write(tx, own.id, copies.collect()).await?;
    let (own_words, status, version) = (own.own_words, own.status, own.version);
    let before = own.price_from_minor;
    let mut row = own.into_active_model();
    copies::facts(&mut row, snapshot);
    if !own_words {
        copies::words(&mut row, snapshot);
    }
    row.status = Set(match (snapshot.ended, status) {
        (true, _) => ListingStatus::Ended,
        (false, ListingStatus::Ended) => ListingStatus::Draft,
        (false, status) => status,
    });
    let pictures = Pictures(snapshot.media.clone());
    row.picture_key = Set(pictures.cover());
    row.media = Set(pictures);
    row.price_from_minor = Set(copies::price_from(&rows).unwrap_or(before));
    row.in_stock = Set(copies::in_stock(&rows, snapshot.min_quantity));
    row.version = Set(version + 1);
    row.updated_at = Set(tx.now());
    tx.update(row).await?;
    Ok(())
}

/// What stock last said of the variants, which are held so that it cannot change unseen.
async fn available(tx: &TenantTx, snapshot: &RegisteredSnapshot) -> Result<HashMap<VariantId, i32>> {
    let ids = snapshot.variants.iter().map(|variant| variant.variant_id);
    let query = variant::Entity::find().filter(variant::Column::Id.is_in(ids)).order_by_asc(variant::Column::Id).lock_exclusive();
    Ok(tx.all(query).await?.into_iter().map(|row| (row.id, row.available)).collect())
}

/// The same for an item of which only what belongs to it was changed.
pub(super) async fn touched(tx: &TenantTx, item: item::Model) -> Result<item::Model> {
    registered(tx, item.into_active_model()).await
}
