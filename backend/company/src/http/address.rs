//! Where a company's shop is reached: its address on the platform, the ones it had before, and a
//! domain of its own.

use super::body::{Company, Empty};
use crate::{
    actions, codes, directory,
    domain_check::look,
    entity::{domain, former_slug},
    queries, rules,
};
use actix_web::{HttpResponse, delete, get, post, put, web::Data};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Problem, Result, need};
use platform::{
    App,
    http::{self, Body, IfMatch, Member, Recent},
};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// An address that leads to the shop for a time.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct FormerAddress {
    /// The address.
    #[schema(example = "hanbit-old")]
    slug: String,
    /// Until when it does.
    ends_at: DateTime<Utc>,
}

/// A record to be set at the company's provider of names.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct DnsRecord {
    /// Its kind.
    #[schema(example = "TXT")]
    kind: String,
    /// Its name.
    #[schema(example = "_madang.shop.hanbit.example")]
    name: String,
    /// Its value.
    #[schema(example = "madang-verification=4pN0c…")]
    value: String,
}

/// A domain of the company's own.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OwnDomain {
    /// The host name.
    #[schema(example = "shop.hanbit.example")]
    host: String,
    /// Where it stands.
    state: domain::State,
    /// What proves that the company controls it, and what leads there: to be set once.
    records: Vec<DnsRecord>,
    /// When the record was last looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    checked_at: Option<DateTime<Utc>>,
    /// Since when the shop is served there.
    #[serde(skip_serializing_if = "Option::is_none")]
    proven_at: Option<DateTime<Utc>>,
    /// Since when the record is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    failing_since: Option<DateTime<Utc>>,
}

/// Where a company's shop is reached.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct ShopAddress {
    /// Its address on the platform.
    #[schema(example = "hanbit")]
    slug: String,
    /// The same as a link.
    #[schema(example = "https://madang.example/shop/hanbit")]
    url: String,
    /// The addresses it had before and that lead to it.
    former: Vec<FormerAddress>,
    /// Its own domain, if one was entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<OwnDomain>,
}

/// Another address.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewSlug {
    /// The address of the shop.
    #[schema(min_length = 3, max_length = 40, pattern = "^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$", example = "hanbit-bakery")]
    slug: String,
}

/// A domain.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewDomain {
    /// The host name under which the shop is to be reached.
    #[schema(min_length = 3, max_length = 253, example = "shop.hanbit.example")]
    host: String,
}

fn shown(app: &App, row: domain::Model) -> OwnDomain {
    let proof = DnsRecord { kind: "TXT".into(), name: rules::domain::record_name(&row.host), value: rules::domain::record_value(&row.token) };
    let way = DnsRecord { kind: "CNAME".into(), name: row.host.clone(), value: app.config().public_host() };
    OwnDomain {
        records: vec![proof, way],
        host: row.host,
        state: row.state,
        checked_at: row.checked_at,
        proven_at: row.proven_at,
        failing_since: row.failing_since,
    }
}

async fn address(app: &App, company: CompanyId) -> Result<ShopAddress> {
    let tx = app.platform().await?;
    let row = queries::by_id(&tx, company).await?.ok_or_else(Problem::not_found)?;
    let former = queries::former_slugs(&tx, company).await?;
    let own = queries::own_domain(&tx, company).await?;
    Ok(ShopAddress {
        url: format!("{}/shop/{}", app.config().public_url(), row.slug),
        slug: row.slug,
        former: former.into_iter().map(|former_slug::Model { slug, ends_at, .. }| FormerAddress { slug, ends_at }).collect(),
        domain: own.map(|own| shown(app, own)),
    })
}

/// Read where the shop is reached.
#[utoipa::path(operation_id = "company.address.read", responses((status = 200, body = ShopAddress)))]
#[get("/company/address")]
async fn read(app: Data<App>, who: Member<need::ViewWorkspace>) -> Result<HttpResponse> {
    Ok(http::ok(&address(&app, who.company).await?))
}

/// Move the shop to another address.
///
/// The former address leads to the shop for a time, and is nobody else's meanwhile.
#[utoipa::path(operation_id = "company.address.set_slug", params(("If-Match" = String, Header)), request_body = NewSlug, responses((status = 200, body = Company)))]
#[put("/company/address/slug")]
async fn set_slug(app: Data<App>, who: Member<need::ManageCompany>, _recent: Recent, seen: IfMatch, body: Body<NewSlug>) -> Result<HttpResponse> {
    let (tx, seen, days) = (app.platform().await?, seen.required()?, app.config().tenant.former_slug_days);
    let change = async |tx: &mut platform::PlatformTx| actions::change_slug(tx, who.company, seen, &body.value.slug, days).await.map(Company::from);
    let company = body.once.run(who.account, tx, change).await?;
    directory::status_changed();
    Ok(http::versioned(company.version, &company))
}

/// Enter a domain of the company's own.
///
/// The shop is served there once the TXT record proves that the company controls the name. Another
/// domain takes the place of the one before.
#[utoipa::path(operation_id = "company.address.set_domain", request_body = NewDomain, responses((status = 200, body = ShopAddress)))]
#[put("/company/address/domain")]
async fn set_domain(app: Data<App>, who: Member<need::ManageCompany>, _recent: Recent, body: Body<NewDomain>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let base = app.config().public_host();
    let claim = async |tx: &mut platform::PlatformTx| actions::claim_domain(tx, who.company, &body.value.host, &base).await.map(|row| row.host);
    body.once.run(who.account, tx, claim).await?;
    directory::status_changed();
    Ok(http::ok(&address(&app, who.company).await?))
}

/// Look for the record of the domain now.
#[utoipa::path(operation_id = "company.address.check_domain", request_body = Empty, responses((status = 200, body = ShopAddress)))]
#[post("/company/address/domain/check")]
async fn check_domain(app: Data<App>, who: Member<need::ManageCompany>, _body: Body<Empty>) -> Result<HttpResponse> {
    app.limiter().take(&format!("domain-check:{}", who.company), 10, Duration::from_secs(60)).await?;
    let tx = app.platform().await?;
    let row = queries::own_domain(&tx, who.company).await?.ok_or(codes::DOMAIN_NONE)?;
    drop(tx);
    look(&app, &row).await?;
    Ok(http::ok(&address(&app, who.company).await?))
}

/// Give the domain up.
#[utoipa::path(operation_id = "company.address.drop_domain", responses((status = 204)))]
#[delete("/company/address/domain")]
async fn drop_domain(app: Data<App>, who: Member<need::ManageCompany>, _recent: Recent) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::drop_domain(&tx, who.company).await?;
    tx.commit().await?;
    directory::status_changed();
    Ok(http::no_content())
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(read).service(set_slug).service(set_domain).service(check_domain).service(drop_domain);
}
