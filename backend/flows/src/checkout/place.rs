//! Placing an order: the order in the seller's schema, the reservations at the suppliers, the
//! payment on the platform. Each step is idempotent by the order, so a repeated request or a crash
//! between two steps is resumed; what is left lying is released when the order expires.

use super::{
    cart::trouble,
    quote::{Quote, QuoteLine, Wanted, quote},
};
use crate::{Flows, codes};
use chrono::{DateTime, Duration, Utc};
use kernel::{AccountId, CompanyId, Locale, Money, MoneyError, OrderId, OrderLineId, PaymentId, Problem, Result, TradeId};
use payment::actions::NewPayment;
use platform::{TenantTx, clock::business_day, http::Shop};
use sales::{
    Address, Buyer,
    actions::{NewLine, NewPart, PlaceOrder},
    queries::OrderFull,
    token,
};
use serde::{Deserialize, Serialize};
use trade::{DraftLine, TradeDraft};
use uuid::Uuid;

/// Order numbers carry the day of this zone.
const SHOP_ZONE: &str = "Asia/Seoul";
/// How long the goods are kept for a buyer who has not paid yet.
const TIME_TO_PAY: Duration = Duration::minutes(15);

/// A line of a "buy now".
#[derive(Clone, Copy, Debug, Deserialize, Serialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrderedLine {
    /// The variant in this shop.
    pub variant_id: Uuid,
    /// How many.
    #[schema(minimum = 1, maximum = 999)]
    pub quantity: i32,
}

/// What a buyer orders.
#[derive(Clone, Debug)]
pub struct NewOrder {
    /// Repeated with the same key, the same order is answered.
    pub key: Option<String>,
    /// The signed-in buyer.
    pub account: Option<AccountId>,
    /// Who orders.
    pub buyer: Buyer,
    /// Where it goes.
    pub ship_to: Address,
    /// In which language to write to the buyer.
    pub locale: Locale,
    /// The total that the buyer saw.
    pub expected_total: Money,
    /// What is ordered.
    pub lines: Vec<Wanted>,
    /// The cart it came from.
    pub cart: Option<kernel::CartId>,
}

/// A placed order, waiting for its payment.
#[derive(Clone, Debug)]
pub struct Checkout {
    /// The order with its lines.
    pub order: OrderFull,
    /// The secret by which a guest sees the order; known only when it is placed.
    pub token: String,
    /// The payment.
    pub payment: PaymentId,
    /// Name of the provider.
    pub gateway: &'static str,
    /// What the provider's page part needs.
    pub client: serde_json::Value,
}

/// Places an order.
pub async fn place(flows: &Flows, shop: &Shop, new: NewOrder) -> Result<Checkout> {
    if shop.paused {
        return Err(codes::SHOP_PAUSED.into());
    }
    if !shop.selling {
        return Err(codes::SHOP_NOT_SELLING.into());
    }
    let (order, token) = order(flows, shop, &new).await?;
    if order.order.state == sales::order::State::Expired {
        return Err(codes::ORDER_EXPIRED.into());
    }
    if let Err(problem) = reserve_once(flows, &order, new.key.is_some()).await {
        // The goods that could be had are given back at once; the order's expiry would do it too.
        super::expire(flows, shop.company(), order.order.id).await?;
        return Err(problem);
    }
    let (payment, gateway, client) = payment(flows, shop, &order).await?;
    Ok(Checkout { order, token, payment, gateway, client })
}

/// The order of this key, placed now if it was not before.
async fn order(flows: &Flows, shop: &Shop, new: &NewOrder) -> Result<(OrderFull, String)> {
    let tx = flows.app.tenant_at(&shop.tenant).await?;
    if let Some(key) = &new.key
        && let Some(order) = sales::queries::by_checkout_key(&tx, key).await?
    {
        let token = token::of_order(&flows.app.config().secret.key, order.order.id)?;
        return Ok((order, token));
    }
    let quote = quote(flows, &tx, new.expected_total.currency, &new.lines).await?;
    check(&quote, new)?;
    let placed = sales::actions::place_order(&tx, shape(flows, tx.now(), new, &quote)?).await?;
    tx.commit().await?;
    let tx = flows.app.tenant_at(&shop.tenant).await?;
    let order = sales::queries::order(&tx, placed.order.id).await?.ok_or_else(Problem::not_found)?;
    Ok((order, placed.token))
}

