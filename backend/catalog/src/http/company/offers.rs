//! Offers of own items to distributors.

use crate::{
    actions,
    http::body::{NewSupplyOffer, SupplyOffer},
};
use actix_web::{HttpResponse, delete, put, web::Data};
use kernel::{ItemId, Result, need};
use platform::{
    App,
    http::{self, Body, IfMatch, Member, PathId},
};
use utoipa_actix_web::service_config::ServiceConfig;

/// Offer an item to distributors, or change its offer.
///
/// The contract is fixed while the offer stands.
#[utoipa::path(operation_id = "company.item_offer.put", params(("id" = ItemId, Path), ("If-Match" = Option<String>, Header)),
    request_body = NewSupplyOffer, responses((status = 200, body = SupplyOffer)))]
#[put("/company/items/{id}/offer")]
async fn put_offer(
    app: Data<App>,
    who: Member<need::ManageOffers>,
    id: PathId<ItemId>,
    seen: IfMatch,
    body: Body<NewSupplyOffer>,
) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let work = async |tx: &mut platform::TenantTx| actions::put_offer(tx, id.0, seen.0, &body.value).await.map(SupplyOffer::from);
    let offer = body.once.run(who.account, tx, work).await?;
    Ok(http::versioned(offer.version, &offer))
}

/// End the offer of an item; distributors' listings end with it.
#[utoipa::path(operation_id = "company.item_offer.delete", params(("id" = ItemId, Path)), responses((status = 204)))]
#[delete("/company/items/{id}/offer")]
async fn end_offer(app: Data<App>, who: Member<need::ManageOffers>, id: PathId<ItemId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    actions::end_offer(&tx, id.0).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(put_offer).service(end_offer);
}
