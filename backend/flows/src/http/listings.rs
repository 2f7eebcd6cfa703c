//! One listing of the company, answered with the platform's fee at its prices: the catalogue knows
//! the prices, the company's rules the rate.

use super::Nothing;
use crate::Flows;
use actix_web::{HttpResponse, delete, get, patch, post, web::Data};
use catalog::{
    actions,
    http::{
        ListingView,
        body::{NewListing, PatchListing},
        may_set_prices,
    },
    queries,
    rules::margin,
};
use kernel::{CompanyId, ItemId, ListingId, Problem, Result, need};
use platform::http::{self, Body, IfMatch, Member, PathId};
use utoipa_actix_web::service_config::ServiceConfig;

/// The listing with fee and margin after it. The rate is the one that an order placed now would
/// get: the company's own rule, else its plan's, else the general one, by category of the shop.
pub async fn with_fee(flows: &Flows, company: CompanyId, mut listing: ListingView) -> Result<ListingView> {
    let category = match listing.row.category_id {
        Some(id) => {
            let tx = flows.app.tenant(company).await?;
            queries::shop_category_slug(&tx, id).await?
        }
        None => None,
    };
    let tx = flows.app.platform().await?;
    let own = company::queries::by_id(&tx, company).await?.ok_or_else(Problem::not_found)?;
    let rate = company::queries::fee_rate(&tx, company, &own.plan, category.as_deref(), tx.now()).await?;
    for variant in &mut listing.variants {
        let (fee, left) = margin::after_fee(variant.selling_price, variant.supply_price, rate)?;
        variant.fee = Some(fee);
        variant.margin_after_fee = Some(left);
    }
    listing.fee_rate = Some(rate);
    Ok(listing)
}

async fn answer(flows: &Flows, company: CompanyId, listing: ListingView) -> Result<HttpResponse> {
    let listing = with_fee(flows, company, listing).await?;
    Ok(http::versioned(listing.row.version, &listing))
}

/// Read a listing.
#[utoipa::path(operation_id = "company.listing.read", params(("id" = ListingId, Path)), responses((status = 200, body = ListingView)))]
#[get("/company/listings/{id}")]
async fn read(flows: Data<Flows>, who: Member<need::ViewShop>, id: PathId<ListingId>) -> Result<HttpResponse> {
    let tx = flows.app.tenant(who.company).await?;
    let listing = queries::listing(&tx, id.0).await?;
    drop(tx);
    answer(&flows, who.company, listing).await
}

/// Change a listing.
///
/// A new price of an own product becomes the item's selling price. Setting prices needs the
/// permission for prices too.
#[utoipa::path(operation_id = "company.listing.update", params(("id" = ListingId, Path), ("If-Match" = String, Header)),
    request_body = PatchListing, responses((status = 200, body = ListingView)))]
#[patch("/company/listings/{id}")]
async fn update(
    flows: Data<Flows>,
    who: Member<need::ManageListings>,
    id: PathId<ListingId>,
    seen: IfMatch,
    body: Body<PatchListing>,
) -> Result<HttpResponse> {
    let seen = seen.required()?;
    if body.value.variants.is_some() {
        may_set_prices(who.permissions())?;
    }
    let tx = flows.app.tenant(who.company).await?;
    let work = async |tx: &mut platform::TenantTx| actions::update_listing(tx, who.account, id.0, seen, &body.value).await;
    let listing = body.once.run(who.account, tx, work).await?;
    answer(&flows, who.company, listing).await
}

/// Publish a listing: buyers see it.
#[utoipa::path(operation_id = "company.listing.publish", params(("id" = ListingId, Path)), request_body = Nothing, responses((status = 200, body = ListingView)))]
#[post("/company/listings/{id}/publication")]
async fn publish(flows: Data<Flows>, who: Member<need::ManageListings>, id: PathId<ListingId>, body: Body<Nothing>) -> Result<HttpResponse> {
    let tx = flows.app.tenant(who.company).await?;
    let listing = body.once.run(who.account, tx, async |tx| actions::publish(tx, id.0).await).await?;
    answer(&flows, who.company, listing).await
}

/// Hide a listing from buyers.
#[utoipa::path(operation_id = "company.listing.unpublish", params(("id" = ListingId, Path)), responses((status = 200, body = ListingView)))]
#[delete("/company/listings/{id}/publication")]
async fn unpublish(flows: Data<Flows>, who: Member<need::ManageListings>, id: PathId<ListingId>) -> Result<HttpResponse> {
    let tx = flows.app.tenant(who.company).await?;
    let listing = actions::unpublish(&tx, id.0).await?;
    tx.commit().await?;
    answer(&flows, who.company, listing).await
}

/// List an own item in the shop, as a draft.
#[utoipa::path(operation_id = "company.item.list_in_shop", params(("id" = ItemId, Path)), request_body = NewListing,
    responses((status = 201, body = ListingView)))]
#[post("/company/items/{id}/listing")]
async fn list_in_shop(flows: Data<Flows>, who: Member<need::ManageListings>, id: PathId<ItemId>, body: Body<NewListing>) -> Result<HttpResponse> {
    let tx = flows.app.tenant(who.company).await?;
    let made = body.once.run(who.account, tx, async |tx| actions::list_item(tx, id.0, &body.value).await).await?;
    Ok(http::created(&with_fee(&flows, who.company, made).await?))
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(read).service(update).service(publish).service(unpublish).service(list_in_shop);
}
