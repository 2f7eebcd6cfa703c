//! Categories.

use crate::{
    entity::{ListingStatus, item_category, listing, shop_category},
    http::body::ShopCategoryCount,
    rules::tree,
};
use kernel::{Page, PageQuery, Result, ShopCategoryId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use std::collections::HashMap;

/// Most categories of a kind in a company.
pub const MOST_CATEGORIES: usize = 300;

/// Categories of items, by code.
pub async fn item_categories(tx: &TenantTx, page: &PageQuery) -> Result<Page<item_category::Model>> {
    let limit = page.limit()?;
    let mut query = item_category::Entity::find().order_by_asc(item_category::Column::Code).limit(limit + 1);
    if let Some(after) = page.position::<String>()? {
        query = query.filter(item_category::Column::Code.gt(after));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.code.clone()))
}

/// Categories of the shop, by position.
pub async fn shop_categories(tx: &TenantTx, page: &PageQuery) -> Result<Page<shop_category::Model>> {
    let limit = page.limit()?;
    let mut query =
        shop_category::Entity::find().order_by_asc(shop_category::Column::Position).order_by_asc(shop_category::Column::Id).limit(limit + 1);
    if let Some((position, id)) = page.position::<(i32, ShopCategoryId)>()? {
        let here = Expr::tuple([Expr::col(shop_category::Column::Position), Expr::col(shop_category::Column::Id)]);
        query = query.filter(here.gt(Expr::tuple([Expr::value(position), Expr::value(id)])));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| (row.position, row.id)))
}

/// The address of a category of the shop.
pub async fn shop_category_slug(tx: &TenantTx, id: ShopCategoryId) -> Result<Option<String>> {
    Ok(tx.one(shop_category::Entity::find_by_id(id)).await?.map(|row| row.slug))
}

/// All categories of the shop, by position; their number is limited when they are made.
pub(super) async fn all_shop_categories(tx: &TenantTx) -> Result<Vec<shop_category::Model>> {
    let query = shop_category::Entity::find().order_by_asc(shop_category::Column::Position).order_by_asc(shop_category::Column::Id);
    tx.all(query).await
}

/// The pairs of category and parent.
pub(super) fn edges(rows: &[shop_category::Model]) -> Vec<tree::Edge<ShopCategoryId>> {
    rows.iter().map(|row| (row.id, row.parent_id)).collect()
}

#[derive(FromQueryResult)]
struct Counted {
    category_id: Option<ShopCategoryId>,
    products: i64,
}

/// The categories as buyers see them, with the number of published products in and below each.
pub async fn shop_category_counts(tx: &TenantTx) -> Result<Vec<ShopCategoryCount>> {
    let rows = all_shop_categories(tx).await?;
    let query = listing::Entity::find()
        .select_only()
        .column(listing::Column::CategoryId)
        .column_as(listing::Column::Id.count(), "products")
        .filter(listing::Column::Status.eq(ListingStatus::Published))
        .filter(listing::Column::CategoryId.is_not_null())
        .group_by(listing::Column::CategoryId);
    let counted: Vec<Counted> = tx.all_as(query).await?;
    let own: HashMap<_, _> = counted.into_iter().filter_map(|row| row.category_id.map(|id| (id, row.products))).collect();
    let totals = tree::totals(&edges(&rows), &own);
    let shape = |row: shop_category::Model| ShopCategoryCount {
        count: totals.get(&row.id).copied().unwrap_or(0),
        id: row.id,
        slug: row.slug,
        name: row.name,
        name_en: row.name_en,
        parent_id: row.parent_id,
    };
    Ok(rows.into_iter().map(shape).collect())
}
