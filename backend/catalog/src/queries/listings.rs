//! Listings as the seller sees them.

use super::search;
use crate::{
    entity::{ListingContract, ListingStatus, ListingVariantStatus, listing, listing_variant},
    http::body::{Listing, ListingRow, ListingVariant, ProductPicture},
    rules::{margin, picture},
};
use chrono::{DateTime, Utc};
use kernel::{ListingId, Page, PageQuery, RegisteredItemId, Result, ShopCategoryId};
use platform::TenantTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, extension::postgres::PgExpr},
};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// Which listings.
#[derive(Clone, Debug, Default)]
pub struct ListingFilter {
    /// Words in titles and addresses.
    pub q: Option<String>,
    /// Where they stand.
    pub status: Option<ListingStatus>,
    /// Of one contract kind.
    pub contract: Option<ListingContract>,
    /// Of one category.
    pub category_id: Option<ShopCategoryId>,
    /// The order.
    pub sort: ListingSort,
}

/// Orders of the list of listings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub enum ListingSort {
    /// Last changed first.
    #[default]
    #[serde(rename = "-updated_at")]
    Updated,
    /// By title.
    #[serde(rename = "title")]
    Title,
    /// Most sold first.
    #[serde(rename = "-sold")]
    Sold,
    /// Cheapest first.
    #[serde(rename = "price")]
    Price,
}

