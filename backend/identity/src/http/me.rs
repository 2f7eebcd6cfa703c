//! A signed-in person's own data.

use crate::{
    actions::{self, AccountChange},
    companies::Companies,
    me::{self, Me},
};
use actix_web::{HttpResponse, get, patch, web::Data};
use kernel::Result;
use platform::{App, http::{self, Body, SignedIn}};
use std::sync::Arc;
use utoipa_actix_web::service_config::ServiceConfig;

/// Who is signed in, and with what.
#[utoipa::path(operation_id = "account.me.read", responses((status = 200, body = Me)))]
#[get("/account/me")]
async fn read(app: Data<App>, companies: Data<Arc<dyn Companies>>, who: SignedIn) -> Result<HttpResponse> {
    Ok(http::ok(&me::me(&app, companies.get_ref().as_ref(), &who.session).await?))
}

/// Change one's own data.
#[utoipa::path(operation_id = "account.me.change", request_body = AccountChange, responses((status = 200, body = Me)))]
#[patch("/account/me")]
async fn change(app: Data<App>, companies: Data<Arc<dyn Companies>>, who: SignedIn, body: Body<AccountChange>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::change_profile(&tx, who.account(), &body.value).await?;
    tx.commit().await?;
    Ok(http::ok(&me::me(&app, companies.get_ref().as_ref(), &who.session).await?))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(read).service(change);
}
