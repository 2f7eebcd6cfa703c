//! What a signed-in person has bought, in all shops.

use actix_web::{HttpResponse, get, web::Data};
use chrono::{DateTime, Utc};
use kernel::{Currency, Money, OrderId, Page, PageQuery, Result, TradeId};
use platform::{
    App,
    http::{self, Query, SignedIn},
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OrdersQuery {
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// The shop of an order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OrderShop {
    /// Its address.
    slug: String,
    /// Its name.
    name: String,
}

/// A trade that a person has bought.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct BuyerOrderRow {
    /// The shop.
    shop: OrderShop,
    /// The trade.
    trade_id: TradeId,
    /// Its number.
    trade_number: String,
    /// The order.
    order_id: OrderId,
    /// Its number.
    order_number: String,
    /// What was bought, in a few words.
    summary: String,
    /// Where the trade stands.
    state: trade::rules::State,
    /// What was paid for it.
    total: Money,
    /// When it was paid.
    placed_at: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct Bought {
    id: TradeId,
    number: String,
    order_id: OrderId,
    order_number: String,
    summary: String,
    state: trade::rules::State,
    currency: Currency,
    paid_minor: i64,
    paid_at: DateTime<Utc>,
    slug: String,
    name: String,
}

/// What I have bought, in all shops.
#[utoipa::path(operation_id = "account.order.list", params(OrdersQuery), responses((status = 200, body = Page<BuyerOrderRow>)))]
#[get("/account/orders")]
async fn orders(app: Data<App>, who: SignedIn, query: Query<OrdersQuery>) -> Result<HttpResponse> {
    let page = PageQuery { limit: query.0.limit, cursor: query.0.cursor };
    let limit = page.limit()?;
    let before: Option<TradeId> = page.position()?;
    let tx = app.platform().await?;
    let rows: Vec<Bought> = tx
        .rows(
            "SELECT t.id, t.number, t.order_id, t.order_number, t.summary, t.state, t.currency, t.paid_minor, t.paid_at, c.slug, c.name
               FROM trade t JOIN company c ON c.id = t.seller_id
              WHERE t.buyer_account_id = $1 AND ($2::uuid IS NULL OR t.id < $2) ORDER BY t.id DESC LIMIT $3",
            [who.account().into(), before.map(TradeId::uuid).into(), i64::try_from(limit + 1).unwrap_or(101).into()],
        )
        .await?;
    let page = Page::from_surplus(rows, limit, |row| row.id).map(|row| BuyerOrderRow {
        shop: OrderShop { slug: row.slug, name: row.name },
        trade_id: row.id,
        trade_number: row.number,
        order_id: row.order_id,
        order_number: row.order_number,
        summary: row.summary,
        state: row.state,
        total: row.currency.minor(row.paid_minor),
        placed_at: row.paid_at,
    });
    Ok(http::ok(&page))
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(orders);
}
