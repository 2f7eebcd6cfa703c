//! The owners of a company make, rotate and revoke the keys of its programs.

use super::body::{ApiKey, Empty, ListQuery, NewApiKey, Rotation};
use crate::{
    actions::{self, Maker},
    api_key, queries,
};
use actix_web::{HttpResponse, delete, get, post, web::Data};
use kernel::{ApiKeyId, Page, Result, need};
use platform::{
    App,
    http::{self, Body, Member, PathId, Query, Recent},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List the API keys, the newest first; those that have ended among them.
#[utoipa::path(operation_id = "company.api_key.list", params(ListQuery), responses((status = 200, body = Page<ApiKey>)))]
#[get("/company/api-keys")]
async fn list(app: Data<App>, who: Member<need::ManageApiKeys>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let now = tx.now();
    let keys = queries::api_keys::of_company(&tx, who.company, &query.0.page()).await?;
    Ok(http::ok(&keys.map(|row| ApiKey::new(row, now))))
}

/// Make an API key.
///
/// The secret is in this answer and never again. A repeated request with the same `Idempotency-Key`
/// gets the key without its secret, which was not kept: rotate it.
#[utoipa::path(operation_id = "company.api_key.create", request_body = NewApiKey, responses((status = 201, body = ApiKey)))]
#[post("/company/api-keys")]
async fn create(app: Data<App>, who: Member<need::ManageApiKeys>, _recent: Recent, body: Body<NewApiKey>) -> Result<HttpResponse> {
    let (tx, secret) = (app.platform().await?, api_key::new_secret());
    let maker = Maker { account: who.account, permissions: who.permissions() };
    let make = async |tx: &mut platform::PlatformTx| {
        let row = actions::make_api_key(tx, who.company, maker, body.value.clone(), &secret).await?;
        Ok(ApiKey::new(row, tx.now()))
    };
    let key = body.once.run(who.account, tx, make).await?;
    Ok(http::created(&key.shown_once(secret)))
}

/// Give an API key a new secret, beside the old one for a while.
///
/// The secret is in this answer and never again.
#[utoipa::path(operation_id = "company.api_key.rotate", params(("id" = ApiKeyId, Path)), request_body = Rotation, responses((status = 200, body = ApiKey)))]
#[post("/company/api-keys/{id}/rotation")]
async fn rotate(
    app: Data<App>,
    who: Member<need::ManageApiKeys>,
    _recent: Recent,
    id: PathId<ApiKeyId>,
    body: Body<Rotation>,
) -> Result<HttpResponse> {
    let (tx, secret) = (app.platform().await?, api_key::new_secret());
    let rotate = async |tx: &mut platform::PlatformTx| {
        let row = actions::rotate_api_key(tx, who.company, id.0, &body.value, &secret).await?;
        Ok(ApiKey::new(row, tx.now()))
    };
    let key = body.once.run(who.account, tx, rotate).await?;
    Ok(http::ok(&key.shown_once(secret)))
}

/// End the old secret of a rotated API key now.
#[utoipa::path(operation_id = "company.api_key.end_overlap", params(("id" = ApiKeyId, Path)), request_body = Empty, responses((status = 200, body = ApiKey)))]
#[post("/company/api-keys/{id}/overlap-end")]
async fn end_overlap(
    app: Data<App>,
    who: Member<need::ManageApiKeys>,
    _recent: Recent,
    id: PathId<ApiKeyId>,
    body: Body<Empty>,
) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let end = async |tx: &mut platform::PlatformTx| {
        let row = actions::end_api_key_overlap(tx, who.company, id.0).await?;
        Ok(ApiKey::new(row, tx.now()))
    };
    Ok(http::ok(&body.once.run(who.account, tx, end).await?))
}

/// Revoke an API key: it opens nothing from now on.
#[utoipa::path(operation_id = "company.api_key.revoke", params(("id" = ApiKeyId, Path)), responses((status = 200, body = ApiKey)))]
#[delete("/company/api-keys/{id}")]
async fn revoke(app: Data<App>, who: Member<need::ManageApiKeys>, _recent: Recent, id: PathId<ApiKeyId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let (row, now) = (actions::revoke_api_key(&tx, who.company, id.0, who.account).await?, tx.now());
    tx.commit().await?;
    Ok(http::ok(&ApiKey::new(row, now)))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(create).service(rotate).service(end_overlap).service(revoke);
}
