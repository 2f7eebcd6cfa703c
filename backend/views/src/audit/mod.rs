//! The audit log, for a company its own part and for the operator all of it: pages, files, and
//! the proof that nothing in it was altered.

mod body;
mod file;
mod rows;

use self::{
    body::{AuditEntry, AuditProof, CompanyQuery, OperatorQuery},
    rows::Viewer,
};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{Page, Result, need};
use platform::{
    App,
    http::{self, Member, Operator, Query},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// List the company's part of the audit log, the latest first.
#[utoipa::path(operation_id = "company.audit_entry.list", params(CompanyQuery), responses((status = 200, body = Page<AuditEntry>)))]
#[get("/company/audit-entries")]
async fn own(app: Data<App>, who: Member<need::ViewAudit>, query: Query<CompanyQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let filter = query.0.filter(&tx, who.company).await?;
    Ok(http::ok(&rows::page(&tx, &filter, &query.0.page(), Viewer::Company(who.company)).await?))
}

/// Download the company's part of the audit log as a CSV file, the latest first.
#[utoipa::path(operation_id = "company.audit_entry.export", params(CompanyQuery),
    responses((status = 200, body = String, content_type = "text/csv")))]
#[get("/company/audit-entries/entries.csv")]
async fn own_file(app: Data<App>, who: Member<need::ViewAudit>, query: Query<CompanyQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let filter = query.0.filter(&tx, who.company).await?;
    Ok(file::answer(app.get_ref().clone(), filter, Viewer::Company(who.company)))
}

/// List the audit log, the latest entry first.
#[utoipa::path(operation_id = "operator.audit_entry.list", params(OperatorQuery), responses((status = 200, body = Page<AuditEntry>)))]
#[get("/operator/audit-entries")]
async fn all(app: Data<App>, _who: Operator<need::ViewAllAudit>, query: Query<OperatorQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    Ok(http::ok(&rows::page(&tx, &query.0.filter(), &query.0.page(), Viewer::Operator).await?))
}

/// Download the audit log as a CSV file, the latest entry first.
#[utoipa::path(operation_id = "operator.audit_entry.export", params(OperatorQuery),
    responses((status = 200, body = String, content_type = "text/csv")))]
#[get("/operator/audit-entries/entries.csv")]
async fn all_file(app: Data<App>, _who: Operator<need::ViewAllAudit>, query: Query<OperatorQuery>) -> Result<HttpResponse> {
    Ok(file::answer(app.get_ref().clone(), query.0.filter(), Viewer::Operator))
}

/// Prove the audit log: that no entry was altered, removed or put between others.
///
/// Every hash is computed again; it takes as long as the log is.
#[utoipa::path(operation_id = "operator.audit_proof.show", responses((status = 200, body = AuditProof)))]
#[get("/operator/audit-proof")]
async fn proof(app: Data<App>, _who: Operator<need::ViewAllAudit>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    Ok(http::ok(&AuditProof::from(platform::audit::prove(&tx).await?)))
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(own).service(own_file).service(all).service(all_file).service(proof);
}
