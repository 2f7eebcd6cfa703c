//! A signed-in person signs a company up. Nobody is signed in without a verified e-mail address,
//! so that need not be asked here.

use super::body::Company;
use crate::{
    actions::{self, NewCompany},
    codes,
    entity::company,
    queries, rules,
};
use actix_web::{HttpResponse, get, post, web::Data};
use kernel::Result;
use platform::{
    App,
    http::{self, Body, Query, SignedIn},
};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Sign a company up.
///
/// Its workspace is there at once. Until the operator has verified it, it can set everything up
/// and preview its shop, but not sell.
#[utoipa::path(operation_id = "account.company_registration.create", request_body = NewCompany, responses((status = 201, body = Company)))]
#[post("/company-registrations")]
async fn register(app: Data<App>, who: SignedIn, body: Body<NewCompany>) -> Result<HttpResponse> {
    match attempt(&app, &who, &body).await {
        Err(problem) if problem.code == codes::NO_SPARE_SCHEMA => {
            actions::add_spare(&app, None).await?;
            attempt(&app, &who, &body).await
        }
        other => other,
    }
}

async fn attempt(app: &App, who: &SignedIn, body: &Body<NewCompany>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let sign_up = async |tx: &mut platform::PlatformTx| actions::sign_up(tx, who.account(), body.value.clone()).await.map(Company::from);
    Ok(http::created(&body.once.run(who.account(), tx, sign_up).await?))
}

/// What is to be looked up.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct AvailabilityQuery {
    /// A shop address.
    slug: Option<String>,
    /// A business registration number.
    business_number: Option<String>,
}

/// Whether a shop address can be had.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum SlugAvailability {
    /// It can.
    Free,
    /// Another shop has it.
    Taken,
    /// No shop can have it.
    Invalid,
}

/// Whether a business registration number can be used.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum NumberAvailability {
    /// It is right and free.
    Valid,
    /// Its check digit is wrong.
    Invalid,
    /// A company has signed up with it.
    Taken,
}

/// What can be had of what was looked up.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
struct Availability {
    /// The shop address.
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<SlugAvailability>,
    /// The business registration number.
    #[serde(skip_serializing_if = "Option::is_none")]
    business_number: Option<NumberAvailability>,
}

/// Look up whether a shop address and a business number can be used.
#[utoipa::path(operation_id = "account.company_registration.check", params(AvailabilityQuery), responses((status = 200, body = Availability)))]
#[get("/company-registrations/availability")]
async fn availability(app: Data<App>, _: SignedIn, query: Query<AvailabilityQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let slug = match query.0.slug.map(|slug| slug.trim().to_lowercase()) {
        None => None,
        Some(slug) if !rules::slug_valid(&slug) => Some(SlugAvailability::Invalid),
        Some(slug) if queries::slug_taken(&tx, &slug).await? => Some(SlugAvailability::Taken),
        Some(_) => Some(SlugAvailability::Free),
    };
    let country = rules::MARKETS.first().map_or("", |market| market.country);
    let business_number = match query.0.business_number.as_deref().map(rules::business_number_digits) {
        None => None,
        Some(number) if !rules::business_number_valid(&number) => Some(NumberAvailability::Invalid),
        Some(number) if tx.one(company::by_business_number(country, &number)).await?.is_some() => Some(NumberAvailability::Taken),
        Some(_) => Some(NumberAvailability::Valid),
    };
    Ok(http::ok(&Availability { slug, business_number }))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(availability).service(register);
}
