//! Orders with their trades: as the buyer sees them, and as the seller does.

use crate::names::{CompanyName, names};
use actix_web::{
    FromRequest, HttpRequest, HttpResponse,
    dev::Payload,
    get,
    web::{Data, Path},
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{ActorKind, CompanyId, Money, OrderId, OrderLineId, Page, PageQuery, Problem, Result, TradeId, need};
use platform::{
    App,
    clock::day_begins,
    http::{self, Member, PathId, Query, ShopEvenClosed, Visitor},
};
use sales::{Address, Buyer, queries::OrderFull};
use serde::{Deserialize, Serialize};
use std::{
    collections::HashMap,
    future::{Ready, ready},
};
use trade::{queries::TradeFull, rules::Action};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// The `Madang-Order` header.
struct OrderToken(Option<String>);

impl FromRequest for OrderToken {
    type Error = Problem;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let value = request.headers().get("Madang-Order").and_then(|value| value.to_str().ok());
        ready(Ok(Self(value.map(str::to_owned))))
    }
}

/// An order as its buyer, or its seller, sees it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = BuyerOrder)]
struct OrderView {
    /// The order.
    id: OrderId,
    /// Its number.
    number: String,
    /// `pending_payment`, `paid`, `expired` or `cancelled`.
    #[schema(example = "paid")]
    state: String,
    /// When it was placed.
    placed_at: DateTime<Utc>,
    /// Until when it can be paid.
    expires_at: DateTime<Utc>,
    /// When it was paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    paid_at: Option<DateTime<Utc>>,
    /// Who ordered.
    buyer: Buyer,
    /// Where it goes.
    ship_to: Address,
    /// Sum of the lines.
    goods: Money,
    /// Sum of the delivery fees.
    delivery: Money,
    /// VAT contained in the total.
    vat_included: Money,
    /// What there was to pay.
    total: Money,
    /// What went back.
    refunded: Money,
    /// The payment.
    #[serde(skip_serializing_if = "Option::is_none")]
    payment: Option<OrderPayment>,
    /// The parts, one per supplier; each is a trade once the order is paid.
    parts: Vec<OrderPart>,
}

/// The payment of an order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OrderPayment {
    /// Where it stands.
    state: payment::PaymentState,
    /// Why it failed the last time.
    #[serde(skip_serializing_if = "Option::is_none")]
    failure: Option<String>,
    /// The provider.
    gateway: String,
}

/// One supplier's part.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OrderPart {
    /// The trade, the matching key.
    trade_id: TradeId,
    /// Its number, once it is open.
    #[serde(skip_serializing_if = "Option::is_none")]
    trade_number: Option<String>,
    /// The supplier.
    supplier: CompanyName,
    /// Where the trade stands.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<trade::rules::State>,
    /// The carrier.
    #[serde(skip_serializing_if = "Option::is_none")]
    carrier: Option<String>,
    /// The carrier's number.
    #[serde(skip_serializing_if = "Option::is_none")]
    tracking_number: Option<String>,
    /// When silence releases the money.
    #[serde(skip_serializing_if = "Option::is_none")]
    confirm_due_at: Option<DateTime<Utc>>,
    /// Sum of its lines.
    goods: Money,
    /// Its delivery fee.
    delivery: Money,
    /// What went back.
    refunded: Money,
    /// Its lines.
    lines: Vec<OrderLine>,
    /// What happened, oldest first.
    timeline: Vec<TimelineEntry>,
    /// What the viewer may do now.
    allowed_actions: Vec<Action>,
}

/// A line of an order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OrderLine {
    /// The line.
    id: OrderLineId,
    /// Name of the product.
    title: String,
    /// English name.
    #[serde(skip_serializing_if = "Option::is_none")]
    title_en: Option<String>,
    /// Name of the variant.
    variant_name: String,
    /// Picture.
    #[serde(skip_serializing_if = "Option::is_none")]
    picture_url: Option<String>,
    /// How many.
    quantity: i32,
    /// Price of one.
    unit_price: Money,
    /// Price of all.
    amount: Money,
    /// Whether it was cancelled.
    cancelled: bool,
    /// How many were delivered, once that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    delivered: Option<i32>,
}

