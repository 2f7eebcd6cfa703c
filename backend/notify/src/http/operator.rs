//! The operator looks through the mails and has one tried again.

use super::body::{Empty, Mail, MailQuery, MailRow};
use crate::{actions, queries};
use actix_web::{HttpResponse, get, post, web::Data};
use kernel::{MailId, Page, Result, need};
use platform::{
    App,
    http::{self, Body, Operator, PathId, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List mails, the newest first.
#[utoipa::path(operation_id = "operator.mail.list", params(MailQuery), responses((status = 200, body = Page<MailRow>)))]
#[get("/operator/mails")]
async fn list(app: Data<App>, _: Operator<need::ManagePlatform>, query: Query<MailQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let page = queries::search(&tx, query.0.state, query.0.q.as_deref(), &query.0.page()).await?;
    Ok(http::ok(&page.map(MailRow::from)))
}

/// Read a mail.
#[utoipa::path(operation_id = "operator.mail.read", params(("id" = MailId, Path)), responses((status = 200, body = Mail)))]
#[get("/operator/mails/{id}")]
async fn read(app: Data<App>, _: Operator<need::ManagePlatform>, id: PathId<MailId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::mail(&tx, id.0).await?;
    Ok(http::ok(&Mail::new(row, leaves_the_house(&app))))
}

/// Try to send a mail again.
#[utoipa::path(operation_id = "operator.mail.retry", params(("id" = MailId, Path)), request_body = Empty, responses((status = 200, body = Mail)))]
#[post("/operator/mails/{id}/retry")]
async fn retry(app: Data<App>, who: Operator<need::ManagePlatform>, id: PathId<MailId>, body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let outside = leaves_the_house(&app);
    let mail = body.once.run(who.account, tx, async |tx| actions::retry(tx, id.0).await.map(|row| Mail::new(row, outside))).await?;
    Ok(http::ok(&mail))
}

fn leaves_the_house(app: &App) -> bool {
    !app.config().mail.smtp_url.is_empty()
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(read).service(retry);
}
