//! What people agree to, and have agreed to.

use super::body::{Consents, ConsentsGiven, Documents, GivenConsent};
use crate::{actions, queries};
use actix_web::{HttpResponse, get, post, web::Data};
use kernel::Result;
use platform::{
    App,
    http::{self, Body, SignedIn},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List the documents that everybody with an account agrees to, in the editions in force.
#[utoipa::path(operation_id = "account.document.list", responses((status = 200, body = Documents)))]
#[get("/account/documents")]
async fn documents(app: Data<App>) -> Result<HttpResponse> {
    Ok(http::ok(&Documents { documents: actions::consents_in_force(&app.config().legal) }))
}

/// List what I have agreed to, and what is still due.
#[utoipa::path(operation_id = "account.consent.list", responses((status = 200, body = ConsentsGiven)))]
#[get("/account/consents")]
async fn list(app: Data<App>, who: SignedIn) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let given = queries::consents(&tx, who.account()).await?.into_iter().map(GivenConsent::from).collect();
    let due = actions::consents_due(&tx, &app.config().legal, who.account()).await?;
    Ok(http::ok(&ConsentsGiven { given, due }))
}

/// Agree to documents in the editions in force.
#[utoipa::path(operation_id = "account.consent.give", request_body = Consents, responses((status = 204)))]
#[post("/account/consents")]
async fn give(app: Data<App>, who: SignedIn, body: Body<Consents>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::give_consent(&tx, &app.config().legal, who.account(), &body.value.consents).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(documents).service(list).service(give);
}
