//! A person moves to another e-mail address.

use super::{
    account::{accepted, address_of},
    body::{MailToken, Nothing},
};
use crate::{
    actions::{self, ChangeEmail},
    throttle,
};
use actix_web::{HttpRequest, HttpResponse, post, web::Data};
use kernel::Result;
use platform::{
    App,
    http::{self, Body, SignedIn, client_address},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Ask for another e-mail address.
///
/// A link goes to the new one, and word of it to the old one. The answer is the same whether or
/// not the new address has an account.
#[utoipa::path(operation_id = "account.email_change.request", request_body = ChangeEmail, responses((status = 202, body = Nothing)))]
#[post("/account/email-change")]
async fn ask(app: Data<App>, request: HttpRequest, who: SignedIn, body: Body<ChangeEmail>) -> Result<HttpResponse> {
    throttle::mail(&app, &address_of(&body.value.email)?, &client_address(&request)).await?;
    actions::change_email(&app, &who.session, &body.value, &client_address(&request)).await?;
    Ok(accepted(Nothing {}))
}

/// Prove the other e-mail address by the link in a mail.
///
/// Every device is signed out.
#[utoipa::path(operation_id = "account.email_change.confirm", request_body = MailToken, responses((status = 204)))]
#[post("/account/email-change/confirmation")]
async fn confirm(app: Data<App>, body: Body<MailToken>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::confirm_email(&tx, &body.value.token).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(ask).service(confirm);
}
