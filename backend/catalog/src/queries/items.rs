//! Items as sales management shows them.

use super::{prices, search};
use crate::{
    entity::{ItemStatus, ListingStatus, OfferStatus, PriceKind, item, media, price, supply_offer, variant},
    http::body::{Item, ItemRow, Media, SupplyOffer, Variant, VariantPrices},
    rules::picture,
};
use chrono::{DateTime, Utc};
use kernel::{Currency, ItemCategoryId, ItemId, ListingId, Page, PageQuery, PriceId, Result, VariantId};
use platform::TenantTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, extension::postgres::PgExpr},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use uuid::Uuid;

/// Which items.
#[derive(Clone, Debug, Default)]
pub struct ItemFilter {
    /// Words in names, codes, SKUs and barcodes.
    pub q: Option<String>,
    /// Of one category.
    pub category_id: Option<ItemCategoryId>,
    /// In use or not.
    pub status: Option<ItemStatus>,
    /// The order.
    pub sort: ItemSort,
}

/// Orders of the list of items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub enum ItemSort {
    /// By name.
    #[default]
    #[serde(rename = "name")]
    Name,
    /// Last changed first.
    #[serde(rename = "-updated_at")]
    Updated,
}

/// A page of items.
pub async fn items(tx: &TenantTx, filter: &ItemFilter, page: &PageQuery) -> Result<Page<ItemRow>> {
    let limit = page.limit()?;
    let query = item::Entity::find()
        .filter(matching(filter))
        .apply_if(filter.category_id, |query, id| query.filter(item::Column::CategoryId.eq(id)))
        .apply_if(filter.status, |query, status| query.filter(item::Column::Status.eq(status)))
        .limit(limit + 1);
    let rows = match filter.sort {
        ItemSort::Name => {
            let rows = tx.all(by_name(query, page.position()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.name.clone(), row.id))
        }
        ItemSort::Updated => {
            let rows = tx.all(by_change(query, page.position()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.updated_at, row.id))
        }
    };
    let extras = extras(tx, &rows.items.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    Ok(rows.map(|row| row_of(&row, extras.get(&row.id))))
}

fn matching(filter: &ItemFilter) -> Condition {
    let Some(pattern) = search::pattern(filter.q.as_deref()) else { return Condition::all() };
    let like = |column: item::Column| Expr::col((item::Entity, column)).ilike(pattern.clone());
    let of_variant = variant::Entity::find().select_only().column(variant::Column::ItemId).filter(
        Condition::any().add(Expr::col(variant::Column::Sku).ilike(pattern.clone())).add(Expr::col(variant::Column::Barcode).ilike(pattern.clone())),
    );
    Condition::any()
        .add(like(item::Column::Name))
        .add(like(item::Column::NameEn))
        .add(like(item::Column::Code))
        .add(item::Column::Id.in_subquery(of_variant.into_query()))
}

fn by_name(query: Select<item::Entity>, after: Option<(String, ItemId)>) -> Select<item::Entity> {
    let here = || Expr::tuple([Expr::col(item::Column::Name), Expr::col(item::Column::Id)]);
    query
        .apply_if(after, |query, (name, id)| query.filter(here().gt(Expr::tuple([Expr::value(name), Expr::value(id)]))))
        .order_by_asc(item::Column::Name)
        .order_by_asc(item::Column::Id)
}

fn by_change(query: Select<item::Entity>, after: Option<(DateTime<Utc>, ItemId)>) -> Select<item::Entity> {
    let here = || Expr::tuple([Expr::col(item::Column::UpdatedAt), Expr::col(item::Column::Id)]);
    query
        .apply_if(after, |query, (at, id)| query.filter(here().lt(Expr::tuple([Expr::value(at), Expr::value(id)]))))
        .order_by_desc(item::Column::UpdatedAt)
        .order_by_desc(item::Column::Id)
}

/// What a row of the list shows beside the item's own columns.
#[derive(FromQueryResult)]
struct Extra {
    id: ItemId,
    variants: i64,
    selling_from_minor: Option<i64>,
    currency: Option<Currency>,
    picture_key: Option<String>,
    listing_id: Option<ListingId>,
    listing_status: Option<ListingStatus>,
    offer_status: Option<OfferStatus>,
}

const EXTRAS: &str = "SELECT i.id, count(v.id) AS variants, min(p.amount_minor) AS selling_from_minor, min(p.currency) AS currency,
    (SELECT m.keys->>'320' FROM media m WHERE m.item_id = i.id ORDER BY m.position, m.id LIMIT 1) AS picture_key,
    l.id AS listing_id, l.status AS listing_status, o.status AS offer_status
  FROM item i
    LEFT JOIN variant v ON v.item_id = i.id AND v.status = 'active'
    LEFT JOIN price p ON p.variant_id = v.id AND p.kind = 'selling' AND p.valid_from <= $2 AND (p.valid_to IS NULL OR p.valid_to > $2)
    LEFT JOIN listing l ON l.item_id = i.id
    LEFT JOIN supply_offer o ON o.item_id = i.id
  WHERE i.id = ANY($1) GROUP BY i.id, l.id, l.status, o.status";

async fn extras(tx: &TenantTx, ids: &[ItemId]) -> Result<HashMap<ItemId, Extra>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let ids: Vec<Uuid> = ids.iter().map(|id| id.uuid()).collect();
    let rows: Vec<Extra> = tx.rows(EXTRAS, [ids.into(), tx.now().into()]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}

fn row_of(row: &item::Model, extra: Option<&Extra>) -> ItemRow {
    ItemRow {
        id: row.id,
        code: row.code.clone(),
        name: row.name.clone(),
        name_en: row.name_en.clone(),
        unit: row.unit.clone(),
        tax_class: row.tax_class,
        category_id: row.category_id,
        status: row.status,
        variants: extra.map_or(0, |extra| extra.variants),
        selling_from: extra.and_then(|extra| Some(extra.currency?.minor(extra.selling_from_minor?))),
        picture_url: extra.and_then(|extra| extra.picture_key.as_deref().map(picture::url)),
        listing_id: extra.and_then(|extra| extra.listing_id),
        listing_status: extra.and_then(|extra| extra.listing_status),
        offer_status: extra.and_then(|extra| extra.offer_status),
        version: row.version,
    }
}

/// An item whole. Error: not found.
pub async fn item(tx: &TenantTx, id: ItemId) -> Result<Item> {
    let row = tx.find(item::Entity::find_by_id(id)).await?;
    let extra = extras(tx, &[id]).await?.remove(&id);
    let head = row_of(&row, extra.as_ref());
    let variants = tx.all(of_item(id)).await?;
    let ids: Vec<VariantId> = variants.iter().map(|row| row.id).collect();
    let prices = prices::at(tx, &ids, tx.now()).await?;
    let media = tx.all(media::Entity::of_item(id)).await?;
    let offer = tx.one(supply_offer::Entity::find().filter(supply_offer::Column::ItemId.eq(id))).await?;
    Ok(Item {
        id,
        code: row.code,
        name: row.name,
        name_en: row.name_en,
        description: row.description,
        description_en: row.description_en,
        unit: row.unit,
        tax_class: row.tax_class,
        category_id: row.category_id,
        status: row.status,
        selling_from: head.selling_from,
        picture_url: head.picture_url,
        listing_id: head.listing_id,
        listing_status: head.listing_status,
        offer_status: head.offer_status,
        variants: variants.into_iter().map(|row| variant_of(row, &prices)).collect(),
        media: media.into_iter().map(Media::from).collect(),
        offer: offer.map(SupplyOffer::from),
        version: row.version,
    })
}

fn of_item(id: ItemId) -> Select<variant::Entity> {
    variant::Entity::find()
        .filter(variant::Column::ItemId.eq(id))
        .order_by_asc(variant::Column::Position)
        .order_by_asc(variant::Column::Id)
        .limit(200)
}

fn variant_of(row: variant::Model, prices: &prices::Prices) -> Variant {
    Variant {
        prices: VariantPrices {
            list: prices.of(row.id, PriceKind::List),
            selling: prices.of(row.id, PriceKind::Selling),
            supply: prices.of(row.id, PriceKind::Supply),
        },
        id: row.id,
        sku: row.sku,
        barcode: row.barcode,
        name: row.name,
        name_en: row.name_en,
        position: row.position,
        status: row.status,
    }
}

/// A variant with the prices of this moment. Error: not found.
pub async fn variant(tx: &TenantTx, id: VariantId) -> Result<Variant> {
    let row = tx.find(variant::Entity::find_by_id(id)).await?;
    let prices = prices::at(tx, &[id], tx.now()).await?;
    Ok(variant_of(row, &prices))
}

/// The prices of a variant, planned and past ones included, latest first. Error: no such variant.
pub async fn variant_prices(tx: &TenantTx, id: VariantId, kind: Option<PriceKind>, page: &PageQuery) -> Result<Page<price::Model>> {
    tx.find(variant::Entity::find_by_id(id)).await?;
    let limit = page.limit()?;
    let here = || Expr::tuple([Expr::col(price::Column::ValidFrom), Expr::col(price::Column::Id)]);
    let after: Option<(DateTime<Utc>, PriceId)> = page.position()?;
    let query = price::Entity::find()
        .filter(price::Column::VariantId.eq(id))
        .apply_if(kind, |query, kind| query.filter(price::Column::Kind.eq(kind)))
        .apply_if(after, |query, (at, id)| query.filter(here().lt(Expr::tuple([Expr::value(at), Expr::value(id)]))))
        .order_by_desc(price::Column::ValidFrom)
        .order_by_desc(price::Column::Id)
        .limit(limit + 1);
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| (row.valid_from, row.id)))
}
