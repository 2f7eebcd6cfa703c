//! Categories of items.

use crate::{
    actions,
    http::body::{ItemCategory, NewItemCategory},
    queries,
};
use actix_web::{HttpResponse, delete, get, post, put, web::Data};
use kernel::{ItemCategoryId, Page, PageQuery, Result, need};
use platform::{
    App,
    http::{self, Body, Member, PathId, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List item categories, by code.
#[utoipa::path(operation_id = "company.item_category.list", params(PageQuery), responses((status = 200, body = Page<ItemCategory>)))]
#[get("/company/item-categories")]
async fn list(app: Data<App>, who: Member<need::ViewWorkspace>, page: Query<PageQuery>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let page = queries::item_categories(&tx, &page.0).await?;
    Ok(http::ok(&page.map(ItemCategory::from)))
}

/// Create an item category.
#[utoipa::path(operation_id = "company.item_category.create", request_body = NewItemCategory, responses((status = 201, body = ItemCategory)))]
#[post("/company/item-categories")]
async fn create(app: Data<App>, who: Member<need::ManageCatalog>, body: Body<NewItemCategory>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let made = body.once.run(who.account, tx, async |tx| actions::create_item_category(tx, &body.value).await.map(ItemCategory::from)).await?;
    Ok(http::created(&made))
}

/// Replace an item category.
#[utoipa::path(operation_id = "company.item_category.replace", params(("id" = ItemCategoryId, Path)), request_body = NewItemCategory,
    responses((status = 200, body = ItemCategory)))]
#[put("/company/item-categories/{id}")]
async fn replace(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<ItemCategoryId>, body: Body<NewItemCategory>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let work = async |tx: &mut platform::TenantTx| actions::replace_item_category(tx, id.0, &body.value).await.map(ItemCategory::from);
    Ok(http::ok(&body.once.run(who.account, tx, work).await?))
}

/// Delete an item category.
///
/// Refused while items or categories below it use it.
#[utoipa::path(operation_id = "company.item_category.delete", params(("id" = ItemCategoryId, Path)), responses((status = 204)))]
#[delete("/company/item-categories/{id}")]
async fn remove(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<ItemCategoryId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    actions::delete_item_category(&tx, id.0).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(create).service(replace).service(remove);
}
