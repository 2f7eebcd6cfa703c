//! A company says where its webhooks go, looks through what was sent, and has it sent again. Where
//! they go, and what signs them, is decided by a person who is there; the rest a program may do.

use super::body::{DeliveryQuery, Empty, WebhookDelivery, WebhookDeliveryDetail, WebhookEndpoint, WebhookGap, WebhookReplayed};
use crate::{
    actions::webhooks::{self, EndpointChange, NewEndpoint, Replay, Rotation},
    queries,
    webhooks::new_secret,
};
use actix_web::{HttpResponse, delete, get, patch, post, web::Data};
use kernel::{Page, PageQuery, Result, WebhookDeliveryId, WebhookEndpointId, need};
use platform::{
    App, PlatformTx,
    http::{self, Body, IfMatch, Member, PathId, Query, Recent},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List the endpoints of webhooks, the newest first.
#[utoipa::path(operation_id = "company.webhook_endpoint.list", params(PageQuery), responses((status = 200, body = Page<WebhookEndpoint>)))]
#[get("/company/webhook-endpoints")]
async fn list(app: Data<App>, who: Member<need::ManageWebhooks>, page: Query<PageQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let now = tx.now();
    let rows = queries::webhooks::endpoints(&tx, who.company, &page.0).await?;
    Ok(http::ok(&rows.map(|row| WebhookEndpoint::new(row, now))))
}

/// Add an endpoint.
///
/// The secret is in this answer and never again; a repeated request with the same `Idempotency-Key`
/// gets the endpoint without it: rotate it.
#[utoipa::path(operation_id = "company.webhook_endpoint.create", request_body = NewEndpoint, responses((status = 201, body = WebhookEndpoint)))]
#[post("/company/webhook-endpoints")]
async fn create(app: Data<App>, who: Member<need::ManageWebhooks>, _recent: Recent, body: Body<NewEndpoint>) -> Result<HttpResponse> {
    let (tx, secret) = (app.platform().await?, new_secret());
    let mut first = false;
    let add = async |tx: &mut PlatformTx| {
        let row = webhooks::add(tx, app.config(), who.company, who.account, &body.value, &secret).await?;
        first = true;
        Ok(WebhookEndpoint::new(row, tx.now()))
    };
    let endpoint = body.once.run(who.account, tx, add).await?;
    Ok(http::created(&endpoint.shown_once(&secret, first)))
}

/// Read an endpoint.
#[utoipa::path(operation_id = "company.webhook_endpoint.read", params(("id" = WebhookEndpointId, Path)), responses((status = 200, body = WebhookEndpoint)))]
#[get("/company/webhook-endpoints/{id}")]
async fn read(app: Data<App>, who: Member<need::ManageWebhooks>, id: PathId<WebhookEndpointId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::webhooks::endpoint(&tx, who.company, id.0).await?;
    Ok(answer(&WebhookEndpoint::new(row, tx.now())))
}

/// Change an endpoint, or switch it on or off.
#[utoipa::path(operation_id = "company.webhook_endpoint.change", params(("id" = WebhookEndpointId, Path), ("If-Match" = String, Header)), request_body = EndpointChange,
    responses((status = 200, body = WebhookEndpoint)))]
#[patch("/company/webhook-endpoints/{id}")]
async fn change(
    app: Data<App>,
    who: Member<need::ManageWebhooks>,
    _recent: Recent,
    id: PathId<WebhookEndpointId>,
    seen: IfMatch,
    body: Body<EndpointChange>,
) -> Result<HttpResponse> {
    let (tx, seen) = (app.platform().await?, seen.required()?);
    let change = async |tx: &mut PlatformTx| {
        let row = webhooks::change(tx, app.config(), who.company, id.0, seen, &body.value).await?;
        Ok(WebhookEndpoint::new(row, tx.now()))
    };
    Ok(answer(&body.once.run(who.account, tx, change).await?))
}

/// Delete an endpoint, with all that was sent to it.
#[utoipa::path(operation_id = "company.webhook_endpoint.delete", params(("id" = WebhookEndpointId, Path)), responses((status = 204)))]
#[delete("/company/webhook-endpoints/{id}")]
async fn remove(app: Data<App>, who: Member<need::ManageWebhooks>, _recent: Recent, id: PathId<WebhookEndpointId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    webhooks::remove(&tx, who.company, id.0).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Give an endpoint a new secret, beside the old one for a while.
///
/// The secret is in this answer and never again.
#[utoipa::path(operation_id = "company.webhook_endpoint.rotate", params(("id" = WebhookEndpointId, Path)), request_body = Rotation,
    responses((status = 200, body = WebhookEndpoint)))]
#[post("/company/webhook-endpoints/{id}/rotation")]
async fn rotate(
    app: Data<App>,
    who: Member<need::ManageWebhooks>,
    _recent: Recent,
    id: PathId<WebhookEndpointId>,
    body: Body<Rotation>,
) -> Result<HttpResponse> {
    let (tx, secret) = (app.platform().await?, new_secret());
    let mut first = false;
    let rotate = async |tx: &mut PlatformTx| {
        let row = webhooks::rotate(tx, &app.config().secret, who.company, id.0, &body.value, &secret).await?;
        first = true;
        Ok(WebhookEndpoint::new(row, tx.now()))
    };
    let endpoint = body.once.run(who.account, tx, rotate).await?;
    Ok(answer(&endpoint.shown_once(&secret, first)))
}

