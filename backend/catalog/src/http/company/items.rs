//! Items.

use crate::{
    actions,
    entity::ItemStatus,
    http::body::{Item, ItemRow, NewItem, PatchItem},
    queries::{self, ItemFilter, ItemSort},
};
use actix_web::{HttpResponse, get, patch, post, web::Data};
use kernel::{ItemCategoryId, ItemId, Page, PageQuery, Permission, Result, code, need};
use platform::{
    App,
    http::{self, Body, IfMatch, Member, PathId, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Which items.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ItemList {
    /// Words in names, codes, SKUs and barcodes.
    q: Option<String>,
    /// Of one category.
    category_id: Option<ItemCategoryId>,
    /// In use or put away.
    status: Option<ItemStatus>,
    /// The order; by name unless told.
    #[param(inline)]
    sort: Option<ItemSort>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List items.
#[utoipa::path(operation_id = "company.item.list", params(ItemList), responses((status = 200, body = Page<ItemRow>)))]
#[get("/company/items")]
async fn list(app: Data<App>, who: Member<need::ViewWorkspace>, query: Query<ItemList>) -> Result<HttpResponse> {
    let query = query.0;
    let filter = ItemFilter { q: query.q, category_id: query.category_id, status: query.status, sort: query.sort.unwrap_or_default() };
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let tx = app.tenant(who.company).await?;
    Ok(http::ok(&queries::items(&tx, &filter, &page).await?))
}

/// Create an item with its variants and first prices.
#[utoipa::path(operation_id = "company.item.create", request_body = NewItem, responses((status = 201, body = Item)))]
#[post("/company/items")]
async fn create(app: Data<App>, who: Member<need::ManageCatalog>, body: Body<NewItem>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let made = body.once.run(who.account, tx, async |tx| actions::create_item(tx, who.account, &body.value).await).await?;
    Ok(http::created(&made))
}

/// Read an item.
#[utoipa::path(operation_id = "company.item.read", params(("id" = ItemId, Path)), responses((status = 200, body = Item)))]
#[get("/company/items/{id}")]
async fn read(app: Data<App>, who: Member<need::ViewWorkspace>, id: PathId<ItemId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let item = queries::item(&tx, id.0).await?;
    Ok(http::versioned(item.version, &item))
}

/// Change an item.
///
/// Putting it away ends its listing and its offer.
#[utoipa::path(operation_id = "company.item.update", params(("id" = ItemId, Path), ("If-Match" = String, Header)), request_body = PatchItem,
    responses((status = 200, body = Item)))]
#[patch("/company/items/{id}")]
async fn update(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<ItemId>, seen: IfMatch, body: Body<PatchItem>) -> Result<HttpResponse> {
    let seen = seen.required()?;
    let tx = app.tenant(who.company).await?;
    let item = body.once.run(who.account, tx, async |tx| actions::update_item(tx, id.0, seen, &body.value).await).await?;
    Ok(http::versioned(item.version, &item))
}

/// Refuses to set prices as a side effect of an operation that asks for less.
pub fn may_set_prices(permissions: &[Permission]) -> Result<()> {
    if permissions.contains(&Permission::PricesManage) { Ok(()) } else { Err(code::FORBIDDEN.into()) }
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(create).service(read).service(update);
}