fn check(quote: &Quote, new: &NewOrder) -> Result<()> {
    if new.lines.is_empty() {
        return Err(codes::CART_EMPTY.into());
    }
    let mut problem: Option<Problem> = None;
    for (index, wanted) in new.lines.iter().enumerate() {
        let line = quote.lines.iter().find(|line| line.item.listing_variant_id == wanted.variant);
        let code = line.map_or(Some(codes::LINE_NOT_ON_SALE), |line| trouble(wanted.quantity, &line.item));
        if let Some(code) = code {
            let reason = code.name.rsplit('.').next().unwrap_or("refused");
            let first = problem.take().unwrap_or_else(|| Problem::new(code));
            problem = Some(first.field(format!("lines.{index}.quantity"), reason));
        }
    }
    if let Some(problem) = problem {
        return Err(problem);
    }
    if quote.total != new.expected_total {
        return Err(Problem::new(codes::TOTAL_CHANGED)
            .detail(format!("{} {}", quote.total.minor, quote.total.currency))
            .field("expected_total", "changed"));
    }
    Ok(())
}

fn shape(flows: &Flows, now: DateTime<Utc>, new: &NewOrder, quote: &Quote) -> Result<PlaceOrder> {
    let mut parts: Vec<NewPart> = Vec::new();
    let mut lines = Vec::with_capacity(quote.lines.len());
    for line in &quote.lines {
        lines.push(new_line(line, part_of(&mut parts, quote, line)?));
    }
    let id = OrderId::new();
    Ok(PlaceOrder {
        id,
        token: token::of_order(&flows.app.config().secret.key, id)?,
        ordered_on: business_day(now, SHOP_ZONE),
        checkout_key: new.key.clone(),
        account: new.account,
        locale: new.locale,
        buyer: new.buyer.clone(),
        ship_to: new.ship_to.clone(),
        currency: quote.total.currency,
        lines,
        parts,
        vat_minor: quote.vat.minor,
        expires_at: now + TIME_TO_PAY,
        cart_id: new.cart,
    })
}

/// Adds a line to its part and returns the part's trade. One supplier's goods under two kinds of
/// contract are two trades, for each is invoiced in its own way; the delivery fee is charged once,
/// with the first of them.
fn part_of(parts: &mut Vec<NewPart>, quote: &Quote, line: &QuoteLine) -> Result<TradeId> {
    let (supplier, contract) = (line.item.supplier_id, line.item.contract.as_str());
    if let Some(part) = parts.iter_mut().find(|part| part.supplier_id == supplier && part.contract == contract) {
        part.goods_minor = part.goods_minor.checked_add(line.amount.minor).ok_or(MoneyError::Overflow)?;
        return Ok(part.trade_id);
    }
    let quoted = quote.parts.iter().find(|part| part.supplier.id == supplier).ok_or_else(|| Problem::internal("a supplier is missing"))?;
    let charged = parts.iter().any(|part| part.supplier_id == supplier);
    let part = NewPart {
        trade_id: TradeId::new(),
        supplier_id: supplier,
        supplier_name: quoted.supplier.name.clone(),
        contract: contract.to_owned(),
        goods_minor: line.amount.minor,
        delivery_minor: if charged { 0 } else { quoted.delivery.minor },
    };
    let trade = part.trade_id;
    parts.push(part);
    Ok(trade)
}

fn new_line(line: &QuoteLine, trade_id: TradeId) -> NewLine {
    let item = line.item.clone();
    NewLine {
        id: OrderLineId::new(),
        trade_id,
        listing_id: item.listing_id,
        listing_variant_id: item.listing_variant_id,
        variant_id: item.variant_id,
        registered_item_id: item.registered_item_id,
        registered_version: item.registered_version,
        sku: item.sku,
        name: item.title,
        name_en: item.title_en,
        variant_name: item.variant_name,
        variant_name_en: item.variant_name_en,
        unit: item.unit,
        tax_class: item.tax_class,
        category: item.category,
        picture_key: item.picture_key,
        quantity: line.quantity,
        unit_price_minor: item.selling_price_minor,
        unit_supply_minor: item.supply_price_minor,
    }
}

/// Reserves the goods. A request that is repeated while the first one is under way may find them
/// gone because the first one has them: asked again, they are the order's own.
async fn reserve_once(flows: &Flows, order: &OrderFull, repeatable: bool) -> Result<()> {
    match reserve(flows, order).await {
        Err(_) if repeatable => reserve(flows, order).await,
        outcome => outcome,
    }
}

