//! Buying: an order of a guest, its payment, and what the guest does with it.

use crate::{Answer, Caller, Firm, TestApp, answer::text};
use kernel::{CompanyId, OrderId, OrderLineId, PaymentId, Problem, Result, TradeId};
use serde_json::{Value, json};
use uuid::Uuid;

/// Test cards of the sandbox, by what they do.
pub mod card {
    /// Pays.
    pub const GOOD: &str = "4242424242424242";
    /// Is declined.
    pub const DECLINED: &str = "4000000000000002";
    /// Needs the payer's extra step.
    pub const CHALLENGE: &str = "4000000000003220";
    /// Is captured, but only a late webhook says so.
    pub const LATE: &str = "4000000000000077";
    /// Times out, and was captured.
    pub const SILENT_CAPTURE: &str = "4000000000000119";
    /// Times out, and was not captured.
    pub const SILENCE: &str = "4000000000000127";
}

/// A supplier's part of an order: a trade.
#[derive(Clone, Debug)]
pub struct Part {
    /// The trade.
    pub trade: TradeId,
    /// Who supplies it.
    pub supplier: CompanyId,
    /// Its lines with their quantities, in order.
    pub lines: Vec<(OrderLineId, i32)>,
}

/// An order that a guest has placed.
#[derive(Clone, Debug)]
pub struct Order {
    /// The order.
    pub id: OrderId,
    /// Its number.
    pub number: String,
    /// What there is to pay.
    pub total: i64,
    /// The payment.
    pub payment: PaymentId,
    /// The provider's name of the payment.
    pub charge: String,
    /// The address of the shop.
    pub shop: String,
    /// The guest, who holds the order's token.
    pub buyer: Caller,
    /// The parts, one per supplier.
    pub parts: Vec<Part>,
}

impl Order {
    /// The trade of an order with one part.
    #[must_use]
    #[track_caller]
    pub fn trade(&self) -> TradeId {
        assert_eq!(self.parts.len(), 1, "the order has several parts");
        self.parts.first().map(|part| part.trade).unwrap_or_default()
    }

    /// The part of a supplier.
    #[must_use]
    #[track_caller]
    pub fn part(&self, supplier: &Firm) -> Part {
        let found = self.parts.iter().find(|part| part.supplier == supplier.id).cloned();
        assert!(found.is_some(), "{} supplies nothing", supplier.name);
        found.unwrap_or(Part { trade: TradeId::default(), supplier: supplier.id, lines: Vec::new() })
    }

    /// Pays with a card.
    pub async fn pay(&self, number: &str) -> Answer {
        let path = format!("/shop/{}/orders/{}/payment", self.shop, self.id);
        self.buyer.post(&path, json!({"card": {"card_number": number, "expiry": "12/40", "cvc": "123"}})).await
    }

    /// The order as its buyer sees it.
    pub async fn seen_by_buyer(&self) -> Value {
        self.buyer.get(&format!("/shop/{}/orders/{}", self.shop, self.id)).await.ok()
    }

    /// A step of the buyer.
    pub async fn buyer_step(&self, trade: TradeId, step: &str, body: Value) -> Answer {
        self.buyer.post(&format!("/shop/{}/trades/{trade}/{step}", self.shop), body).await
    }

    /// The buyer cancels a trade.
    pub async fn cancel(&self, trade: TradeId) -> Answer {
        self.buyer_step(trade, "cancellation", json!({"reason": "마음이 바뀌었습니다."})).await
    }
}

/// The body of an order.
#[must_use]
pub fn order_body(lines: &[(Uuid, i32)], total: i64, email: &str, locale: &str) -> Value {
    let lines: Vec<Value> = lines.iter().map(|(variant, quantity)| json!({"variant_id": variant, "quantity": quantity})).collect();
    json!({
        "buyer": {"name": "박바다", "email": email, "phone": "010-1234-5678"},
        "ship_to": {"name": "박바다", "phone": "010-1234-5678", "postcode": "04524", "address1": "서울특별시 중구 세종대로 110", "country": "KR"},
        "locale": locale, "expected_total": {"minor": total, "currency": "KRW"}, "lines": lines,
    })
}

impl TestApp {
    /// A guest orders at once, for the total that the lines cost.
    pub async fn order(&self, shop: &Firm, lines: &[(Uuid, i32)], total: i64) -> Result<Order> {
        let email = format!("guest{}@buyers.example", self.number());
        let answer = self.anyone().post(&format!("/shop/{}/orders", shop.slug), order_body(lines, total, &email, "ko")).await.is(201);
        self.placed(shop, &self.anyone(), &answer).await
    }

    /// What the checkout answered, read into an order.
    pub async fn placed(&self, shop: &Firm, buyer: &Caller, answer: &Value) -> Result<Order> {
        let id: OrderId = text(answer, "/order_id").parse().map_err(Problem::internal)?;
        let tx = self.madang.app.tenant(shop.id).await?;
        let full = sales::queries::order(&tx, id).await?.ok_or_else(Problem::not_found)?;
        let lines = |trade: TradeId| full.lines.iter().filter(|line| line.trade_id == trade).map(|line| (line.id, line.quantity)).collect();
        Ok(Order {
            id,
            number: text(answer, "/order_number"),
            total: answer["total"]["minor"].as_i64().unwrap_or_default(),
            payment: text(answer, "/payment/id").parse().map_err(Problem::internal)?,
            charge: text(answer, "/payment/client/ref"),
            shop: shop.slug.clone(),
            buyer: buyer.holding_order(&text(answer, "/order_token")),
            parts: full.parts.iter().map(|part| Part { trade: part.trade_id, supplier: part.supplier_id, lines: lines(part.trade_id) }).collect(),
        })
    }

    /// A guest's order that was paid, with everything done that follows by itself.
    pub async fn paid_order(&self, shop: &Firm, lines: &[(Uuid, i32)], total: i64) -> Result<Order> {
        let order = self.order(shop, lines, total).await?;
        let answer = order.pay(card::GOOD).await.ok();
        assert_eq!(answer["state"], "captured", "{answer}");
        self.work().await?;
        Ok(order)
    }
}
