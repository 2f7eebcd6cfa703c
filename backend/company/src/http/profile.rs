//! The members of a company look after its profile, rules and pictures.

use super::body::Company;
use crate::{
    actions::{self, CompanyRules, PictureKind, ProfileChange},
    picture, queries,
};
use actix_web::{HttpResponse, get, patch, put, web::Data};
use kernel::{AccountId, CompanyId, Problem, Result, need};
use platform::{
    App,
    http::{self, Body, FileBody, IfMatch, Member},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Read the company's profile.
#[utoipa::path(operation_id = "company.profile.read", responses((status = 200, body = Company)))]
#[get("/company/profile")]
async fn read(app: Data<App>, who: Member<need::ViewWorkspace>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let row = queries::by_id(&tx, who.company).await?.ok_or_else(Problem::not_found)?;
    Ok(answer(&row.into()))
}

/// Change the company's profile.
///
/// The registered name, the business number and the representative are what the operator verified
/// and stay as they are.
#[utoipa::path(operation_id = "company.profile.change", params(("If-Match" = String, Header)), request_body = ProfileChange, responses((status = 200, body = Company)))]
#[patch("/company/profile")]
async fn change(app: Data<App>, who: Member<need::ManageCompany>, seen: IfMatch, body: Body<ProfileChange>) -> Result<HttpResponse> {
    let (tx, seen) = (app.platform().await?, seen.required()?);
    let change = async |tx: &mut platform::PlatformTx| actions::change_profile(tx, who.company, seen, body.value.clone()).await.map(Company::from);
    Ok(answer(&body.once.run(who.account, tx, change).await?))
}

/// Set what happens by itself, and what delivery costs.
#[utoipa::path(operation_id = "company.rules.set", params(("If-Match" = String, Header)), request_body = CompanyRules, responses((status = 200, body = Company)))]
#[put("/company/rules")]
async fn set_rules(app: Data<App>, who: Member<need::ManageCompany>, seen: IfMatch, body: Body<CompanyRules>) -> Result<HttpResponse> {
    let (tx, seen) = (app.platform().await?, seen.required()?);
    let set = async |tx: &mut platform::PlatformTx| actions::set_rules(tx, who.company, seen, body.value.clone()).await.map(Company::from);
    Ok(answer(&body.once.run(who.account, tx, set).await?))
}

/// Set the company's logo.
///
/// A PNG, JPEG or WebP of at most 2 MB; it is fitted into 512 × 512 pixels.
#[utoipa::path(operation_id = "company.logo.set", request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 200, body = Company)))]
#[put("/company/logo")]
async fn set_logo(app: Data<App>, who: Member<need::ManageCompany>, file: FileBody) -> Result<HttpResponse> {
    set_picture(&app, who.account, who.company, PictureKind::Logo, file).await
}

/// Set the shop's banner.
///
/// A PNG, JPEG or WebP of at most 2 MB; it is fitted into 1920 × 800 pixels.
#[utoipa::path(operation_id = "company.banner.set", request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses((status = 200, body = Company)))]
#[put("/company/banner")]
async fn set_banner(app: Data<App>, who: Member<need::ManageShopDesign>, file: FileBody) -> Result<HttpResponse> {
    set_picture(&app, who.account, who.company, PictureKind::Banner, file).await
}

async fn set_picture(app: &App, account: AccountId, company: CompanyId, kind: PictureKind, file: FileBody) -> Result<HttpResponse> {
    let key = picture::store(app, company, kind, file.bytes).await?;
    let tx = app.platform().await?;
    let set = async |tx: &mut platform::PlatformTx| actions::set_picture(tx, company, kind, key.clone()).await.map(Company::from);
    Ok(answer(&file.once.run(account, tx, set).await?))
}

fn answer(company: &Company) -> HttpResponse {
    http::versioned(company.version, company)
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(read).service(change).service(set_rules);
    config.service(set_logo).service(set_banner);
}
