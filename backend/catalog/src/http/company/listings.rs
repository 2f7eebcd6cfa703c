//! Listings: the company's products, own and of suppliers. One by one they are answered together
//! with the platform's fee, which this context does not know.

use crate::{
    entity::{ListingContract, ListingStatus},
    http::body::ListingRow,
    queries::{self, ListingFilter, ListingSort},
};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{Page, PageQuery, Result, ShopCategoryId, need};
use platform::{
    App,
    http::{self, Member, Query},
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
async fn list(app: Data<App>, who: Member<need::ViewShop>, query: Query<ListingList>) -> Result<HttpResponse> {
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

pub fn mount(config: &mut ServiceConfig) {
    config.service(list);
}