/// End the old secret of an endpoint now.
#[utoipa::path(operation_id = "company.webhook_endpoint.end_overlap", params(("id" = WebhookEndpointId, Path)), request_body = Empty,
    responses((status = 200, body = WebhookEndpoint)))]
#[post("/company/webhook-endpoints/{id}/overlap-end")]
async fn end_overlap(
    app: Data<App>,
    who: Member<need::ManageWebhooks>,
    _recent: Recent,
    id: PathId<WebhookEndpointId>,
    body: Body<Empty>,
) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let end = async |tx: &mut PlatformTx| {
        let row = webhooks::end_overlap(tx, who.company, id.0).await?;
        Ok(WebhookEndpoint::new(row, tx.now()))
    };
    Ok(answer(&body.once.run(who.account, tx, end).await?))
}

/// Send a test to an endpoint.
#[utoipa::path(operation_id = "company.webhook_endpoint.test", params(("id" = WebhookEndpointId, Path)), request_body = Empty,
    responses((status = 202, body = WebhookDelivery)))]
#[post("/company/webhook-endpoints/{id}/test")]
async fn test(app: Data<App>, who: Member<need::ManageWebhooks>, id: PathId<WebhookEndpointId>, body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let test = async |tx: &mut PlatformTx| webhooks::test(tx, who.company, id.0).await.map(WebhookDelivery::from);
    let answer = body.once.run(who.account, tx, test).await?;
    app.wake().worker();
    Ok(HttpResponse::Accepted().json(answer))
}

/// List what was sent to an endpoint, the newest first.
#[utoipa::path(operation_id = "company.webhook_delivery.list", params(("id" = WebhookEndpointId, Path), DeliveryQuery),
    responses((status = 200, body = Page<WebhookDelivery>)))]
#[get("/company/webhook-endpoints/{id}/deliveries")]
async fn deliveries(
    app: Data<App>,
    who: Member<need::ManageWebhooks>,
    id: PathId<WebhookEndpointId>,
    query: Query<DeliveryQuery>,
) -> Result<HttpResponse> {
    let (filter, page) = query.0.parts();
    let tx = app.platform().await?;
    let rows = queries::webhooks::deliveries(&tx, who.company, id.0, filter, &page).await?;
    Ok(http::ok(&rows.map(WebhookDelivery::from)))
}

/// List the objects of which an endpoint has not taken everything.
#[utoipa::path(operation_id = "company.webhook_gap.list", params(("id" = WebhookEndpointId, Path), PageQuery),
    responses((status = 200, body = Page<WebhookGap>)))]
#[get("/company/webhook-endpoints/{id}/gaps")]
async fn gaps(app: Data<App>, who: Member<need::ManageWebhooks>, id: PathId<WebhookEndpointId>, page: Query<PageQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let rows = queries::webhooks::gaps(&tx, who.company, id.0, &page.0).await?;
    Ok(http::ok(&rows.map(WebhookGap::from)))
}

/// Send what an endpoint was sent in a range of time once more.
#[utoipa::path(operation_id = "company.webhook_endpoint.replay", params(("id" = WebhookEndpointId, Path)), request_body = Replay,
    responses((status = 202, body = WebhookReplayed)))]
#[post("/company/webhook-endpoints/{id}/replay")]
async fn replay(app: Data<App>, who: Member<need::ManageWebhooks>, id: PathId<WebhookEndpointId>, body: Body<Replay>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let replay = async |tx: &mut PlatformTx| webhooks::replay(tx, who.company, id.0, &body.value).await.map(|count| WebhookReplayed { count });
    let replayed = body.once.run(who.account, tx, replay).await?;
    app.wake().worker();
    Ok(HttpResponse::Accepted().json(replayed))
}

/// Read a delivery with what was sent and what came back.
#[utoipa::path(operation_id = "company.webhook_delivery.read", params(("id" = WebhookDeliveryId, Path)),
    responses((status = 200, body = WebhookDeliveryDetail)))]
#[get("/company/webhook-deliveries/{id}")]
async fn delivery(app: Data<App>, who: Member<need::ManageWebhooks>, id: PathId<WebhookDeliveryId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let (row, tries) = queries::webhooks::delivery(&tx, who.company, id.0).await?;
    Ok(http::ok(&WebhookDeliveryDetail::new(row, tries)))
}

/// Send a delivery once more, with the same id.
#[utoipa::path(operation_id = "company.webhook_delivery.replay", params(("id" = WebhookDeliveryId, Path)), request_body = Empty,
    responses((status = 202, body = WebhookDelivery)))]
#[post("/company/webhook-deliveries/{id}/replay")]
async fn replay_one(app: Data<App>, who: Member<need::ManageWebhooks>, id: PathId<WebhookDeliveryId>, body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let again = async |tx: &mut PlatformTx| webhooks::replay_one(tx, who.company, id.0).await.map(WebhookDelivery::from);
    let answer = body.once.run(who.account, tx, again).await?;
    app.wake().worker();
    Ok(HttpResponse::Accepted().json(answer))
}

fn answer(endpoint: &WebhookEndpoint) -> HttpResponse {
    http::versioned(endpoint.version, endpoint)
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(create).service(read).service(change).service(remove).service(rotate).service(end_overlap).service(test);
    config.service(deliveries).service(gaps).service(replay).service(delivery).service(replay_one);
}
