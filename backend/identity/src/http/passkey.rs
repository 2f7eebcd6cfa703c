//! A person's passkeys, and what an authenticator is asked: for one more, to sign in, to prove who it
//! is. They are made for one host and are of no use at any other.

use super::{
    body::{NewChallenge, PasskeyAdded, PasskeyName, PasskeyRow, Passkeys, RemoveQuery, SessionAnswer},
    device,
    session::{Asked, opened},
};
use crate::{
    actions::{self, PASSKEYS_MOST},
    me,
    passkeys::{NewPasskey, PasskeyAnswer},
    queries, throttle,
    tokens::Keys,
};
use actix_web::{HttpRequest, HttpResponse, delete, get, patch, post, web::Data};
use kernel::{PasskeyId, Result};
use platform::{
    App,
    http::{self, Body, PathId, Query, Recent, SignedIn, client_address},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List one's passkeys.
#[utoipa::path(operation_id = "account.passkey.list", responses((status = 200, body = Passkeys)))]
#[get("/account/passkeys")]
async fn list(app: Data<App>, who: SignedIn) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let passkeys = queries::passkeys(&tx, who.account()).await?.into_iter().map(PasskeyRow::from).collect();
    Ok(http::ok(&Passkeys { passkeys, most: PASSKEYS_MOST, host: app.config().passkey_host() }))
}

/// Ask an authenticator for a new passkey.
#[utoipa::path(operation_id = "account.passkey.prepare", responses((status = 201, body = NewChallenge)))]
#[post("/account/passkeys/challenge")]
async fn prepare(app: Data<App>, request: HttpRequest, who: SignedIn, _recent: Recent) -> Result<HttpResponse> {
    throttle::challenge(&app, &client_address(&request)).await?;
    let tx = app.platform().await?;
    let challenge = actions::ask_new_passkey(&tx, app.config(), who.account()).await?;
    tx.commit().await?;
    Ok(http::created(&NewChallenge::from(challenge)))
}

/// Add the passkey that an authenticator has made.
///
/// From the first on, the password alone is not enough to sign in. With the first second factor of all
/// come recovery codes, which are not to be seen again.
#[utoipa::path(operation_id = "account.passkey.create", request_body = NewPasskey, responses((status = 201, body = PasskeyAdded)))]
#[post("/account/passkeys")]
async fn create(app: Data<App>, request: HttpRequest, who: SignedIn, _recent: Recent, body: Body<NewPasskey>) -> Result<HttpResponse> {
    throttle::passkey(&app, &client_address(&request)).await?;
    let (row, recovery_codes) = actions::add_passkey(&app, who.account(), &body.value).await?;
    Ok(http::created(&PasskeyAdded { passkey: row.into(), recovery_codes }))
}

/// Give a passkey another name.
#[utoipa::path(operation_id = "account.passkey.rename", params(("id" = PasskeyId, Path)), request_body = PasskeyName, responses((status = 200, body = PasskeyRow)))]
#[patch("/account/passkeys/{id}")]
async fn rename(app: Data<App>, who: SignedIn, id: PathId<PasskeyId>, body: Body<PasskeyName>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = actions::rename_passkey(&tx, who.account(), id.0, &body.value.name).await?;
    tx.commit().await?;
    Ok(http::ok(&PasskeyRow::from(row)))
}

/// Remove a passkey.
///
/// The last second factor of a person who needs one is removed only where the query says that it is to
/// be given up; until there is another, what needs one is refused.
#[utoipa::path(operation_id = "account.passkey.remove", params(("id" = PasskeyId, Path), RemoveQuery), responses((status = 204)))]
#[delete("/account/passkeys/{id}")]
async fn remove(
    app: Data<App>,
    companies: Asked,
    who: SignedIn,
    _recent: Recent,
    id: PathId<PasskeyId>,
    query: Query<RemoveQuery>,
) -> Result<HttpResponse> {
    let me = me::me(&app, companies.get_ref().as_ref(), &who.session).await?;
    let tx = app.platform().await?;
    let needs_one = me.second_factor_required && !query.0.give_up_second_factor;
    actions::remove_passkey(&tx, who.account(), id.0, needs_one).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Ask for a passkey to sign in with.
///
/// The answer is the same for everybody: nobody has said yet who they are.
#[utoipa::path(operation_id = "account.sign_in_challenge.create", responses((status = 201, body = NewChallenge)))]
#[post("/account/session/passkey/challenge")]
async fn ask_sign_in(app: Data<App>, request: HttpRequest) -> Result<HttpResponse> {
    device::same_origin(&request)?;
    throttle::challenge(&app, &client_address(&request)).await?;
    let tx = app.platform().await?;
    let challenge = actions::ask_sign_in(&tx, app.config()).await?;
    tx.commit().await?;
    Ok(http::created(&NewChallenge::from(challenge)))
}

/// Sign in with a passkey alone.
///
/// No address and no password: the authenticator says whose it is, and has verified the person. Whoever
/// signs in with the password sends the passkey along with it.
#[utoipa::path(operation_id = "account.session.create_by_passkey", request_body = PasskeyAnswer, responses((status = 200, body = SessionAnswer)))]
#[post("/account/session/passkey")]
async fn sign_in(app: Data<App>, keys: Data<Keys>, companies: Asked, request: HttpRequest, body: Body<PasskeyAnswer>) -> Result<HttpResponse> {
    device::same_origin(&request)?;
    let device = device::device(&request);
    let account = actions::check_passkey(&app, &body.value, &device.address).await?;
    let tx = app.platform().await?;
    opened(&app, &keys, &companies, tx, account, device).await
}

/// Ask for one of one's own passkeys, to prove on this device that it is oneself.
#[utoipa::path(operation_id = "account.proof_challenge.create", responses((status = 201, body = NewChallenge)))]
#[post("/account/session/proof/challenge")]
async fn ask_proof(app: Data<App>, request: HttpRequest, who: SignedIn) -> Result<HttpResponse> {
    throttle::challenge(&app, &client_address(&request)).await?;
    let tx = app.platform().await?;
    let challenge = actions::ask_proof(&tx, app.config(), who.account()).await?;
    tx.commit().await?;
    Ok(http::created(&NewChallenge::from(challenge)))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(prepare).service(create).service(rename).service(remove).service(ask_sign_in).service(sign_in).service(ask_proof);
}
