//! The operator pays companies.

use super::{
    body::{Batch, Empty, NewBatch, Payout, PayoutReturn, Settlement},
    statement,
};
use crate::{
    actions::payout as actions,
    entity::payout::State,
    queries::{self, PayoutsQuery, SettlementsQuery},
};
use actix_web::{HttpResponse, get, post, web::Data};
use kernel::{CompanyId, Page, PageQuery, PayoutBatchId, PayoutId, Problem, Result, need};
use platform::{
    App,
    http::{self, Body, Operator, PathId, Query, Recent},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Which settlements are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct SettlementList {
    /// Of this company.
    company_id: Option<CompanyId>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// Which payouts are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PayoutList {
    /// In this state.
    state: Option<State>,
    /// To this company.
    company_id: Option<CompanyId>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List settlements of all companies.
#[utoipa::path(operation_id = "operator.settlement.list", params(SettlementList), responses((status = 200, body = Page<Settlement>)))]
#[get("/operator/settlements")]
async fn settlements(app: Data<App>, _who: Operator<need::ViewConsole>, query: Query<SettlementList>) -> Result<HttpResponse> {
    let SettlementList { company_id, limit, cursor } = query.0;
    let tx = app.platform().await?;
    let rows = queries::settlements(&tx, &SettlementsQuery { company: company_id, page: PageQuery { limit, cursor } }).await?;
    Ok(http::ok(&rows.map(Settlement::from)))
}

/// List payouts to all companies.
#[utoipa::path(operation_id = "operator.payout.list", params(PayoutList), responses((status = 200, body = Page<Payout>)))]
#[get("/operator/payouts")]
async fn payouts(app: Data<App>, _who: Operator<need::ViewConsole>, query: Query<PayoutList>) -> Result<HttpResponse> {
    let PayoutList { state, company_id, limit, cursor } = query.0;
    let tx = app.platform().await?;
    let rows = queries::payouts(&tx, &PayoutsQuery { company: company_id, state, page: PageQuery { limit, cursor } }).await?;
    Ok(http::ok(&rows.map(Payout::from)))
}

/// Make a bank-transfer file of payouts that wait.
///
/// The payouts in it are marked as sent. Without `payout_ids`, all that wait are put in.
#[utoipa::path(operation_id = "operator.payout_batch.create", request_body = NewBatch, responses((status = 201, body = Batch)))]
#[post("/operator/payout-batches")]
async fn create_batch(app: Data<App>, who: Operator<need::CanSettle>, _recent: Recent, body: Body<NewBatch>) -> Result<HttpResponse> {
    let ids = body.value.payout_ids.as_deref();
    if ids.is_some_and(|ids| ids.is_empty() || ids.len() > 1_000) {
        return Err(Problem::invalid("payout_ids", "out_of_range"));
    }
    let tx = app.platform().await?;
    let batch = body.once.run(who.account, tx, async |tx| Ok(Batch::from(actions::batch(tx, ids, Some(who.account)).await?.0))).await?;
    Ok(http::created(&batch))
}

/// List bank-transfer files.
#[utoipa::path(operation_id = "operator.payout_batch.list", params(PageQuery), responses((status = 200, body = Page<Batch>)))]
#[get("/operator/payout-batches")]
async fn batches(app: Data<App>, _who: Operator<need::ViewConsole>, page: Query<PageQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    Ok(http::ok(&queries::batches(&tx, &page.0).await?.map(Batch::from)))
}

/// Download a bank-transfer file.
///
/// It is made again from its payouts and compared with the hash of the first one. It shows whole
/// account numbers, and therefore needs the right to settle.
#[utoipa::path(
    operation_id = "operator.payout_batch.file",
    params(("id" = PayoutBatchId, Path)),
    responses((status = 200, body = String, content_type = "text/csv"))
)]
#[get("/operator/payout-batches/{id}/file.csv")]
async fn batch_file(app: Data<App>, _who: Operator<need::CanSettle>, id: PathId<PayoutBatchId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let (batch, csv) = actions::file(&tx, id.0).await?;
    Ok(statement::file(&batch.number, csv))
}

/// Confirm that a payout arrived.
#[utoipa::path(operation_id = "operator.payout.confirm", params(("id" = PayoutId, Path)), request_body = Empty, responses((status = 200, body = Payout)))]
#[post("/operator/payouts/{id}/confirmation")]
async fn confirm(app: Data<App>, who: Operator<need::CanSettle>, _recent: Recent, id: PathId<PayoutId>, body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let payout = body.once.run(who.account, tx, async |tx| Ok(Payout::from(actions::confirm(tx, id.0).await?))).await?;
    Ok(http::versioned(payout.version, &payout))
}

/// Record that a payout came back, or call off one that waits.
///
/// The money is payable again and is paid with the company's next payout.
#[utoipa::path(operation_id = "operator.payout.return", params(("id" = PayoutId, Path)), request_body = PayoutReturn, responses((status = 200, body = Payout)))]
#[post("/operator/payouts/{id}/return")]
async fn give_back(
    app: Data<App>,
    who: Operator<need::CanSettle>,
    _recent: Recent,
    id: PathId<PayoutId>,
    body: Body<PayoutReturn>,
) -> Result<HttpResponse> {
    let reason = body.value.reason.trim();
    if reason.is_empty() || reason.chars().count() > 500 {
        return Err(Problem::invalid("reason", if reason.is_empty() { "required" } else { "too_long" }));
    }
    let tx = app.platform().await?;
    let payout = body.once.run(who.account, tx, async |tx| Ok(Payout::from(actions::return_(tx, id.0, reason).await?))).await?;
    Ok(http::versioned(payout.version, &payout))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(settlements).service(payouts).service(create_batch).service(batches).service(batch_file).service(confirm).service(give_back);
}
