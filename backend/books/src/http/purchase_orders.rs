//! Purchase orders given and received, in the workspace.

use super::body::{BookedPurchaseOrder, BookedPurchaseOrderRow};
use crate::{entity::purchase_order::Direction, queries};
use actix_web::{HttpResponse, get, web::Data};
use kernel::{Page, PageQuery, Problem, PurchaseOrderId, Result, TradeId, code, need};
use platform::{
    App,
    http::{self, Member, PathId, Query},
};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Characters of a search.
const LONGEST_SEARCH: usize = 100;

/// What a list of purchase orders is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PurchaseOrdersQuery {
    /// Given or received; both unless told.
    #[param(inline)]
    direction: Option<Direction>,
    /// The trade's state.
    state: Option<String>,
    /// Part of the number or of the other company's name.
    q: Option<String>,
    /// Only those of this trade.
    trade_id: Option<TradeId>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

/// Which side of a purchase order is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct PurchaseOrderQuery {
    /// Where the company is on both sides, the one it gave is shown unless told.
    #[param(inline)]
    direction: Option<Direction>,
}

/// List purchase orders given and received, the latest first.
#[utoipa::path(operation_id = "company.purchase_order.list", params(PurchaseOrdersQuery), responses((status = 200, body = Page<BookedPurchaseOrderRow>)))]
#[get("/company/purchase-orders")]
async fn list(app: Data<App>, who: Member<need::ViewPurchaseOrders>, query: Query<PurchaseOrdersQuery>) -> Result<HttpResponse> {
    let Query(query) = query;
    if query.q.as_deref().is_some_and(|q| q.chars().count() > LONGEST_SEARCH) {
        return Err(Problem::new(code::QUERY_INVALID).field("q", "too_long"));
    }
    let filter = queries::PurchaseOrderFilter { direction: query.direction, state: query.state, q: query.q, trade_id: query.trade_id };
    let page = PageQuery { limit: query.limit, cursor: query.cursor };
    let tx = app.tenant(who.company).await?;
    let orders = queries::purchase_orders(&tx, &filter, &page).await?;
    Ok(http::ok(&orders.map(BookedPurchaseOrderRow::from)))
}

/// Show a purchase order with its lines.
#[utoipa::path(operation_id = "company.purchase_order.show",
    params(("id" = PurchaseOrderId, Path, description = "The purchase order."), PurchaseOrderQuery),
    responses((status = 200, body = BookedPurchaseOrder)))]
#[get("/company/purchase-orders/{id}")]
async fn show(
    app: Data<App>,
    who: Member<need::ViewPurchaseOrders>,
    id: PathId<PurchaseOrderId>,
    query: Query<PurchaseOrderQuery>,
) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let order = queries::purchase_order(&tx, id.0, query.0.direction).await?;
    Ok(http::ok(&BookedPurchaseOrder::from(order)))
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(show);
}