async fn reserve(flows: &Flows, order: &OrderFull) -> Result<()> {
    for part in &order.parts {
        let lines: Vec<stock::actions::ReserveLine> = order
            .lines
            .iter()
            .filter(|line| line.trade_id == part.trade_id)
            .map(|line| stock::actions::ReserveLine { order_line_id: line.id, variant_id: line.variant_id, quantity: line.quantity })
            .collect();
        let tx: TenantTx = flows.app.tenant(part.supplier_id).await?;
        stock::actions::reserve(&tx, order.order.id, &lines, order.order.expires_at).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The payment of an order; its id follows from the order's, so that there is only ever one.
async fn payment(flows: &Flows, shop: &Shop, full: &OrderFull) -> Result<(PaymentId, &'static str, serde_json::Value)> {
    let order = &full.order;
    let id = PaymentId(Uuid::new_v5(&order.id.uuid(), b"payment"));
    let gateway = flows.gateways.current();
    let tx = flows.app.platform().await?;
    let drafts = drafts(&tx, shop.company(), full, id).await?;
    let new = NewPayment {
        id,
        order_id: order.id,
        order_number: order.number.clone(),
        seller_id: shop.company(),
        gateway: gateway.name().to_owned(),
        currency: order.currency,
        amount_minor: order.total_minor,
        draft: serde_json::to_value(&drafts).map_err(Problem::internal)?,
        expires_at: order.expires_at,
    };
    payment::actions::create(&tx, new).await?;
    tx.commit().await?;
    let client = payment::work::start(&flows.app, &flows.gateways, id).await?;
    let tx = flows.app.tenant_at(&shop.tenant).await?;
    sales::actions::attach_payment(&tx, order.id, id).await?;
    tx.commit().await?;
    Ok((id, gateway.name(), client))
}

/// All that opening the trades needs, frozen now: prices, contract, tax class and fee.
async fn drafts(tx: &platform::PlatformTx, seller: CompanyId, full: &OrderFull, payment: PaymentId) -> Result<Vec<TradeDraft>> {
    let order = &full.order;
    let plan = company::queries::by_id(tx, seller).await?.ok_or_else(Problem::not_found)?.plan;
    let mut drafts = Vec::with_capacity(full.parts.len());
    for part in &full.parts {
        let mut lines = Vec::new();
        for line in full.lines.iter().filter(|line| line.trade_id == part.trade_id) {
            let fee_rate = company::queries::fee_rate(tx, seller, &plan, line.category.as_deref(), order.placed_at).await?;
            lines.push(DraftLine {
                id: line.id,
                registered_item_id: line.registered_item_id,
                registered_version: line.registered_version,
                variant_id: line.variant_id,
                listing_id: line.listing_id,
                sku: line.sku.clone(),
                name: line.name.clone(),
                variant_name: line.variant_name.clone(),
                unit: line.unit.clone(),
                tax_class: line.tax_class,
                category: line.category.clone(),
                quantity: line.quantity,
                unit_price_minor: line.unit_price_minor,
                unit_supply_minor: line.unit_supply_minor,
                fee_rate,
            });
        }
        drafts.push(TradeDraft {
            trade_id: part.trade_id,
            order_id: order.id,
            order_number: order.number.clone(),
            payment_id: payment,
            seller_id: seller,
            supplier_id: part.supplier_id,
            buyer_account_id: order.account_id,
            contract: part.contract.parse().map_err(Problem::internal)?,
            currency: order.currency,
            buyer: trade_buyer(order),
            locale: order.locale,
            ship_to: trade_address(&order.ship_to),
            delivery_minor: part.delivery_minor,
            lines,
        });
    }
    Ok(drafts)
}

fn trade_buyer(order: &sales::order::Model) -> trade::Buyer {
    trade::Buyer {
        name: order.buyer.name.clone(),
        email: order.buyer.email.clone(),
        phone: order.buyer.phone.clone(),
        locale: order.locale,
        account: order.account_id,
    }
}

fn trade_address(address: &Address) -> trade::Address {
    trade::Address {
        name: address.name.clone(),
        phone: address.phone.clone(),
        postcode: address.postcode.clone(),
        address1: address.address1.clone(),
        address2: address.address2.clone(),
        country: address.country.clone(),
        note: address.note.clone(),
    }
}
