//! The shop's product list. Its home and its product pages are composed elsewhere, because they
//! also show who sells and supplies.

use crate::{
    http::body::ProductList,
    queries::{self, ProductFilter, ProductSort},
};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{PageQuery, Problem, Result, code};
use platform::{
    App,
    http::{self, Query, Shop, Visitor},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Which products.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct ProductQuery {
    /// Words in titles.
    q: Option<String>,
    /// Address of a category; what lies below it is found too.
    category: Option<String>,
    /// Least price in minor units.
    #[param(minimum = 0)]
    min_price: Option<i64>,
    /// Greatest price in minor units.
    #[param(minimum = 0)]
    max_price: Option<i64>,
    /// Only what can be had.
    in_stock: Option<bool>,
    /// The order; newest first unless told.
    #[param(inline)]
    sort: Option<ProductSort>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// List the products of a shop.
#[utoipa::path(operation_id = "shop.product.list", params(("shop" = String, Path), ProductQuery), responses((status = 200, body = ProductList)))]
#[get("/shop/{shop}/products")]
async fn list(app: Data<App>, _who: Visitor, shop: Shop, query: Query<ProductQuery>) -> Result<HttpResponse> {
    let query = query.0;
    for (field, price) in [("min_price", query.min_price), ("max_price", query.max_price)] {
        if price.is_some_and(|price| price < 0) {
            return Err(Problem::new(code::QUERY_INVALID).field(field, "out_of_range"));
        }
    }
    let filter = ProductFilter {
        q: query.q,
        category: query.category,
        min_price: query.min_price,
        max_price: query.max_price,
        in_stock: query.in_stock.unwrap_or(false),
        sort: query.sort.unwrap_or_default(),
    };
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let tx = app.tenant_at(&shop.tenant).await?;
    Ok(http::ok(&queries::products(&tx, &filter, &page).await?))
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(list);
}
