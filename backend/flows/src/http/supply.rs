//! Listing a supplier's offer in one's own shop.

use crate::{Flows, supply};
use actix_web::{HttpResponse, delete, post, web::Data};
use catalog::http::ListingView;
use kernel::{RegisteredItemId, Result, need};
use platform::http::{self, Body, Member, PathId};
use utoipa_actix_web::service_config::ServiceConfig;

/// List a supply offer in the own shop, at own prices.
#[utoipa::path(operation_id = "company.supply_offer.list_in_shop", params(("id" = RegisteredItemId, Path)), request_body = catalog::actions::ListOffered, responses((status = 201, body = ListingView)))]
#[post("/company/supply-offers/{id}/listing")]
async fn list(
    flows: Data<Flows>,
    who: Member<need::ManageResale>,
    id: PathId<RegisteredItemId>,
    body: Body<catalog::actions::ListOffered>,
) -> Result<HttpResponse> {
    let listing = supply::list(&flows, who.company, id.0, &body.value, &body.once, who.account).await?;
    Ok(http::created(&super::listings::with_fee(&flows, who.company, listing).await?))
}

/// End the listing of a supply offer.
#[utoipa::path(operation_id = "company.supply_offer.unlist", params(("id" = RegisteredItemId, Path)), responses((status = 204)))]
#[delete("/company/supply-offers/{id}/listing")]
async fn unlist(flows: Data<Flows>, who: Member<need::ManageResale>, id: PathId<RegisteredItemId>) -> Result<HttpResponse> {
    supply::unlist(&flows, who.company, id.0).await?;
    Ok(http::no_content())
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(unlist);
}
