//! A person's second factor, and the proof on a device that it is them.

use super::body::{Code, NewSecondFactor, RecoveryCodes, SecondFactor};
use crate::{
    actions::{self, Proof},
    companies::Companies,
    me, queries, throttle,
};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web::Data};
use kernel::Result;
use platform::{
    App,
    http::{self, Body, Recent, SignedIn, client_address},
};
use std::sync::Arc;
use utoipa_actix_web::service_config::ServiceConfig;

/// Read where the second factor stands.
#[utoipa::path(operation_id = "account.second_factor.read", responses((status = 200, body = SecondFactor)))]
#[get("/account/second-factor")]
async fn read(app: Data<App>, companies: Data<Arc<dyn Companies>>, who: SignedIn) -> Result<HttpResponse> {
    let me = me::me(&app, companies.get_ref().as_ref(), &who.session).await?;
    let tx = app.platform().await?;
    let since = queries::second_factor(&tx, who.account()).await?;
    let recovery_codes_left = queries::recovery_codes_left(&tx, who.account()).await?;
    Ok(http::ok(&SecondFactor { since, required: me.second_factor_required, recovery_codes_left }))
}

/// Begin to set up an app that makes codes.
///
/// It counts for nothing until a first code of it has come.
#[utoipa::path(operation_id = "account.second_factor.prepare", responses((status = 201, body = NewSecondFactor)))]
#[post("/account/second-factor")]
async fn prepare(app: Data<App>, who: SignedIn, _recent: Recent) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let new = actions::prepare_second_factor(&tx, &app.config().secret, who.account()).await?;
    tx.commit().await?;
    Ok(http::created(&NewSecondFactor { secret: new.secret, uri: new.uri, picture_svg: new.picture }))
}

/// Turn it on by a first code.
///
/// The recovery codes in the answer are not to be seen again.
#[utoipa::path(operation_id = "account.second_factor.confirm", request_body = Code, responses((status = 200, body = RecoveryCodes)))]
#[post("/account/second-factor/confirmation")]
async fn confirm(app: Data<App>, request: HttpRequest, who: SignedIn, _recent: Recent, body: Body<Code>) -> Result<HttpResponse> {
    throttle::code(&app, who.account(), &client_address(&request)).await?;
    let tx = app.platform().await?;
    let codes = actions::confirm_second_factor(&tx, &app.config().secret, who.account(), body.value.code.trim()).await?;
    tx.commit().await?;
    Ok(http::ok(&RecoveryCodes { recovery_codes: codes }))
}

/// Make other recovery codes.
///
/// Those before are worth nothing any more.
#[utoipa::path(operation_id = "account.recovery_codes.renew", responses((status = 200, body = RecoveryCodes)))]
#[post("/account/second-factor/recovery-codes")]
async fn renew(app: Data<App>, who: SignedIn, _recent: Recent) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let codes = actions::renew_recovery_codes(&tx, who.account()).await?;
    tx.commit().await?;
    Ok(http::ok(&RecoveryCodes { recovery_codes: codes }))
}

/// Turn it off.
#[utoipa::path(operation_id = "account.second_factor.remove", responses((status = 204)))]
#[delete("/account/second-factor")]
async fn remove(app: Data<App>, who: SignedIn, _recent: Recent) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::drop_second_factor(&tx, who.account()).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Prove on this device that it is you.
///
/// By a code or a passkey where there is a second factor, or else by the password. What demands a recent proof
/// is then answered for some minutes.
#[utoipa::path(operation_id = "account.session.prove", request_body = Proof, responses((status = 204)))]
#[post("/account/session/proof")]
async fn prove(app: Data<App>, request: HttpRequest, who: SignedIn, body: Body<Proof>) -> Result<HttpResponse> {
    actions::prove(&app, &who.session, &body.value, &client_address(&request)).await?;
    Ok(http::no_content())
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(read).service(prepare).service(confirm).service(renew).service(remove).service(prove);
}
