//! The shop as buyers read it: published products alone.

use super::{
    categories::{all_shop_categories, edges, shop_category_counts},
    listings::{after, variants_of},
    search,
};
use crate::{
    entity::{ListingContract, ListingStatus, ListingVariantStatus, listing, listing_variant, shop_category},
    http::body::{PictureUrls, ProductCard, ProductCategory, ProductList, ProductPage, ProductPicture, ProductVariant, ShopCategoryCount},
    rules::{picture, stock, tree},
};
use chrono::{DateTime, Utc};
use kernel::{ListingId, Page, PageQuery, Result, ShopCategoryId};
use platform::TenantTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
    sea_query::{Expr, extension::postgres::PgExpr},
};
use serde::{Deserialize, Serialize};

/// What the first page of a shop shows of the catalogue.
#[derive(Clone, Debug)]
pub struct Home {
    /// Its categories.
    pub categories: Vec<ShopCategoryCount>,
    /// The newest products.
    pub newest: Vec<ProductCard>,
    /// The most sold products.
    pub popular: Vec<ProductCard>,
}

/// Which products.
#[derive(Clone, Debug, Default)]
pub struct ProductFilter {
    /// Words in titles.
    pub q: Option<String>,
    /// Address of a category; what lies below it is found too.
    pub category: Option<String>,
    /// Least price in minor units.
    pub min_price: Option<i64>,
    /// Greatest price in minor units.
    pub max_price: Option<i64>,
    /// Only what can be had.
    pub in_stock: bool,
    /// The order.
    pub sort: ProductSort,
}

/// Orders of the list of products.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub enum ProductSort {
    /// Newest first.
    #[default]
    #[serde(rename = "new")]
    New,
    /// Most sold first.
    #[serde(rename = "popular")]
    Popular,
    /// Cheapest first.
    #[serde(rename = "price")]
    Price,
    /// Dearest first.
    #[serde(rename = "-price")]
    PriceDown,
}

/// Related products shown beside one.
const RELATED: u64 = 8;

fn published() -> Select<listing::Entity> {
    listing::Entity::find().filter(listing::Column::Status.eq(ListingStatus::Published))
}

/// The first page's part of the catalogue, with `limit` products in each row.
pub async fn home(tx: &TenantTx, limit: u64) -> Result<Home> {
    let newest = after(published(), listing::Column::PublishedAt, true, None::<(DateTime<Utc>, ListingId)>).limit(limit);
    let popular = after(published(), listing::Column::Sold, true, None::<(i64, ListingId)>).limit(limit);
    Ok(Home {
        categories: shop_category_counts(tx).await?,
        newest: with_prices(tx, tx.all(newest).await?).await?,
        popular: with_prices(tx, tx.all(popular).await?).await?,
    })
}

/// A page of products, and how many match in all.
pub async fn products(tx: &TenantTx, filter: &ProductFilter, page: &PageQuery) -> Result<ProductList> {
    let limit = page.limit()?;
    let categories = match &filter.category {
        None => None,
        Some(slug) => Some(branch(tx, slug).await?),
    };
    let query = matching(filter, categories);
    let total = tx.count(query.clone()).await?;
    let query = query.limit(limit + 1);
    let rows = match filter.sort {
        ProductSort::New => {
            let rows = tx.all(after(query, listing::Column::PublishedAt, true, page.position::<(DateTime<Utc>, ListingId)>()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.published_at.unwrap_or(DateTime::UNIX_EPOCH), row.id))
        }
        ProductSort::Popular => {
            let rows = tx.all(after(query, listing::Column::Sold, true, page.position::<(i64, ListingId)>()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.sold, row.id))
        }
        ProductSort::Price | ProductSort::PriceDown => {
            let down = filter.sort == ProductSort::PriceDown;
            let rows = tx.all(after(query, listing::Column::PriceFromMinor, down, page.position::<(i64, ListingId)>()?)).await?;
            Page::from_surplus(rows, limit, |row| (row.price_from_minor, row.id))
        }
    };
    Ok(ProductList { items: with_prices(tx, rows.items).await?, next: rows.next, total })
}

fn matching(filter: &ProductFilter, categories: Option<Vec<ShopCategoryId>>) -> Select<listing::Entity> {
    let query = published()
        .apply_if(search::pattern(filter.q.as_deref()), |query, pattern| {
            let like = |column: listing::Column| Expr::col(column).ilike(pattern.clone());
            query.filter(Condition::any().add(like(listing::Column::Title)).add(like(listing::Column::TitleEn)))
        })
        .apply_if(categories, |query, ids| query.filter(listing::Column::CategoryId.is_in(ids)))
        .apply_if(filter.min_price, |query, price| query.filter(listing::Column::PriceFromMinor.gte(price)))
        .apply_if(filter.max_price, |query, price| query.filter(listing::Column::PriceFromMinor.lte(price)));
    if filter.in_stock { query.filter(listing::Column::InStock.eq(true)) } else { query }
}

