//! Listings: the company's products, own and of suppliers.

use super::items::may_set_prices;
use crate::{
    actions,
    entity::{ListingContract, ListingStatus},
    http::body::{Empty, Listing, ListingRow, PatchListing},
    queries::{self, ListingFilter, ListingSort},
};
use actix_web::{HttpResponse, delete, get, patch, post, web::Data};
use kernel::{ListingId, Page, PageQuery, Result, ShopCategoryId, need};
use platform::{
    App,
    http::{self, Body, IfMatch, Member, PathId, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Which listings.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ListingList {
    /// Where they stand.
    status: Option<ListingStatus>,
    /// Words in titles and addresses.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Of one contract kind.
    contract: Option<ListingContract>,
    /// Of one category.
    category_id: Option<ShopCategoryId>,
    /// The order; last changed first unless told.
    #[param(inline)]
    sort: Option<ListingSort>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List listings.
#[utoipa::path(operation_id = "company.listing.list", params(ListingList), responses((status = 200, body = Page<ListingRow>)))]
#[get("/company/listings")]
async fn list(app: Data<App>, who: Member<need::ViewWorkspace>, query: Query<ListingList>) -> Result<HttpResponse> {
    let query = query.0;
    let filter = ListingFilter {
        q: query.q,
        status: query.status,
        contract: query.contract,
        category_id: query.category_id,
        sort: query.sort.unwrap_or_default(),
    };
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let tx = app.tenant(who.company).await?;
    Ok(http::ok(&queries::listings(&tx, &filter, &page).await?))
}

/// Read a listing.
#[utoipa::path(operation_id = "company.listing.read", params(("id" = ListingId, Path)), responses((status = 200, body = Listing)))]
#[get("/company/listings/{id}")]
async fn read(app: Data<App>, who: Member<need::ViewWorkspace>, id: PathId<ListingId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let listing = queries::listing(&tx, id.0).await?;
    Ok(http::versioned(listing.row.version, &listing))
}

/// Change a listing.
///
/// A new price of an own product becomes the item's selling price. Setting prices needs the
/// permission for prices too.
#[utoipa::path(operation_id = "company.listing.update", params(("id" = ListingId, Path), ("If-Match" = String, Header)),
    request_body = PatchListing, responses((status = 200, body = Listing)))]
#[patch("/company/listings/{id}")]
async fn update(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<ListingId>, seen: IfMatch, body: Body<PatchListing>) -> Result<HttpResponse> {
    let seen = seen.required()?;
    if body.value.variants.is_some() {
        may_set_prices(who.role.permissions())?;
    }
    let tx = app.tenant(who.company).await?;
    let work = async |tx: &mut platform::TenantTx| actions::update_listing(tx, who.account, id.0, seen, &body.value).await;
    let listing = body.once.run(who.account, tx, work).await?;
    Ok(http::versioned(listing.row.version, &listing))
}

/// Publish a listing: buyers see it.
#[utoipa::path(operation_id = "company.listing.publish", params(("id" = ListingId, Path)), request_body = Empty, responses((status = 200, body = Listing)))]
#[post("/company/listings/{id}/publication")]
async fn publish(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<ListingId>, body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let listing = body.once.run(who.account, tx, async |tx| actions::publish(tx, id.0).await).await?;
    Ok(http::versioned(listing.row.version, &listing))
}

/// Hide a listing from buyers.
#[utoipa::path(operation_id = "company.listing.unpublish", params(("id" = ListingId, Path)), responses((status = 200, body = Listing)))]
#[delete("/company/listings/{id}/publication")]
async fn unpublish(app: Data<App>, who: Member<need::ManageCatalog>, id: PathId<ListingId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let listing = actions::unpublish(&tx, id.0).await?;
    tx.commit().await?;
    Ok(http::versioned(listing.row.version, &listing))
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(read).service(update).service(publish).service(unpublish);
}
