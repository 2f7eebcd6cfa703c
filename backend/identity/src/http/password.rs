//! A person has forgotten the password, or wants another one.

use super::{
    account::{accepted, address_of},
    body::{Address, NewPassword, Nothing},
};
use crate::{
    actions::{self, ChangePassword},
    throttle,
};
use actix_web::{HttpRequest, HttpResponse, post, put, web::Data};
use kernel::Result;
use platform::{
    App,
    http::{self, Body, SignedIn, client_address},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Ask for a link by which another password can be set.
///
/// The answer is the same for every address.
#[utoipa::path(operation_id = "account.password_reset.request", request_body = Address, responses((status = 202, body = Nothing)))]
#[post("/account/password-reset")]
async fn ask(app: Data<App>, request: HttpRequest, body: Body<Address>) -> Result<HttpResponse> {
    let email = address_of(&body.value.email)?;
    throttle::mail(&app, &email, &client_address(&request)).await?;
    let tx = app.platform().await?;
    actions::request_password_reset(&tx, email).await?;
    tx.commit().await?;
    Ok(accepted(Nothing {}))
}

/// Set another password by the link in a mail.
///
/// Every device is signed out.
#[utoipa::path(operation_id = "account.password_reset.confirm", request_body = NewPassword, responses((status = 204)))]
#[post("/account/password-reset/confirmation")]
async fn confirm(app: Data<App>, body: Body<NewPassword>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::reset_password(&tx, &app.config().auth, &body.value.token, &body.value.password).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Set another password while signed in.
///
/// The person's other devices are signed out.
#[utoipa::path(operation_id = "account.password.set", request_body = ChangePassword, responses((status = 204)))]
#[put("/account/password")]
async fn change(app: Data<App>, request: HttpRequest, who: SignedIn, body: Body<ChangePassword>) -> Result<HttpResponse> {
    actions::change_password(&app, &who.session, &body.value, &client_address(&request)).await?;
    Ok(http::no_content())
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(ask).service(confirm).service(change);
}