/// The category of an address and all below it; an unknown address finds nothing.
async fn branch(tx: &TenantTx, slug: &str) -> Result<Vec<ShopCategoryId>> {
    let rows = all_shop_categories(tx).await?;
    let root = rows.iter().find(|row| row.slug == slug).map(|row| row.id);
    Ok(root.map(|root| tree::branch(&edges(&rows), root).into_iter().collect()).unwrap_or_default())
}

/// The cards of some products, in the order of the ids; those not published are left out.
pub async fn cards(tx: &TenantTx, listings: &[ListingId]) -> Result<Vec<ProductCard>> {
    if listings.is_empty() {
        return Ok(Vec::new());
    }
    let query = published().filter(listing::Column::Id.is_in(listings.iter().copied().take(100)));
    let mut rows = tx.all(query).await?;
    rows.sort_by_key(|row| listings.iter().position(|id| *id == row.id));
    with_prices(tx, rows).await
}

async fn with_prices(tx: &TenantTx, rows: Vec<listing::Model>) -> Result<Vec<ProductCard>> {
    let variants = variants_of(tx, &rows.iter().map(|row| row.id).collect::<Vec<_>>()).await?;
    Ok(rows.iter().map(|row| card(row, variants.get(&row.id).map_or(&[], Vec::as_slice))).collect())
}

fn card(row: &listing::Model, variants: &[listing_variant::Model]) -> ProductCard {
    let cheapest = variants
        .iter()
        .filter(|variant| variant.status == ListingVariantStatus::Active && variant.selling_price_minor == row.price_from_minor)
        .map(|variant| variant.list_price_minor)
        .max();
    ProductCard {
        slug: row.slug.clone(),
        title: row.title.clone(),
        title_en: row.title_en.clone(),
        price_from: row.money(row.price_from_minor),
        list_price: cheapest.filter(|list| *list > row.price_from_minor).map(|list| row.money(list)),
        picture_url: row.picture_key.as_deref().map(picture::url),
        picture_urls: row.media.0.first().map(|cover| PictureUrls::from(&cover.keys)),
        in_stock: row.in_stock,
        supplier_is_seller: row.contract == ListingContract::Own,
    }
}

/// A product's page. Error: no published product of this address.
pub async fn product(tx: &TenantTx, slug: &str) -> Result<ProductPage> {
    let row = tx.find(published().filter(listing::Column::Slug.eq(slug))).await?;
    let variants = variants_of(tx, &[row.id]).await?.remove(&row.id).unwrap_or_default();
    let category = match row.category_id {
        None => None,
        Some(id) => tx.one(shop_category::Entity::find_by_id(id)).await?,
    };
    let related = with_prices(tx, tx.all(related(&row)).await?).await?;
    Ok(ProductPage {
        listing_id: row.id,
        supplier_id: row.supplier_id,
        slug: row.slug.clone(),
        title: row.title.clone(),
        title_en: row.title_en.clone(),
        description: row.description.clone(),
        description_en: row.description_en.clone(),
        unit: row.unit.clone(),
        tax_class: row.tax_class,
        min_quantity: row.min_quantity,
        max_quantity: row.max_quantity,
        category: category.map(|row| ProductCategory { slug: row.slug, name: row.name, name_en: row.name_en }),
        pictures: row.media.0.iter().cloned().map(ProductPicture::from).collect(),
        variants: variants
            .into_iter()
            .filter(|variant| variant.status == ListingVariantStatus::Active)
            .map(|variant| product_variant(&row, variant))
            .collect(),
        related,
    })
}

fn related(row: &listing::Model) -> Select<listing::Entity> {
    published()
        .filter(listing::Column::Id.ne(row.id))
        .apply_if(row.category_id, |query, id| query.filter(listing::Column::CategoryId.eq(id)))
        .order_by_desc(listing::Column::Sold)
        .order_by_desc(listing::Column::Id)
        .limit(RELATED)
}

fn product_variant(listing: &listing::Model, row: listing_variant::Model) -> ProductVariant {
    let class = stock::class(row.available, listing.min_quantity);
    ProductVariant {
        id: row.id,
        sku: row.sku,
        name: row.name,
        name_en: row.name_en,
        list_price: listing.money(row.list_price_minor),
        selling_price: listing.money(row.selling_price_minor),
        stock: class,
        left: stock::left(class, row.available),
    }
}
