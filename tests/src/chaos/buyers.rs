//! The load: buyers who order, pay with any card, and whose trades go their way, step by step, by
//! whoever has to take it. A call that got no answer is repeated, as people and programs do.

use super::{
    book::{Book, Told},
    dice::Dice,
    webhooks,
    world::{Goods, World},
};
use crate::{Answer, Caller, answer::text, card, order_body};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// For how long a call is repeated, and a trade waited for.
const PATIENCE: Duration = Duration::from_secs(90);
/// Between two tries.
const PAUSE: Duration = Duration::from_millis(150);
/// A small PDF: the document of a delivery.
const DOCUMENT: &[u8] = b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

/// A buyer of this run.
pub struct Buyer {
    /// The market.
    pub world: World,
    /// What is told.
    pub book: Book,
    /// What the buyer does.
    pub dice: Dice,
    /// No two buyers share it.
    pub number: u64,
}

impl Buyer {
    /// Orders, pays, and sees to it that the trade comes to its end.
    pub async fn live(mut self) {
        let Some(goods) = self.choose() else { return };
        let quantity = i32::from(self.dice.chance(30)) + 1;
        let email = format!("buyer{}@chaos.example", self.number);
        let body = order_body(&[(goods.listed, quantity)], goods.price * i64::from(quantity), &email, "ko");
        let caller = self.world.anyone.once(&format!("order-{}", self.number));
        let path = format!("/shop/{}/orders", goods.shop);
        let Some(answer) = self.repeated("the order", || caller.post(&path, body.clone())).await else { return };
        if answer.status != 201 {
            return;
        }
        let placed = answer.json();
        let order = text(&placed, "/order_id");
        self.book.ordered(&order, Told { email, shop: goods.shop.clone(), paid: false, seen: None });
        webhooks::remember(&text(&placed, "/payment/client/ref"));
        let holder = self.world.anyone.holding_order(&text(&placed, "/order_token"));
        if self.dice.chance(4) || !self.pay(&goods, &order, &holder, &text(&placed, "/payment/client/ref")).await {
            return;
        }
        self.book.paid(&order);
        let path = format!("/shop/{}/orders/{order}", goods.shop);
        let seen = self.repeated("the buyer's order", || holder.get(&path)).await;
        let trade = seen.map(|answer| text(&answer.json(), "/parts/0/trade_id")).unwrap_or_default();
        self.follow(&goods, &order, &trade, &holder).await;
    }

    fn choose(&mut self) -> Option<Goods> {
        self.dice.pick(&self.world.goods).cloned()
    }

    /// Pays; true if the money was said to be there.
    async fn pay(&mut self, goods: &Goods, order: &str, holder: &Caller, charge: &str) -> bool {
        let first = match self.dice.between(0, 100) {
            0..8 => card::DECLINED,
            8..14 => card::CHALLENGE,
            14..19 => card::LATE,
            19..26 => card::SILENT_CAPTURE,
            26..29 => card::SILENCE,
            _ => card::GOOD,
        };
        for number in [first, card::GOOD] {
            let path = format!("/shop/{}/orders/{order}/payment", goods.shop);
            let body = json!({"card": {"card_number": number, "expiry": "12/40", "cvc": "123"}});
            let Some(answer) = self.repeated("the payment", || holder.post(&path, body.clone())).await else { return false };
            match text(&answer.json(), "/state").as_str() {
                "captured" => return true,
                "challenge" => {
                    let step = format!("/sandbox/challenges/{charge}");
                    return self.repeated("the extra step", || holder.post(&step, json!({"outcome": "approve"}))).await.is_some();
                }
                // The provider will tell, or nobody ever will: the end of the run knows.
                "pending" => return false,
                _ => {}
            }
        }
        false
    }

