//! What a company does with its trades, as seller or as supplier.

use super::{
    Nothing, Reason,
    orders::Cancellation,
    trade_answer::{self, Viewer},
};
use crate::{
    Flows,
    trades::{Step, step},
};
use actix_web::{HttpResponse, post, web::Data};
use kernel::{Actor, CompanyId, FileId, OrderLineId, Problem, Result, TradeId, need};
use platform::http::{Body, Member, PathId};
use serde::{Deserialize, Serialize};
use trade::{
    actions::{DeliveredLine, NewDelivery},
    http::body::TradeView,
};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// A delivery confirmation.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FileDelivery {
    /// The carrier.
    #[schema(min_length = 1, max_length = 60, example = "CJ대한통운")]
    carrier: String,
    /// The carrier's number.
    #[schema(min_length = 1, max_length = 60, example = "612345678901")]
    tracking_number: String,
    /// What is delivered, by line; a line left out is not delivered.
    #[schema(min_items = 1, max_items = 100)]
    lines: Vec<FiledLine>,
    /// The delivery document, uploaded before.
    file_id: Option<FileId>,
}

/// A delivered line.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct FiledLine {
    /// The line of the order.
    line_id: OrderLineId,
    /// How many are delivered.
    #[schema(minimum = 0)]
    quantity: i32,
    /// The lot they are of.
    #[schema(max_length = 60)]
    lot: Option<String>,
}

/// Ask the operator for a purchase order.
#[utoipa::path(operation_id = "company.trade.request_po", params(("id" = TradeId, Path)), request_body = Nothing, responses((status = 200, body = TradeView)))]
#[post("/company/trades/{id}/purchase-request")]
async fn request(flows: Data<Flows>, who: Member<need::ManageOrders>, id: PathId<TradeId>, _body: Body<Nothing>) -> Result<HttpResponse> {
    act(&flows, who.as_seller(), who.company, id.0, Step::RequestPo).await
}

/// Accept a purchase order.
#[utoipa::path(operation_id = "company.trade.accept_po", params(("id" = TradeId, Path)), request_body = Nothing, responses((status = 200, body = TradeView)))]
#[post("/company/trades/{id}/acceptance")]
async fn accept(flows: Data<Flows>, who: Member<need::ManageSupply>, id: PathId<TradeId>, _body: Body<Nothing>) -> Result<HttpResponse> {
    act(&flows, who.as_supplier(), who.company, id.0, Step::AcceptPo).await
}

/// Decline a purchase order: the trade is cancelled and the buyer gets the money back.
#[utoipa::path(operation_id = "company.trade.decline_po", params(("id" = TradeId, Path)), request_body = Reason, responses((status = 200, body = TradeView)))]
#[post("/company/trades/{id}/declination")]
async fn decline(flows: Data<Flows>, who: Member<need::ManageSupply>, id: PathId<TradeId>, body: Body<Reason>) -> Result<HttpResponse> {
    let reason = body.value.checked()?;
    act(&flows, who.as_supplier(), who.company, id.0, Step::DeclinePo { reason }).await
}

/// File the delivery confirmation: the key that releases the money.
#[utoipa::path(operation_id = "company.trade.file_delivery", params(("id" = TradeId, Path)), request_body = FileDelivery, responses((status = 200, body = TradeView)))]
#[post("/company/trades/{id}/delivery-confirmation")]
async fn file_delivery(flows: Data<Flows>, who: Member<need::ManageSupply>, id: PathId<TradeId>, body: Body<FileDelivery>) -> Result<HttpResponse> {
    let filed = body.value;
    let delivery = NewDelivery {
        carrier: filed.carrier,
        tracking_number: filed.tracking_number,
        lines: filed.lines.into_iter().map(|line| DeliveredLine { line_id: line.line_id, quantity: line.quantity, lot: line.lot }).collect(),
        document: filed.file_id,
    };
    act(&flows, who.as_supplier(), who.company, id.0, Step::FileDelivery(delivery)).await
}

/// Say that the goods were handed to the carrier.
#[utoipa::path(operation_id = "company.trade.mark_in_transit", params(("id" = TradeId, Path)), request_body = Nothing, responses((status = 200, body = TradeView)))]
#[post("/company/trades/{id}/transit")]
async fn transit(flows: Data<Flows>, who: Member<need::ManageSupply>, id: PathId<TradeId>, _body: Body<Nothing>) -> Result<HttpResponse> {
    act(&flows, who.as_supplier(), who.company, id.0, Step::MarkInTransit).await
}

/// Say that the goods have arrived.
#[utoipa::path(operation_id = "company.trade.mark_arrived", params(("id" = TradeId, Path)), request_body = Nothing, responses((status = 200, body = TradeView)))]
#[post("/company/trades/{id}/arrival")]
async fn arrive(flows: Data<Flows>, who: Member<need::ManageSupply>, id: PathId<TradeId>, _body: Body<Nothing>) -> Result<HttpResponse> {
    act(&flows, who.as_supplier(), who.company, id.0, Step::MarkArrived).await
}

/// Cancel whole lines, or all of a trade, as its seller.
#[utoipa::path(operation_id = "company.trade.cancel", params(("id" = TradeId, Path)), request_body = Cancellation, responses((status = 200, body = TradeView)))]
#[post("/company/trades/{id}/cancellation")]
async fn cancel(flows: Data<Flows>, who: Member<need::ManageOrders>, id: PathId<TradeId>, body: Body<Cancellation>) -> Result<HttpResponse> {
    let reason = Reason { reason: body.value.reason.clone() }.checked()?;
    act(&flows, who.as_seller(), who.company, id.0, Step::Cancel { lines: body.value.line_ids, reason }).await
}

async fn act(flows: &Flows, actor: Actor, company: CompanyId, id: TradeId, what: Step) -> Result<HttpResponse> {
    take(flows, actor, company, id, what).await?;
    trade_answer::answer(flows, id, Viewer::Company(company)).await
}

/// Takes a step for a company that must be allowed to trade; a trade of others does not exist for it.
pub async fn take(flows: &Flows, actor: Actor, company: CompanyId, id: TradeId, what: Step) -> Result<()> {
    let tx = flows.app.platform().await?;
    let found = trade::queries::trade(&tx, id).await?.filter(|trade| trade.seller_id == company || trade.supplier_id == company);
    if found.is_none() {
        return Err(Problem::not_found());
    }
    step(&tx, id, actor, what).await?;
    tx.commit().await
}

/// Mounts the steps.
pub fn mount(config: &mut ServiceConfig) {
    config.service(request).service(accept).service(decline).service(file_delivery).service(transit).service(arrive).service(cancel);
}
