//! The signed-in person: who they are and where they belong. The person is known to the identity
//! context, the companies to theirs.

use actix_web::{HttpResponse, get, patch, web::Data};
use identity::{Companies, Me, http::ChangeMe};
use kernel::Result;
use platform::{
    App,
    http::{self, Body, SignedIn},
};
use std::sync::Arc;
use utoipa_actix_web::service_config::ServiceConfig;

/// Who I am.
#[utoipa::path(operation_id = "account.me.read", responses((status = 200, body = Me)))]
#[get("/account/me")]
async fn me(app: Data<App>, companies: Data<Arc<dyn Companies>>, who: SignedIn) -> Result<HttpResponse> {
    Ok(http::ok(&identity::me(&app, companies.get_ref().as_ref(), &who.session).await?))
}

/// Change my name, phone number or language.
#[utoipa::path(operation_id = "account.me.change", request_body = ChangeMe, responses((status = 200, body = Me)))]
#[patch("/account/me")]
async fn change(app: Data<App>, companies: Data<Arc<dyn Companies>>, who: SignedIn, body: Body<ChangeMe>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    body.once
        .run(who.account(), tx, async |tx| {
            identity::actions::change_me(tx, who.account(), &body.value).await?;
            Ok(serde_json::Value::Null)
        })
        .await?;
    Ok(http::ok(&identity::me(&app, companies.get_ref().as_ref(), &who.session).await?))
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(me).service(change);
}
