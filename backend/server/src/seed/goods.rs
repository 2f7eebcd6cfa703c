//! Items with their pictures, categories and offers, and the shelves of their makers' own shops.

use super::{
    catalog::{Item, ItemCategory},
    world::{Good, Place, World},
};
use catalog::{
    actions::{self, StoredPicture},
    entity::OfferVisibility,
    http::body::{Listing, NewItem, NewItemCategory, NewListing, NewShopCategory, NewSupplyOffer, NewVariant},
};
use futures_util::{StreamExt, TryStreamExt, stream};
use kernel::{Currency, ItemCategoryId, ItemId, Money, Problem, Result, Role, ShopCategoryId, VariantId};
use platform::TenantTx;
use std::collections::HashMap;

/// Pictures worked on at once.
const PICTURES_AT_ONCE: usize = 4;
/// Below so many a variant is to be made again.
const REORDER_AT: i32 = 15;

/// Ids by the keys of the catalogue, for one company.
#[derive(Default)]
pub(super) struct Categories {
    pub shop: HashMap<String, ShopCategoryId>,
    item: HashMap<String, ItemCategoryId>,
}

/// What later steps need of the items made.
#[derive(Default)]
pub(super) struct Made {
    /// Items by code.
    pub items: HashMap<String, ItemId>,
    /// Variants by SKU.
    pub variants: HashMap<String, VariantId>,
}

/// Makes the items of every maker, lists and offers them.
pub(super) async fn make(world: &mut World) -> Result<Made> {
    let pictures = pictures(world).await?;
    let mut made = Made::default();
    for index in 0..world.companies.len() {
        let Some(place) = world.companies.get(index) else { continue };
        let categories = categories(world, place).await?;
        let mut shelf = Vec::new();
        for item in world.catalog.items.iter().filter(|item| item.company == place.slug) {
            let picture = pictures.get(&item.picture).ok_or_else(Problem::not_found)?;
            let listing = one(world, place, &categories, item, picture, &mut made).await?;
            shelf.extend(goods(&listing));
        }
        if let Some(place) = world.companies.get_mut(index) {
            place.shelf = shelf;
        }
    }
    world.work().await?;
    reorder_points(world, &made).await?;
    Ok(made)
}

/// Reads, checks and stores the pictures, a few at once.
async fn pictures(world: &World) -> Result<HashMap<String, StoredPicture>> {
    stream::iter(&world.catalog.items)
        .map(async |item| {
            let bytes = std::fs::read(world.dir.join("pictures").join(&item.picture)).map_err(Problem::internal)?;
            let stored = actions::store_picture(world.app(), bytes.into()).await?;
            Ok((item.picture.clone(), stored))
        })
        .buffer_unordered(PICTURES_AT_ONCE)
        .try_collect()
        .await
}

/// The shop's shelves and the item categories that stand on them.
async fn categories(world: &World, place: &Place) -> Result<Categories> {
    let mut made = Categories::default();
    let tx = world.app().tenant(place.id).await?;
    let shelves = world.catalog.categories.shop.get(&place.slug).map(Vec::as_slice).unwrap_or_default();
    for (position, shelf) in (1_i32..).zip(shelves) {
        let new = NewShopCategory {
            slug: shelf.key.clone(),
            name: shelf.name_ko.clone(),
            name_en: Some(shelf.name_en.clone()),
            parent_id: None,
            position: Some(position),
        };
        made.shop.insert(shelf.key.clone(), actions::create_shop_category(&tx, &new).await?.id);
    }
    let shelf_of = |key: &str| {
        let shelf = shelves.iter().find(|shelf| shelf.item_categories.iter().any(|own| own == key));
        shelf.and_then(|shelf| made.shop.get(&shelf.key)).copied()
    };
    let mut item = HashMap::new();
    for top in &world.catalog.categories.item {
        let used = |category: &ItemCategory| shelf_of(&category.key).is_some();
        if !used(top) && !top.children.iter().any(used) {
            continue;
        }
        let parent = item_category(&tx, top, None, shelf_of(&top.key)).await?;
        item.insert(top.key.clone(), parent);
        for child in top.children.iter().filter(|child| used(child)) {
            item.insert(child.key.clone(), item_category(&tx, child, Some(parent), shelf_of(&child.key)).await?);
        }
    }
    made.item = item;
    tx.commit().await?;
    Ok(made)
}

