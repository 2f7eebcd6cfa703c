//! Prices with their periods and history.

use crate::{
    actions,
    entity::PriceKind,
    http::body::{NewPrice, Price},
    queries,
};
use actix_web::{HttpResponse, get, post, web::Data};
use kernel::{Page, PageQuery, Result, VariantId, need};
use platform::{
    App,
    http::{self, Body, Member, PathId, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Which prices.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PriceList {
    /// Of one kind.
    kind: Option<PriceKind>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List the prices of a variant, planned and past ones included, latest first.
#[utoipa::path(operation_id = "company.price.list", params(("id" = VariantId, Path), PriceList), responses((status = 200, body = Page<Price>)))]
#[get("/company/variants/{id}/prices")]
async fn list(app: Data<App>, who: Member<need::ViewWorkspace>, id: PathId<VariantId>, query: Query<PriceList>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let page = PageQuery { limit: query.0.limit, cursor: query.0.cursor };
    let prices = queries::variant_prices(&tx, id.0, query.0.kind, &page).await?;
    Ok(http::ok(&prices.map(Price::from)))
}

/// Set a price of a variant, from now or a later moment on.
///
/// It ends the price that runs then. With an end of its own it interrupts that price, which goes on
/// afterwards. It is refused if a price is planned that begins within its period.
#[utoipa::path(operation_id = "company.price.create", params(("id" = VariantId, Path)), request_body = NewPrice, responses((status = 201, body = Price)))]
#[post("/company/variants/{id}/prices")]
async fn create(app: Data<App>, who: Member<need::ManagePrices>, id: PathId<VariantId>, body: Body<NewPrice>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let work = async |tx: &mut platform::TenantTx| actions::set_price(tx, who.account, id.0, &body.value).await.map(Price::from);
    Ok(http::created(&body.once.run(who.account, tx, work).await?))
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(create);
}
