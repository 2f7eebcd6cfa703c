//! A person deletes their account: the account belongs to the identity context, the places in
//! companies to theirs, and both go in one transaction.

use super::Nothing;
use crate::Flows;
use actix_web::{HttpResponse, post, web::Data};
use kernel::{CompanyId, MemberId, Result};
use platform::http::{self, Body, Recent, SignedIn};
use utoipa_actix_web::service_config::ServiceConfig;

/// Delete my account.
///
/// What is personal is blanked, and every device signed out. Records of orders, payments and tax
/// are kept as long as the law demands, with a copy of who it was set apart until then. Refused
/// while a company would be left without an owner.
#[utoipa::path(operation_id = "account.account.delete", request_body = Nothing, responses((status = 204)))]
#[post("/account/deletion")]
async fn delete(flows: Data<Flows>, who: SignedIn, _recent: Recent, _body: Body<Nothing>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let mut places: Vec<(CompanyId, MemberId)> =
        company::queries::places(&tx, who.account()).await?.iter().map(|place| (place.company_id, place.id)).collect();
    // Two people who leave the same companies at once lock them in the same order.
    places.sort_unstable();
    for (company, member) in &places {
        company::actions::leave(&tx, *company, *member).await?;
    }
    let kept = !places.is_empty() || trade::queries::has_bought(&tx, who.account()).await?;
    identity::actions::delete_account(&tx, who.account(), kept).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(delete);
}
