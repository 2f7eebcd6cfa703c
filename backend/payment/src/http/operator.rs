//! The operator looks after payments and refunds.

use super::body::{Empty, Payment, PaymentDetail, Refund, Webhook};
use crate::{
    actions,
    entity::{payment, refund},
    queries,
};
use actix_web::{HttpResponse, get, post, web::Data};
use kernel::{Page, PageQuery, PaymentId, RefundId, Result, need};
use platform::{
    App, PlatformTx,
    http::{self, Body, Operator, PathId, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Which payments are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PaymentList {
    /// In this state.
    state: Option<payment::State>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// Which refunds are asked for.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct RefundList {
    /// In this state.
    state: Option<refund::State>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List payments.
#[utoipa::path(operation_id = "operator.payment.list", params(PaymentList), responses((status = 200, body = Page<Payment>)))]
#[get("/operator/payments")]
async fn payments(app: Data<App>, _who: Operator<need::ViewConsole>, query: Query<PaymentList>) -> Result<HttpResponse> {
    let PaymentList { state, limit, cursor } = query.0;
    let tx = app.platform().await?;
    Ok(http::ok(&queries::payments(&tx, state, &PageQuery { limit, cursor }).await?.map(Payment::from)))
}

/// Show a payment with its refunds and webhooks.
#[utoipa::path(operation_id = "operator.payment.show", params(("id" = PaymentId, Path)), responses((status = 200, body = PaymentDetail)))]
#[get("/operator/payments/{id}")]
async fn show(app: Data<App>, _who: Operator<need::ViewConsole>, id: PathId<PaymentId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let detail = detail(&tx, id.0).await?;
    Ok(http::versioned(detail.payment.version, &detail))
}

async fn detail(tx: &PlatformTx, id: PaymentId) -> Result<PaymentDetail> {
    let row = queries::payment(tx, id).await?;
    let made = queries::refunds_of(tx, id).await?.into_iter().map(Refund::from).collect();
    let webhooks = match row.provider_ref.as_deref() {
        Some(provider_ref) => queries::webhooks_of(tx, &row.gateway, provider_ref).await?,
        None => Vec::new(),
    };
    let webhooks =
        webhooks.into_iter().map(|row| Webhook { event_id: row.event_id, kind: row.kind, received_at: row.received_at, outcome: row.outcome });
    Ok(PaymentDetail { webhooks: webhooks.collect(), refunds: made, payment: row.into() })
}

/// List refunds.
#[utoipa::path(operation_id = "operator.refund.list", params(RefundList), responses((status = 200, body = Page<Refund>)))]
#[get("/operator/refunds")]
async fn refunds(app: Data<App>, _who: Operator<need::ViewConsole>, query: Query<RefundList>) -> Result<HttpResponse> {
    let RefundList { state, limit, cursor } = query.0;
    let tx = app.platform().await?;
    Ok(http::ok(&queries::refunds(&tx, state, &PageQuery { limit, cursor }).await?.map(Refund::from)))
}

/// Try a failed refund again.
#[utoipa::path(operation_id = "operator.refund.retry", params(("id" = RefundId, Path)), request_body = Empty, responses((status = 200, body = Refund)))]
#[post("/operator/refunds/{id}/retry")]
async fn retry(app: Data<App>, who: Operator<need::CanSettle>, id: PathId<RefundId>, body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let refund = body.once.run(who.account, tx, async |tx| Ok(Refund::from(actions::retry_refund(tx, id.0).await?))).await?;
    Ok(http::ok(&refund))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(payments).service(show).service(refunds).service(retry);
}