/// Something that happened to a trade.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct TimelineEntry {
    /// What.
    action: Action,
    /// Where it led.
    to: trade::rules::State,
    /// When.
    at: DateTime<Utc>,
    /// Who.
    by: ActorKind,
    /// Why, where it was said.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
}

/// See an order.
#[utoipa::path(operation_id = "shop.order.read", params(("shop" = String, Path), ("id" = OrderId, Path), ("Madang-Order" = Option<String>, Header, description = "Token of the order.")), responses((status = 200, body = OrderView)))]
#[get("/shop/{shop}/orders/{id}")]
async fn buyer_order(app: Data<App>, shop: ShopEvenClosed, path: Path<(String, String)>, who: Visitor, token: OrderToken) -> Result<HttpResponse> {
    let id: OrderId = path.1.parse().map_err(|_| Problem::not_found())?;
    let tx = app.tenant_at(&shop.0.tenant).await?;
    let full = sales::queries::order_for(&tx, id, token.0.as_deref(), who.account).await?;
    drop(tx);
    Ok(http::ok(&view(&app, full, ActorKind::Buyer).await?))
}

/// See an order of the own shop.
#[utoipa::path(operation_id = "company.order.read", params(("id" = OrderId, Path)), responses((status = 200, body = OrderView)))]
#[get("/company/orders/{id}")]
async fn company_order(app: Data<App>, who: Member<need::ViewShop>, id: PathId<OrderId>) -> Result<HttpResponse> {
    let tx = app.tenant(who.company).await?;
    let full = sales::queries::order(&tx, id.0).await?.ok_or_else(Problem::not_found)?;
    drop(tx);
    Ok(http::ok(&view(&app, full, ActorKind::Seller).await?))
}

async fn view(app: &App, full: OrderFull, viewer: ActorKind) -> Result<OrderView> {
    let tx = app.platform().await?;
    let trades = trade::queries::by_order(&tx, full.order.id).await?;
    let payment = match full.order.payment_id {
        Some(id) => Some(payment::queries::payment(&tx, id).await?),
        None => None,
    };
    let names = names(&tx, full.parts.iter().map(|part| part.supplier_id)).await?;
    drop(tx);
    let trades: HashMap<TradeId, TradeFull> = trades.into_iter().map(|trade| (trade.trade.id, trade)).collect();
    let order = &full.order;
    let money = |minor: i64| order.currency.minor(minor);
    let refunded = trades.values().map(|trade| trade.trade.refunded_minor).sum();
    Ok(OrderView {
        id: order.id,
        number: order.number.clone(),
        state: order.state.name().to_owned(),
        placed_at: order.placed_at,
        expires_at: order.expires_at,
        paid_at: order.paid_at,
        buyer: order.buyer.clone(),
        ship_to: order.ship_to.clone(),
        goods: money(order.goods_minor),
        delivery: money(order.delivery_minor),
        vat_included: money(order.vat_minor),
        total: money(order.total_minor),
        refunded: money(refunded),
        payment: payment.map(|payment| OrderPayment { state: payment.state, failure: payment.failure, gateway: payment.gateway }),
        parts: full.parts.iter().map(|part| shape(&full, part, trades.get(&part.trade_id), &names, viewer)).collect(),
    })
}

