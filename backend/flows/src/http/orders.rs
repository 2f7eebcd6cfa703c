//! Ordering, paying and what a buyer does with the trades of an order.

use super::{
    Nothing,
    cart::{own, wanted},
    tokens::{CartToken, OrderToken},
    trade_answer::{self, Viewer},
};
use crate::{
    Flows,
    checkout::{self, Instrument, NewOrder, OrderedLine, Wanted},
    trades::{Step, step},
};
use actix_web::{
    HttpResponse, post,
    web::{Data, Path},
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, Actor, Locale, Money, OrderId, OrderLineId, PaymentId, Problem, Result, TradeId};
use platform::http::{self, Body, Shop, ShopEvenClosed, Visitor};
use sales::{Address, Buyer, queries::OrderFull};
use serde::{Deserialize, Serialize};
use trade::http::body::TradeView;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// An order to be placed.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct PlaceOrder {
    /// Who orders.
    buyer: Buyer,
    /// Where it goes.
    ship_to: Address,
    /// In which language to write to the buyer.
    locale: Locale,
    /// The total that the buyer saw; another one is refused.
    expected_total: Money,
    /// What is ordered at once; without it, the cart.
    #[schema(max_items = 100)]
    lines: Option<Vec<OrderedLine>>,
}

/// How a placed order is paid.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct CheckoutAnswer {
    /// The order.
    order_id: OrderId,
    /// Its number, for people.
    order_number: String,
    /// Send it as `Madang-Order` to see the order without an account.
    order_token: String,
    /// What there is to pay.
    total: Money,
    /// Until when the goods are kept.
    expires_at: DateTime<Utc>,
    /// The payment.
    payment: CheckoutPayment,
}

/// The payment of a placed order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct CheckoutPayment {
    /// The payment.
    id: PaymentId,
    /// The provider.
    #[schema(example = "sandbox")]
    gateway: String,
    /// What the provider's page part needs.
    client: serde_json::Value,
}

/// Lines to cancel, and why.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancellation {
    /// Whole lines; without it, all of them.
    #[schema(max_items = 100)]
    pub line_ids: Option<Vec<OrderLineId>>,
    /// Why.
    #[schema(min_length = 1, max_length = 500, example = "마음이 바뀌었습니다.")]
    pub reason: String,
}

/// Order the cart, or some lines at once.
///
/// Reserves the goods for a quarter of an hour; pay within it.
#[utoipa::path(operation_id = "shop.order.place", params(("shop" = String, Path), ("Madang-Cart" = Option<String>, Header, description = "Token of a guest's cart.")), request_body = PlaceOrder, responses((status = 201, body = CheckoutAnswer)))]
#[post("/shop/{shop}/orders")]
async fn place(flows: Data<Flows>, shop: Shop, who: Visitor, token: CartToken, body: Body<PlaceOrder>) -> Result<HttpResponse> {
    let new = body.value;
    sales::rules::check(&new.buyer, &new.ship_to)?;
    let tx = flows.app.tenant_at(&shop.tenant).await?;
    let (cart, lines) = match &new.lines {
        Some(lines) => (None, distinct(lines)?),
        None => match own(&tx, who.account, token.0.as_deref()).await? {
            Some(cart) => (Some(cart.id), wanted(&tx, &cart).await?),
            None => (None, Vec::new()),
        },
    };
    tx.commit().await?;
    let owner = who.account.map(|account| account.to_string()).or(token.0).unwrap_or_else(|| new.buyer.email.clone());
    let key = body.once.key.map(|key| format!("{owner}:{key}:{}", body.once.fingerprint));
    let order = NewOrder {
        key,
        account: who.account,
        buyer: new.buyer,
        ship_to: new.ship_to,
        locale: new.locale,
        expected_total: new.expected_total,
        lines,
        cart,
    };
    let placed = checkout::place(&flows, &shop, order).await?;
    let order = placed.order.order;
    Ok(http::created(&CheckoutAnswer {
        order_id: order.id,
        order_number: order.number,
        order_token: placed.token,
        total: order.currency.minor(order.total_minor),
        expires_at: order.expires_at,
        payment: CheckoutPayment { id: placed.payment, gateway: placed.gateway.to_owned(), client: placed.client },
    }))
}

/// Pay an order.
///
/// A declined payment may be tried again until the order expires.
#[utoipa::path(operation_id = "shop.payment.create", params(("shop" = String, Path), ("id" = OrderId, Path), ("Madang-Order" = Option<String>, Header, description = "Token of the order.")), request_body = Instrument, responses((status = 200, body = payment::work::PayAnswer)))]
#[post("/shop/{shop}/orders/{id}/payment")]
async fn pay(
    flows: Data<Flows>,
    shop: ShopEvenClosed,
    path: Path<(String, String)>,
    who: Visitor,
    token: OrderToken,
    body: Body<Instrument>,
) -> Result<HttpResponse> {
    let order = order(&flows, &shop.0, &path.1, who.account, token.0.as_deref()).await?;
    let answer = checkout::pay(&flows, shop.0.company(), &shop.0.slug, &order, &body.value).await?;
    Ok(http::ok(&answer))
}

