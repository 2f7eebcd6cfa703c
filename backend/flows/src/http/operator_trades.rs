//! What the operator does with trades.

use super::{
    Nothing, Reason,
    orders::Cancellation,
    trade_answer::{self, Viewer},
};
use crate::{
    Flows,
    trades::{self, Step, step},
};
use actix_web::{HttpResponse, post, web::Data};
use kernel::{AccountId, Actor, Problem, Result, TradeId, need};
use platform::http::{Body, Operator, PathId};
use serde::{Deserialize, Serialize};
use trade::http::body::TradeView;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// A purchase order to be issued.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct IssuePo {
    /// Why it is issued although something does not agree; needed only then.
    #[schema(min_length = 1, max_length = 500)]
    override_reason: Option<String>,
}

/// Issue the purchase order.
///
/// The order is checked against the registered items once more; what does not agree is refused
/// unless a reason is given.
#[utoipa::path(operation_id = "operator.trade.issue_po", params(("id" = TradeId, Path)), request_body = IssuePo, responses((status = 200, body = TradeView)))]
#[post("/operator/trades/{id}/purchase-order")]
async fn issue(flows: Data<Flows>, who: Operator<need::OperateTrades>, id: PathId<TradeId>, body: Body<IssuePo>) -> Result<HttpResponse> {
    let override_reason = body.value.override_reason.map(|reason| Reason { reason }.checked()).transpose()?;
    issue_po(&flows, who.account, id.0, override_reason).await?;
    trade_answer::answer(&flows, id.0, Viewer::Operator).await
}

/// Checks and issues.
pub async fn issue_po(flows: &Flows, who: AccountId, id: TradeId, override_reason: Option<String>) -> Result<()> {
    let findings = trades::check(flows, id).await?;
    let tx = flows.app.platform().await?;
    step(&tx, id, Actor::operator(who), Step::IssuePo { findings, override_reason }).await?;
    tx.commit().await
}

/// Check an order against the registered items again.
#[utoipa::path(operation_id = "operator.trade.check_gate", params(("id" = TradeId, Path)), request_body = Nothing, responses((status = 200, body = TradeView)))]
#[post("/operator/trades/{id}/gate-check")]
async fn check(flows: Data<Flows>, _who: Operator<need::OperateTrades>, id: PathId<TradeId>, _body: Body<Nothing>) -> Result<HttpResponse> {
    trades::check(&flows, id.0).await?;
    trade_answer::answer(&flows, id.0, Viewer::Operator).await
}

/// Approve the shipment.
#[utoipa::path(operation_id = "operator.trade.approve_shipment", params(("id" = TradeId, Path)), request_body = Nothing, responses((status = 200, body = TradeView)))]
#[post("/operator/trades/{id}/shipment-approval")]
async fn approve(flows: Data<Flows>, who: Operator<need::OperateTrades>, id: PathId<TradeId>, _body: Body<Nothing>) -> Result<HttpResponse> {
    act(&flows, who.account, id.0, Step::ApproveShipment).await
}

/// Send a wrong delivery confirmation back to the supplier.
#[utoipa::path(operation_id = "operator.trade.return_delivery", params(("id" = TradeId, Path)), request_body = Reason, responses((status = 200, body = TradeView)))]
#[post("/operator/trades/{id}/delivery-return")]
async fn return_delivery(flows: Data<Flows>, who: Operator<need::OperateTrades>, id: PathId<TradeId>, body: Body<Reason>) -> Result<HttpResponse> {
    let reason = body.value.checked()?;
    act(&flows, who.account, id.0, Step::ReturnDelivery { reason }).await
}

/// Cancel whole lines, or all of a trade.
#[utoipa::path(operation_id = "operator.trade.cancel", params(("id" = TradeId, Path)), request_body = Cancellation, responses((status = 200, body = TradeView)))]
#[post("/operator/trades/{id}/cancellation")]
async fn cancel(flows: Data<Flows>, who: Operator<need::OperateTrades>, id: PathId<TradeId>, body: Body<Cancellation>) -> Result<HttpResponse> {
    let reason = Reason { reason: body.value.reason.clone() }.checked()?;
    act(&flows, who.account, id.0, Step::Cancel { lines: body.value.line_ids, reason }).await
}

async fn act(flows: &Flows, who: AccountId, id: TradeId, what: Step) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    trade::queries::trade(&tx, id).await?.ok_or_else(Problem::not_found)?;
    step(&tx, id, Actor::operator(who), what).await?;
    tx.commit().await?;
    trade_answer::answer(flows, id, Viewer::Operator).await
}

/// Mounts the steps.
pub fn mount(config: &mut ServiceConfig) {
    config.service(issue).service(check).service(approve).service(return_delivery).service(cancel);
}
