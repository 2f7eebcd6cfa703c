//! The operator looks through the accounts.

use super::body::AccountQuery;
use crate::queries::{self, Person};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{Page, Result, need};
use platform::{
    App,
    http::{self, Operator, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List accounts, the newest first.
#[utoipa::path(operation_id = "operator.account.list", params(AccountQuery), responses((status = 200, body = Page<Person>)))]
#[get("/operator/accounts")]
async fn list(app: Data<App>, _: Operator<need::ViewConsole>, query: Query<AccountQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    Ok(http::ok(&queries::search(&tx, query.0.q.as_deref(), &query.0.page()).await?))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list);
}