async fn item_category(
    tx: &TenantTx,
    facts: &ItemCategory,
    parent_id: Option<ItemCategoryId>,
    shelf: Option<ShopCategoryId>,
) -> Result<ItemCategoryId> {
    let new = NewItemCategory {
        code: facts.key.clone(),
        name: facts.name_ko.clone(),
        name_en: Some(facts.name_en.clone()),
        parent_id,
        shop_category_id: shelf,
    };
    Ok(actions::create_item_category(tx, &new).await?.id)
}

/// One item from its making to its shelf.
async fn one(world: &World, place: &Place, categories: &Categories, facts: &Item, picture: &StoredPicture, made: &mut Made) -> Result<Listing> {
    let tx = world.app().tenant(place.id).await?;
    let item = actions::create_item(&tx, place.person(Role::Sales)?, &new_item(facts, categories)).await?;
    actions::add_media(&tx, item.id, picture, &facts.name_ko, Some(&facts.name_en)).await?;
    if facts.offer.open {
        let offer = NewSupplyOffer {
            contract: facts.offer.contract,
            visibility: OfferVisibility::All,
            companies: None,
            min_quantity: facts.offer.min_quantity,
            max_quantity: facts.offer.max_quantity,
            price_floor_rate: None,
        };
        actions::put_offer(&tx, item.id, None, &offer).await?;
    }
    let listing = actions::list_item(&tx, item.id, &NewListing::default()).await?;
    let listing = actions::publish(&tx, listing.row.id).await?;
    tx.commit().await?;
    made.items.insert(facts.code.clone(), item.id);
    made.variants.extend(item.variants.iter().map(|variant| (variant.sku.clone(), variant.id)));
    Ok(listing)
}

fn new_item(facts: &Item, categories: &Categories) -> NewItem {
    let won = |minor: i64| -> Money { Currency::KRW.minor(minor) };
    NewItem {
        code: facts.code.clone(),
        name: facts.name_ko.clone(),
        name_en: Some(facts.name_en.clone()),
        description: facts.description_ko.clone(),
        description_en: Some(facts.description_en.clone()),
        unit: facts.unit.clone(),
        tax_class: facts.tax_class,
        category_id: categories.item.get(&facts.category).copied(),
        variants: facts
            .variants
            .iter()
            .map(|variant| NewVariant {
                sku: variant.sku.clone(),
                barcode: Some(variant.barcode.clone()),
                name: variant.name_ko.clone(),
                name_en: Some(variant.name_en.clone()),
                list_price: won(variant.list_price_minor),
                selling_price: won(variant.selling_price_minor),
                supply_price: won(variant.supply_price_minor),
                opening_stock: Some(variant.opening_stock),
            })
            .collect(),
    }
}

/// What of a listing can be bought.
pub(super) fn goods(listing: &Listing) -> impl Iterator<Item = Good> + '_ {
    listing.variants.iter().map(|variant| Good { variant: variant.id, price_minor: variant.selling_price.minor, least: listing.min_quantity.max(1) })
}

/// From when on a variant counts as low.
async fn reorder_points(world: &World, made: &Made) -> Result<()> {
    for place in &world.companies {
        let own = world.catalog.items.iter().filter(|item| item.company == place.slug).flat_map(|item| &item.variants);
        let tx = world.app().tenant(place.id).await?;
        for variant in own.filter_map(|variant| made.variants.get(&variant.sku)) {
            stock::actions::set_reorder_point(&tx, *variant, REORDER_AT, None).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}
