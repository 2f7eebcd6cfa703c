//! The operator looks at companies and decides about them.

use super::body::{Company, CompanyQuery, Empty, Reason};
use crate::{actions, directory, queries};
use actix_web::{HttpResponse, delete, get, post, web::Data};
use kernel::{CompanyId, Page, Problem, Result, need};
use platform::{
    App,
    http::{self, Body, Operator, PathId, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List companies, the newest first.
#[utoipa::path(operation_id = "operator.company.list", params(CompanyQuery), responses((status = 200, body = Page<Company>)))]
#[get("/operator/companies")]
async fn list(app: Data<App>, _: Operator<need::ViewConsole>, query: Query<CompanyQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let page = queries::search(&tx, query.0.status, query.0.q.as_deref(), &query.0.page()).await?;
    Ok(http::ok(&page.map(Company::from)))
}

/// Read a company.
#[utoipa::path(operation_id = "operator.company.read", params(("id" = CompanyId, Path)), responses((status = 200, body = Company)))]
#[get("/operator/companies/{id}")]
async fn read(app: Data<App>, _: Operator<need::ViewConsole>, id: PathId<CompanyId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::by_id(&tx, id.0).await?.ok_or_else(Problem::not_found)?;
    Ok(answer(&row.into()))
}

/// Verify a company; it may sell.
#[utoipa::path(operation_id = "operator.company.verify", params(("id" = CompanyId, Path)), request_body = Empty, responses((status = 200, body = Company)))]
#[post("/operator/companies/{id}/verification")]
async fn verify(app: Data<App>, who: Operator<need::CanVerify>, id: PathId<CompanyId>, body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let company = body.once.run(who.account, tx, async |tx| actions::verify(tx, id.0).await.map(Company::from)).await?;
    Ok(decided(&company))
}

/// Refuse a company, with a reason.
#[utoipa::path(operation_id = "operator.company.reject", params(("id" = CompanyId, Path)), request_body = Reason, responses((status = 200, body = Company)))]
#[post("/operator/companies/{id}/rejection")]
async fn reject(app: Data<App>, who: Operator<need::CanVerify>, id: PathId<CompanyId>, body: Body<Reason>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let company = body.once.run(who.account, tx, async |tx| actions::reject(tx, id.0, &body.value.reason).await.map(Company::from)).await?;
    Ok(decided(&company))
}

/// Stop a company for the time being, with a reason.
#[utoipa::path(operation_id = "operator.company.suspend", params(("id" = CompanyId, Path)), request_body = Reason, responses((status = 200, body = Company)))]
#[post("/operator/companies/{id}/suspension")]
async fn suspend(app: Data<App>, who: Operator<need::CanVerify>, id: PathId<CompanyId>, body: Body<Reason>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let company = body.once.run(who.account, tx, async |tx| actions::suspend(tx, id.0, &body.value.reason).await.map(Company::from)).await?;
    Ok(decided(&company))
}

/// Let a stopped company go on.
#[utoipa::path(operation_id = "operator.company.resume", params(("id" = CompanyId, Path)), responses((status = 200, body = Company)))]
#[delete("/operator/companies/{id}/suspension")]
async fn resume(app: Data<App>, _: Operator<need::CanVerify>, id: PathId<CompanyId>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let company = Company::from(actions::resume(&tx, id.0).await?);
    tx.commit().await?;
    Ok(decided(&company))
}

/// The change is committed: whoever read the old status meanwhile has to forget it.
fn decided(company: &Company) -> HttpResponse {
    directory::status_changed();
    answer(company)
}

fn answer(company: &Company) -> HttpResponse {
    http::versioned(company.version, company)
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(read).service(verify).service(reject).service(suspend).service(resume);
}
