//! What everybody may see.

use super::body::{ListQuery, ShopCard};
use crate::queries;
use actix_web::{HttpResponse, get, web::Data};
use kernel::{Page, Result};
use platform::{
    App,
    http::{self, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List the shops that sell on Madang.
#[utoipa::path(operation_id = "open.shop.list", params(ListQuery), responses((status = 200, body = Page<ShopCard>)))]
#[get("/shops")]
async fn shops(app: Data<App>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let page = queries::shops(&tx, &query.0.page()).await?;
    Ok(http::ok(&page.map(ShopCard::from)))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(shops);
}