/// Cancel whole lines, or all of a trade, before its shipment is approved.
#[utoipa::path(operation_id = "shop.trade.cancel", params(("shop" = String, Path), ("id" = TradeId, Path), ("Madang-Order" = Option<String>, Header, description = "Token of the order.")), request_body = Cancellation, responses((status = 200, body = TradeView)))]
#[post("/shop/{shop}/trades/{id}/cancellation")]
async fn cancel(
    flows: Data<Flows>,
    shop: ShopEvenClosed,
    path: Path<(String, String)>,
    who: Visitor,
    token: OrderToken,
    body: Body<Cancellation>,
) -> Result<HttpResponse> {
    let reason = super::Reason { reason: body.value.reason.clone() }.checked()?;
    act(&flows, &shop.0, &path.1, &who, &token, Step::Cancel { lines: body.value.line_ids, reason }).await
}

/// Say that the goods have arrived.
#[utoipa::path(operation_id = "shop.trade.mark_arrived", params(("shop" = String, Path), ("id" = TradeId, Path), ("Madang-Order" = Option<String>, Header, description = "Token of the order.")), request_body = Nothing, responses((status = 200, body = TradeView)))]
#[post("/shop/{shop}/trades/{id}/arrival")]
async fn arrive(
    flows: Data<Flows>,
    shop: ShopEvenClosed,
    path: Path<(String, String)>,
    who: Visitor,
    token: OrderToken,
    _body: Body<Nothing>,
) -> Result<HttpResponse> {
    act(&flows, &shop.0, &path.1, &who, &token, Step::MarkArrived).await
}

/// Confirm the purchase: the money is released to the companies.
#[utoipa::path(operation_id = "shop.trade.confirm", params(("shop" = String, Path), ("id" = TradeId, Path), ("Madang-Order" = Option<String>, Header, description = "Token of the order.")), request_body = Nothing, responses((status = 200, body = TradeView)))]
#[post("/shop/{shop}/trades/{id}/purchase-confirmation")]
async fn confirm(
    flows: Data<Flows>,
    shop: ShopEvenClosed,
    path: Path<(String, String)>,
    who: Visitor,
    token: OrderToken,
    _body: Body<Nothing>,
) -> Result<HttpResponse> {
    act(&flows, &shop.0, &path.1, &who, &token, Step::Confirm).await
}

async fn act(flows: &Flows, shop: &Shop, id: &str, who: &Visitor, token: &OrderToken, what: Step) -> Result<HttpResponse> {
    let id: TradeId = id.parse().map_err(|_| Problem::not_found())?;
    let tx = flows.app.tenant_at(&shop.tenant).await?;
    let part = sales::queries::order_of_trade(&tx, id).await?.ok_or_else(Problem::not_found)?;
    sales::queries::order_for(&tx, part.order.id, token.0.as_deref(), who.account).await?;
    drop(tx);
    let tx = flows.app.platform().await?;
    step(&tx, id, Actor::buyer(who.account), what).await?;
    tx.commit().await?;
    trade_answer::answer(flows, id, Viewer::Buyer).await
}

async fn order(flows: &Flows, shop: &Shop, id: &str, account: Option<AccountId>, token: Option<&str>) -> Result<OrderFull> {
    let id: OrderId = id.parse().map_err(|_| Problem::not_found())?;
    let tx = flows.app.tenant_at(&shop.tenant).await?;
    sales::queries::order_for(&tx, id, token, account).await
}

fn distinct(lines: &[OrderedLine]) -> Result<Vec<Wanted>> {
    let mut wanted: Vec<Wanted> = Vec::with_capacity(lines.len());
    if lines.len() > 100 {
        return Err(Problem::invalid("lines", "too_many"));
    }
    for (index, line) in lines.iter().enumerate() {
        if !(1..=999).contains(&line.quantity) {
            return Err(Problem::invalid(format!("lines.{index}.quantity"), "out_of_range"));
        }
        if wanted.iter().any(|other| other.variant == line.variant_id) {
            return Err(Problem::invalid(format!("lines.{index}.variant_id"), "repeated"));
        }
        wanted.push(Wanted { variant: line.variant_id, quantity: line.quantity });
    }
    Ok(wanted)
}

/// Mounts ordering and paying.
pub fn mount(config: &mut ServiceConfig) {
    config.service(place).service(pay).service(cancel).service(arrive).service(confirm);
}
