//! The operator sets fees.

use super::body::{FeeRule, ListQuery};
use crate::{
    actions::{self, NewFeeRule},
    entity::fee_rule,
    queries,
};
use actix_web::{HttpResponse, get, post, web::Data};
use kernel::{CompanyId, Page, Result, need};
use platform::{
    App, PlatformTx,
    http::{self, Body, Operator, Query},
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

/// Set a fee; the rule before it ends when this one begins.
#[utoipa::path(operation_id = "operator.fee_rule.add", request_body = NewFeeRule, responses((status = 201, body = FeeRule)))]
#[post("/operator/fee-rules")]
async fn add(app: Data<App>, who: Operator<need::CanSettle>, body: Body<NewFeeRule>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let add = async |tx: &mut PlatformTx| {
        let row = actions::add_fee_rule(tx, who.account, body.value.clone()).await?;
        let name = match row.company_id {
            Some(id) => queries::by_id(tx, id).await?.map(|company| company.name),
            None => None,
        };
        Ok(FeeRule::new(row, name))
    };
    Ok(http::created(&body.once.run(who.account, tx, add).await?))
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
    config.service(list).service(add);
}
