//! The workspace's face of stock.

use super::body::{MovesQuery, NewAdjustment, NewReceipt, ReorderPoint, StockLevel, StockMove};
use crate::{actions, queries};
use actix_web::{HttpResponse, get, post, put, web::Data};
use kernel::{Page, PageQuery, Result, VariantId, need};
use platform::{
    App,
    http::{self, Body, IfMatch, Member, PathId, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Record goods that came in.
#[utoipa::path(operation_id = "company.stock_receipt.create", params(("id" = VariantId, Path, description = "The variant.")),
    request_body = NewReceipt, responses((status = 200, body = StockLevel)))]
#[post("/company/stock/{id}/receipts")]
async fn receive(app: Data<App>, who: Member<need::ManageStock>, id: PathId<VariantId>, body: Body<NewReceipt>) -> Result<HttpResponse> {
    let receipt = body.value.checked()?;
    let tx = app.tenant(who.company).await?;
    let level = body.once.run(who.account, tx, async |tx| actions::receive(tx, who.account, id.0, receipt).await.map(StockLevel::from)).await?;
    Ok(http::versioned(level.version, &level))
}

/// Set the quantity on hand to what a count found.
///
/// Less than is promised to orders is refused.
#[utoipa::path(operation_id = "company.stock_adjustment.create", params(("id" = VariantId, Path, description = "The variant."), ("If-Match" = Option<String>, Header, description = "The version that was seen, as given in ETag.")),
    request_body = NewAdjustment, responses((status = 200, body = StockLevel)))]
#[post("/company/stock/{id}/adjustments")]
async fn adjust(
    app: Data<App>,
    who: Member<need::ManageStock>,
    id: PathId<VariantId>,
    seen: IfMatch,
    body: Body<NewAdjustment>,
) -> Result<HttpResponse> {
    let found = body.value.checked(seen.required()?)?;
    let tx = app.tenant(who.company).await?;
    let level = body.once.run(who.account, tx, async |tx| actions::adjust(tx, who.account, id.0, found).await.map(StockLevel::from)).await?;
    Ok(http::versioned(level.version, &level))
}

/// Set the quantity at which it is time to make or order more.
#[utoipa::path(operation_id = "company.stock_reorder_point.replace",
    params(("id" = VariantId, Path, description = "The variant."), ("If-Match" = String, Header)),
    request_body = ReorderPoint, responses((status = 200, body = StockLevel)))]
#[put("/company/stock/{id}/reorder-point")]
async fn set_reorder_point(
    app: Data<App>,
    who: Member<need::ManageStock>,
    id: PathId<VariantId>,
    seen: IfMatch,
    body: Body<ReorderPoint>,
) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let reorder_at = body.value.reorder_at;
    let level =
        body.once.run(who.account, tx, async |tx| actions::set_reorder_point(tx, id.0, reorder_at, seen.0).await.map(StockLevel::from)).await?;
    Ok(http::versioned(level.version, &level))
}

/// List what changed the quantity on hand, the latest first.
#[utoipa::path(operation_id = "company.stock_move.list", params(("id" = VariantId, Path, description = "The variant."), MovesQuery),
    responses((status = 200, body = Page<StockMove>)))]
#[get("/company/stock/{id}/moves")]
async fn moves(app: Data<App>, who: Member<need::ViewWorkspace>, id: PathId<VariantId>, query: Query<MovesQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    let tx = app.tenant(who.company).await?;
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let moves = queries::moves(&tx, id.0, query.kind, &page).await?;
    Ok(http::ok(&moves.map(StockMove::from)))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(receive).service(adjust).service(set_reorder_point).service(moves);
}
