//! The fees that the operator has set.

use super::body::{FeeRule, ListQuery};
use crate::{entity::fee_rule, queries};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{CompanyId, Page, Result, need};
use platform::{
    App, PlatformTx,
    http::{self, Operator, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List fee rules, the newest first.
#[utoipa::path(operation_id = "operator.fee_rule.list", params(ListQuery), responses((status = 200, body = Page<FeeRule>)))]
#[get("/operator/fee-rules")]
async fn list(app: Data<App>, _: Operator<need::ViewConsole>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let page = queries::fee_rules(&tx, &query.0.page()).await?;
    let next = page.next;
    Ok(http::ok(&Page { items: named(&tx, page.items).await?, next }))
}

async fn named(tx: &PlatformTx, rows: Vec<fee_rule::Model>) -> Result<Vec<FeeRule>> {
    let ids: Vec<CompanyId> = rows.iter().filter_map(|row| row.company_id).collect();
    let companies = queries::by_ids(tx, &ids).await?;
    let name = |id: Option<CompanyId>| id.and_then(|id| companies.get(&id)).map(|company| company.name.clone());
    Ok(rows
        .into_iter()
        .map(|row| {
            let name = name(row.company_id);
            FeeRule::new(row, name)
        })
        .collect())
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list);
}
