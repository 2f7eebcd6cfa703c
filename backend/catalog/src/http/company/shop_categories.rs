//! Categories of the shop.

use crate::{
    actions,
    http::body::{NewShopCategory, ShopCategory},
    queries,
};
use actix_web::{HttpResponse, delete, get, post, put, web::Data};
use kernel::{Page, PageQuery, Result, ShopCategoryId, need};
use platform::{
    App,
    http::{self, Body, Member, PathId, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List shop categories, by position.
#[utoipa::path(operation_id = "company.shop_category.list", params(PageQuery), responses((status = 200, body = Page<ShopCategory>)))]
#[get("/company/shop-categories")]
async fn list(app: Data<App>, who: Member<need::ViewShop>, page: Query<PageQuery>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let page = queries::shop_categories(&tx, &page.0).await?;
    Ok(http::ok(&page.map(ShopCategory::from)))
}

/// Create a shop category.
#[utoipa::path(operation_id = "company.shop_category.create", request_body = NewShopCategory, responses((status = 201, body = ShopCategory)))]
#[post("/company/shop-categories")]
async fn create(app: Data<App>, who: Member<need::ManageListings>, body: Body<NewShopCategory>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let made = body.once.run(who.account, tx, async |tx| actions::create_shop_category(tx, &body.value).await.map(ShopCategory::from)).await?;
    Ok(http::created(&made))
}

/// Replace a shop category.
#[utoipa::path(operation_id = "company.shop_category.replace", params(("id" = ShopCategoryId, Path)), request_body = NewShopCategory,
    responses((status = 200, body = ShopCategory)))]
#[put("/company/shop-categories/{id}")]
async fn replace(app: Data<App>, who: Member<need::ManageListings>, id: PathId<ShopCategoryId>, body: Body<NewShopCategory>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let work = async |tx: &mut platform::TenantTx| actions::replace_shop_category(tx, id.0, &body.value).await.map(ShopCategory::from);
    Ok(http::ok(&body.once.run(who.account, tx, work).await?))
}

/// Delete a shop category.
///
/// Refused while products, item categories matched to it or categories below it use it.
#[utoipa::path(operation_id = "company.shop_category.delete", params(("id" = ShopCategoryId, Path)), responses((status = 204)))]
#[delete("/company/shop-categories/{id}")]
async fn remove(app: Data<App>, who: Member<need::ManageListings>, id: PathId<ShopCategoryId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    actions::delete_shop_category(&tx, id.0).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(create).service(replace).service(remove);
}
