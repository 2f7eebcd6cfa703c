//! An owner closes the company: what stands in the way is said before, and for a time it can be
//! taken back.

use crate::{
    Flows, codes,
    tenant_life::{Found, hindrances},
};
use actix_web::{HttpResponse, delete, get, post, web::Data};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Problem, Result, need};
use platform::{
    PlatformTx,
    http::{self, Body, Member, Recent},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Whether a company leaves, and what stands in the way.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Closure {
    /// When it was asked for; nothing was if it is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    asked_at: Option<DateTime<Utc>>,
    /// Until when it can be taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    due_at: Option<DateTime<Utc>>,
    /// Days in which it can be taken back.
    days: u32,
    /// What has to be finished first.
    hindrances: Vec<Found>,
}

/// What an owner types to close the company.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewClosure {
    /// The address of its shop, so that nobody does this in passing.
    #[schema(min_length = 3, max_length = 40, example = "hanbit")]
    slug: String,
}

async fn shown(flows: &Flows, tx: &PlatformTx, id: CompanyId) -> Result<Closure> {
    let row = company::queries::by_id(tx, id).await?.ok_or_else(Problem::not_found)?;
    let asked = company::queries::closure(tx, id).await?;
    Ok(Closure {
        asked_at: asked.as_ref().map(|asked| asked.asked_at),
        due_at: asked.map(|asked| asked.due_at),
        days: flows.app.config().tenant.closing_days,
        hindrances: hindrances(tx, &row).await?,
    })
}

/// Read whether the company leaves, and what stands in the way.
#[utoipa::path(operation_id = "company.closure.read", responses((status = 200, body = Closure)))]
#[get("/company/closure")]
async fn read(flows: Data<Flows>, who: Member<need::ManageCompany>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    Ok(http::ok(&shown(&flows, &tx, who.company).await?))
}

/// Ask that the company be closed.
///
/// Refused while trades are open or money is owed. From then on its shop takes no orders; after the
/// days of grace its data is deleted but for what the law keeps.
#[utoipa::path(operation_id = "company.closure.ask", request_body = NewClosure, responses((status = 201, body = Closure)))]
#[post("/company/closure")]
async fn ask(flows: Data<Flows>, who: Member<need::ManageCompany>, _recent: Recent, body: Body<NewClosure>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let days = flows.app.config().tenant.closing_days;
    let ask = async |tx: &mut PlatformTx| {
        company::actions::ask_closure(tx, who.company, who.account, &body.value.slug, days).await?;
        let closure = shown(&flows, tx, who.company).await?;
        if let Some(first) = closure.hindrances.first() {
            let what = serde_json::to_value(first.what).map_err(Problem::internal)?;
            return Err(Problem::new(codes::COMPANY_NOT_FINISHED).field("company", what.as_str().unwrap_or_default()));
        }
        Ok(closure)
    };
    let closure = body.once.run(who.account, tx, ask).await?;
    Ok(http::created(&closure))
}

/// Take it back: the company stays.
#[utoipa::path(operation_id = "company.closure.take_back", responses((status = 204)))]
#[delete("/company/closure")]
async fn take_back(flows: Data<Flows>, who: Member<need::ManageCompany>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    company::actions::take_back_closure(&tx, who.company).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(read).service(ask).service(take_back);
}