    /// Takes every step of the trade until it is confirmed or cancelled.
    async fn follow(&mut self, goods: &Goods, order: &str, trade: &str, holder: &Caller) {
        let began = Instant::now();
        let (fate, mut last) = (self.dice.between(0, 100), String::new());
        while began.elapsed() < PATIENCE {
            let path = format!("/operator/trades/{trade}");
            let operator = self.world.operator.clone();
            let Some(answer) = self.repeated("the trade", || operator.get(&path)).await else { return };
            let seen = answer.json();
            let state = text(&seen, "/state");
            if answer.status == 200 {
                self.book.seen(order, &state);
            }
            if ["confirmed", "settled", "cancelled"].contains(&state.as_str()) || (state == "arrived" && fate >= 95) {
                return;
            }
            if state == last || !self.step(goods, &seen, trade, holder, fate).await {
                tokio::time::sleep(PAUSE).await;
            }
            last = state;
        }
        self.book.stuck(format!("trade {trade} of order {order} stayed {last} for {PATIENCE:?}"));
    }

    /// The next step of a trade, by whose it is; false if somebody else takes it.
    async fn step(&mut self, goods: &Goods, seen: &Value, trade: &str, holder: &Caller, fate: u64) -> bool {
        let world = self.world.clone();
        let reason = || json!({"reason": "마음이 바뀌었습니다."});
        let seller = if goods.own { &world.bakery } else { &world.mart };
        let company = |step: &str| format!("/company/trades/{trade}/{step}");
        let buyer = |step: &str| format!("/shop/{}/trades/{trade}/{step}", goods.shop);
        let (caller, path, body) = match text(seen, "/state").as_str() {
            "paid" | "po_requested" if fate < 8 => (holder, buyer("cancellation"), reason()),
            "po_issued" | "po_accepted" if fate < 12 => (seller, company("cancellation"), reason()),
            "paid" => (seller, company("purchase-request"), json!({})),
            "po_requested" => (&world.operator, format!("/operator/trades/{trade}/purchase-order"), json!({})),
            "po_issued" => (&world.bakery, company("acceptance"), json!({})),
            "po_accepted" => (&world.bakery, company("delivery-confirmation"), self.delivery(seen, fate).await),
            "delivery_filed" => (&world.operator, format!("/operator/trades/{trade}/shipment-approval"), json!({})),
            "shipment_approved" => (&world.bakery, company("transit"), json!({})),
            "in_transit" => (&world.bakery, company("arrival"), json!({})),
            "arrived" => (holder, buyer("purchase-confirmation"), json!({})),
            _ => return false,
        };
        let answer = self.repeated("a step", || caller.post(&path, body.clone())).await;
        // Somebody else was faster, or the first try had gone through: the next look tells.
        answer.is_some_and(|answer| answer.status < 300)
    }

    /// What is delivered: now and then one piece short, now and then with a document.
    async fn delivery(&mut self, seen: &Value, fate: u64) -> Value {
        let lines: Vec<Value> = seen["lines"].as_array().cloned().unwrap_or_default();
        let lines: Vec<Value> = lines
            .iter()
            .map(|line| {
                let ordered = line["quantity"].as_i64().unwrap_or(1);
                let short = i64::from(ordered > 1 && (20..40).contains(&fate));
                json!({"line_id": line["id"], "quantity": ordered - short, "lot": "L1"})
            })
            .collect();
        let mut body = json!({"carrier": "CJ대한통운", "tracking_number": "612345678901", "lines": lines});
        if fate % 3 == 0 {
            let bakery = self.world.bakery.with("content-type", "application/octet-stream");
            let upload = || bakery.send(reqwest::Method::POST, "/company/files", Some(DOCUMENT.to_vec()));
            // A full disk is said, and the delivery is filed without the document.
            if let Some(file) = self.book.judged(upload()).await.json().get("id") {
                body["file_id"] = file.clone();
            }
        }
        body
    }

    /// Repeats a call until it has an answer that repeating would not change.
    async fn repeated<F: Future<Output = Answer>>(&self, what: &str, call: impl Fn() -> F) -> Option<Answer> {
        let began = Instant::now();
        loop {
            let answer = self.book.judged(call()).await;
            let again = matches!(answer.status, 0 | 429 | 500 | 503) || answer.code() == "request.in_flight";
            if !again {
                return Some(answer);
            }
            if began.elapsed() > PATIENCE {
                self.book.stuck(format!("{what} of buyer {} had no answer within {PATIENCE:?}: {}", self.number, answer.text));
                return None;
            }
            tokio::time::sleep(PAUSE).await;
        }
    }
}
