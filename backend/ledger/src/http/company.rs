//! A company's own settlements and payouts.

use super::{
    body::{Payout, Settlement, SettlementDetail, SettlementLine},
    statement,
};
use crate::{
    entity::payout::State,
    queries::{self, PayoutsQuery, SettlementsQuery},
};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{Page, PageQuery, Result, SettlementId, need};
use platform::{
    App,
    http::{self, Member, PathId, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Which payouts are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PayoutList {
    /// In this state.
    state: Option<State>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List the company's settlements.
#[utoipa::path(operation_id = "company.settlement.list", params(PageQuery), responses((status = 200, body = Page<Settlement>)))]
#[get("/company/settlements")]
async fn settlements(app: Data<App>, who: Member<need::ViewBooks>, page: Query<PageQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let rows = queries::settlements(&tx, &SettlementsQuery { company: Some(who.company), page: page.0 }).await?;
    Ok(http::ok(&rows.map(Settlement::from)))
}

/// Show a settlement of the company.
#[utoipa::path(operation_id = "company.settlement.show", params(("id" = SettlementId, Path)), responses((status = 200, body = SettlementDetail)))]
#[get("/company/settlements/{id}")]
async fn settlement(app: Data<App>, who: Member<need::ViewBooks>, id: PathId<SettlementId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::settlement(&tx, id.0, Some(who.company)).await?;
    let currency = row.settlement.currency;
    let first = queries::lines_after(&tx, id.0, None, 100).await?;
    let first = first.into_iter().map(|line| SettlementLine::of(line, currency)).collect();
    Ok(http::ok(&SettlementDetail { settlement: row.into(), lines: first }))
}

/// List the lines of a settlement of the company.
#[utoipa::path(operation_id = "company.settlement_line.list", params(("id" = SettlementId, Path), PageQuery), responses((status = 200, body = Page<SettlementLine>)))]
#[get("/company/settlements/{id}/lines")]
async fn lines(app: Data<App>, who: Member<need::ViewBooks>, id: PathId<SettlementId>, page: Query<PageQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let currency = queries::settlement(&tx, id.0, Some(who.company)).await?.settlement.currency;
    let rows = queries::settlement_lines(&tx, id.0, &page.0).await?;
    Ok(http::ok(&rows.map(|line| SettlementLine::of(line, currency))))
}

/// Download a settlement of the company as CSV.
///
/// UTF-8 with a byte-order mark, comma-separated (RFC 4180); the last row is the sum.
#[utoipa::path(
    operation_id = "company.settlement.statement",
    params(("id" = SettlementId, Path)),
    responses((status = 200, body = String, content_type = "text/csv"))
)]
#[get("/company/settlements/{id}/statement.csv")]
async fn statement_csv(app: Data<App>, who: Member<need::ViewBooks>, id: PathId<SettlementId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::settlement(&tx, id.0, Some(who.company)).await?.settlement;
    let csv = statement::statement(&tx, &row).await?;
    Ok(statement::file(&row.number, csv))
}

/// List the company's payouts.
#[utoipa::path(operation_id = "company.payout.list", params(PayoutList), responses((status = 200, body = Page<Payout>)))]
#[get("/company/payouts")]
async fn payouts(app: Data<App>, who: Member<need::ViewBooks>, query: Query<PayoutList>) -> Result<HttpResponse> {
    let PayoutList { state, limit, cursor } = query.0;
    let tx = app.platform().await?;
    let rows = queries::payouts(&tx, &PayoutsQuery { company: Some(who.company), state, page: PageQuery { limit, cursor } }).await?;
    Ok(http::ok(&rows.map(Payout::from)))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(settlements).service(statement_csv).service(lines).service(settlement).service(payouts);
}