fn shape(
    full: &OrderFull,
    part: &sales::order_part::Model,
    trade: Option<&TradeFull>,
    names: &HashMap<CompanyId, String>,
    viewer: ActorKind,
) -> OrderPart {
    let money = |minor: i64| full.order.currency.minor(minor);
    let lines = full.lines.iter().filter(|line| line.trade_id == part.trade_id).map(|line| {
        let traded = trade.and_then(|trade| trade.lines.iter().find(|other| other.id == line.id));
        OrderLine {
            id: line.id,
            title: line.name.clone(),
            title_en: line.name_en.clone(),
            variant_name: line.variant_name.clone(),
            picture_url: line.picture_key.as_ref().map(|key| format!("/api/v1/files/{key}")),
            quantity: line.quantity,
            unit_price: money(line.unit_price_minor),
            amount: money(line.goods_minor),
            cancelled: traded.map_or(line.cancelled, |line| line.cancelled),
            delivered: traded.and_then(|line| line.delivered),
        }
    });
    let timeline = trade.map(|trade| {
        let entries = trade.events.iter().map(|event| TimelineEntry {
            action: event.action,
            to: event.to_state,
            at: event.at,
            by: event.actor_kind,
            reason: event.reason.clone(),
        });
        entries.collect()
    });
    OrderPart {
        trade_id: part.trade_id,
        trade_number: trade.map(|trade| trade.trade.number.clone()),
        supplier: CompanyName::of(part.supplier_id, names),
        state: trade.map(|trade| trade.trade.state),
        carrier: trade.and_then(|trade| trade.trade.carrier.clone()),
        tracking_number: trade.and_then(|trade| trade.trade.tracking_number.clone()),
        confirm_due_at: trade.and_then(|trade| trade.trade.confirm_due_at),
        goods: money(part.goods_minor),
        delivery: money(part.delivery_minor),
        refunded: money(trade.map_or(0, |trade| trade.trade.refunded_minor)),
        lines: lines.collect(),
        timeline: timeline.unwrap_or_default(),
        allowed_actions: trade.map(|trade| trade::rules::offered(trade.trade.state, &[viewer])).unwrap_or_default(),
    }
}

/// Which orders.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct OrdersQuery {
    /// Only those in this state.
    state: Option<sales::order::State>,
    /// Part of the number, or of the buyer's name, address or phone.
    q: Option<String>,
    /// Placed on this day or later.
    from: Option<NaiveDate>,
    /// Placed on this day or earlier.
    to: Option<NaiveDate>,
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// An order in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OrderRow {
    /// The order.
    id: OrderId,
    /// Its number.
    number: String,
    /// Where it stands.
    #[schema(example = "paid")]
    state: String,
    /// Who ordered.
    buyer_name: String,
    /// What there was to pay.
    total: Money,
    /// When it was placed.
    placed_at: DateTime<Utc>,
    /// Number of lines.
    lines: i64,
    /// Its parts.
    parts: Vec<OrderRowPart>,
}

/// A part of an order in a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct OrderRowPart {
    /// The trade.
    trade_id: TradeId,
    /// Where it stands, once the order is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    state: Option<String>,
}

/// List the orders of the own shop.
#[utoipa::path(operation_id = "company.order.list", params(OrdersQuery), responses((status = 200, body = Page<OrderRow>)))]
#[get("/company/orders")]
async fn list(app: Data<App>, who: Member<need::ViewShop>, query: Query<OrdersQuery>) -> Result<HttpResponse> {
    let query = query.0;
    let zone = {
        let tx = app.platform().await?;
        company::queries::by_id(&tx, who.company).await?.ok_or_else(Problem::not_found)?.time_zone
    };
    let filter = sales::queries::OrderFilter {
        state: query.state,
        q: query.q,
        from: query.from.map(|day| day_begins(day, &zone)),
        until: query.to.and_then(|day| day.succ_opt()).map(|day| day_begins(day, &zone)),
    };
    let tx = app.tenant(who.company).await?;
    let page = sales::queries::list(&tx, &filter, &PageQuery { limit: query.limit, cursor: query.cursor }).await?;
    let page = page.map(|row| OrderRow {
        id: row.order.id,
        number: row.order.number.clone(),
        state: row.order.state.name().to_owned(),
        buyer_name: row.order.buyer.name.clone(),
        total: row.order.currency.minor(row.order.total_minor),
        placed_at: row.order.placed_at,
        lines: row.lines,
        parts: row.parts.into_iter().map(|part| OrderRowPart { trade_id: part.trade_id, state: part.state }).collect(),
    });
    Ok(http::ok(&page))
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(buyer_order).service(list).service(company_order);
}