/// A page of listings.
pub async fn listings(tx: &TenantTx, filter: &ListingFilter, page: &PageQuery) -> Result<Page<ListingRow>> {
    let limit = page.limit()?;
    let query = matching(filter).limit(limit + 1);
    let rows = match filter.sort {
        ListingSort::Updated => {
            let rows = tx.all(after(query, listing::Column::UpdatedAt, true, page.position::<(DateTime<Utc>, ListingId)>()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.updated_at, row.id))
        }
        ListingSort::Title => {
            let rows = tx.all(after(query, listing::Column::Title, false, page.position::<(String, ListingId)>()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.title.clone(), row.id))
        }
        ListingSort::Sold => {
            let rows = tx.all(after(query, listing::Column::Sold, true, page.position::<(i64, ListingId)>()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.sold, row.id))
        }
        ListingSort::Price => {
            let rows = tx.all(after(query, listing::Column::PriceFromMinor, false, page.position::<(i64, ListingId)>()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.price_from_minor, row.id))
        }
    };
    let variants = variants_of(tx, &rows.items.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    Ok(rows.map(|row| row_of(&row, variants.get(&row.id).map_or(&[], Vec::as_slice))))
}

fn matching(filter: &ListingFilter) -> Select<listing::Entity> {
    listing::Entity::find()
        .apply_if(search::pattern(filter.q.as_deref()), |query, pattern| {
            let like = |column: listing::Column| Expr::col(column).ilike(pattern.clone());
            let any = Condition::any().add(like(listing::Column::Title)).add(like(listing::Column::TitleEn)).add(like(listing::Column::Slug));
            query.filter(any)
        })
        .apply_if(filter.status, |query, status| query.filter(listing::Column::Status.eq(status)))
        .apply_if(filter.contract, |query, contract| query.filter(listing::Column::Contract.eq(contract)))
        .apply_if(filter.category_id, |query, id| query.filter(listing::Column::CategoryId.eq(id)))
}

/// Orders by a column, then by id, and continues after a position in that order.
pub(super) fn after<V: Into<sea_orm::Value>>(
    query: Select<listing::Entity>,
    column: listing::Column,
    descending: bool,
    position: Option<(V, ListingId)>,
) -> Select<listing::Entity> {
    let here = Expr::tuple([Expr::col(column), Expr::col(listing::Column::Id)]);
    let query = query.apply_if(position, |query, (value, id)| {
        let there = Expr::tuple([Expr::value(value), Expr::value(id)]);
        query.filter(if descending { here.lt(there) } else { here.gt(there) })
    });
    let order = if descending { sea_orm::Order::Desc } else { sea_orm::Order::Asc };
    query.order_by(column, order.clone()).order_by(listing::Column::Id, order)
}

/// The variants of some listings, in order.
pub(super) async fn variants_of(tx: &TenantTx, listings: &[ListingId]) -> Result<HashMap<ListingId, Vec<listing_variant::Model>>> {
    let mut found: HashMap<ListingId, Vec<listing_variant::Model>> = HashMap::new();
    if listings.is_empty() {
        return Ok(found);
    }
    let query = listing_variant::Entity::find()
        .filter(listing_variant::Column::ListingId.is_in(listings.iter().copied()))
        .order_by_asc(listing_variant::Column::Position)
        .order_by_asc(listing_variant::Column::Id);
    for row in tx.all(query).await? {
        found.entry(row.listing_id).or_default().push(row);
    }
    Ok(found)
}

fn row_of(row: &listing::Model, variants: &[listing_variant::Model]) -> ListingRow {
    let active = || variants.iter().filter(|variant| variant.status == ListingVariantStatus::Active);
    let of_others = row.contract != ListingContract::Own;
    ListingRow {
        id: row.id,
        slug: row.slug.clone(),
        title: row.title.clone(),
        title_en: row.title_en.clone(),
        status: row.status,
        contract: row.contract,
        supplier_id: row.supplier_id,
        category_id: row.category_id,
        price_from: row.money(row.price_from_minor),
        picture_url: row.picture_key.as_deref().map(picture::url),
        available: active().map(|variant| i64::from(variant.available)).sum(),
        sold: row.sold,
        loss: of_others && active().any(|variant| margin::is_loss(variant.selling_price_minor, variant.supply_price_minor)),
        version: row.version,
    }
}

/// A listing whole. Error: not found.
pub async fn listing(tx: &TenantTx, id: ListingId) -> Result<Listing> {
    let row = tx.find(listing::Entity::find_by_id(id)).await?;
    let variants = variants_of(tx, &[id]).await?.remove(&id).unwrap_or_default();
    let head = row_of(&row, &variants);
    let variants = variants.into_iter().map(|variant| variant_of(&row, variant)).collect::<Result<_>>()?;
    Ok(Listing {
        row: head,
        item_id: row.item_id,
        registered_item_id: row.registered_item_id,
        registered_version: row.registered_version,
        description: row.description,
        description_en: row.description_en,
        unit: row.unit,
        tax_class: row.tax_class,
        min_quantity: row.min_quantity,
        max_quantity: row.max_quantity,
        pictures: row.media.0.into_iter().map(ProductPicture::from).collect(),
        fee_rate: None,
        variants,
    })
}

fn variant_of(listing: &listing::Model, row: listing_variant::Model) -> Result<ListingVariant> {
    let (selling, supply) = (listing.money(row.selling_price_minor), listing.money(row.supply_price_minor));
    Ok(ListingVariant {
        id: row.id,
        variant_id: row.variant_id,
        sku: row.sku,
        name: row.name,
        name_en: row.name_en,
        list_price: listing.money(row.list_price_minor),
        selling_price: selling,
        supply_price: supply,
        price_floor: listing.money(row.price_floor_minor),
        margin: margin::margin(selling, supply)?,
        fee: None,
        margin_after_fee: None,
        available: row.available,
        status: row.status,
    })
}

/// The listing of a registered item, if this shop has one.
pub async fn listing_of_registered(tx: &TenantTx, item: RegisteredItemId) -> Result<Option<listing::Model>> {
    tx.one(listing::Entity::find().filter(listing::Column::RegisteredItemId.eq(item))).await
}

/// Whether a listing of a registered item stands in this shop.
pub async fn is_listed(tx: &TenantTx, item: RegisteredItemId) -> Result<bool> {
    Ok(listing_of_registered(tx, item).await?.is_some_and(|row| row.status != ListingStatus::Ended))
}
