//! A person makes an account and proves the address.

use super::body::{Address, MailToken, Nothing};
use crate::{
    actions::{self, NewAccount},
    throttle,
};
use actix_web::{HttpRequest, HttpResponse, post, web::Data};
use kernel::{Problem, Result};
use platform::{
    App, PlatformTx,
    http::{self, Body, client_address},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Make an account.
///
/// The answer is the same whether or not the address has an account; the mail that follows says.
#[utoipa::path(operation_id = "account.account.create", request_body = NewAccount, responses((status = 202, body = Nothing)))]
#[post("/account")]
async fn sign_up(app: Data<App>, request: HttpRequest, body: Body<NewAccount>) -> Result<HttpResponse> {
    let email = address_of(&body.value.email)?;
    throttle::mail(&app, &email, &client_address(&request)).await?;
    let tx = app.platform().await?;
    let sign_up = async |tx: &mut PlatformTx| {
        actions::sign_up(tx, app.config(), body.value.clone()).await?;
        Ok(Nothing {})
    };
    Ok(accepted(body.once.run(email, tx, sign_up).await?))
}

/// Verify an e-mail address by the link in a mail.
#[utoipa::path(operation_id = "account.email_verification.confirm", request_body = MailToken, responses((status = 204)))]
#[post("/account/email-verification")]
async fn verify(app: Data<App>, body: Body<MailToken>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::verify_email(&tx, &body.value.token).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Send the verification mail once more.
///
/// The answer is the same for every address.
#[utoipa::path(operation_id = "account.email_verification.resend", request_body = Address, responses((status = 202, body = Nothing)))]
#[post("/account/email-verification/resend")]
async fn resend(app: Data<App>, request: HttpRequest, body: Body<Address>) -> Result<HttpResponse> {
    let email = address_of(&body.value.email)?;
    throttle::mail(&app, &email, &client_address(&request)).await?;
    let tx = app.platform().await?;
    actions::resend_verification(&tx, email).await?;
    tx.commit().await?;
    Ok(accepted(Nothing {}))
}

/// The address as it is kept. Error: not an address.
pub(super) fn address_of(text: &str) -> Result<String> {
    crate::rules::email(text).ok_or_else(|| Problem::invalid("email", "email"))
}

pub(super) fn accepted(body: Nothing) -> HttpResponse {
    HttpResponse::Accepted().json(body)
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(sign_up).service(verify).service(resend);
}
