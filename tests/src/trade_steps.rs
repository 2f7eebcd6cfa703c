//! The steps of a trade, each by whose it is.

use crate::{Answer, Firm, Part, Person, TestApp};
use kernel::{Problem, Result, TradeId, VariantId};
use serde_json::{Value, json};
use trade::rules::State;

impl TestApp {
    /// Where a trade stands.
    pub async fn state(&self, id: TradeId) -> Result<State> {
        Ok(self.trade(id).await?.state)
    }

    /// A trade as it is.
    pub async fn trade(&self, id: TradeId) -> Result<trade::Trade> {
        let tx = self.madang.app.platform().await?;
        trade::queries::trade(&tx, id).await?.ok_or_else(Problem::not_found)
    }

    /// What a supplier can still promise of a variant.
    pub async fn available(&self, supplier: &Firm, variant: VariantId) -> Result<i32> {
        let tx = self.madang.app.tenant(supplier.id).await?;
        Ok(stock::queries::level(&tx, variant).await?.available())
    }

    /// What a supplier has on hand of a variant.
    pub async fn on_hand(&self, supplier: &Firm, variant: VariantId) -> Result<i32> {
        let tx = self.madang.app.tenant(supplier.id).await?;
        Ok(stock::queries::level(&tx, variant).await?.on_hand)
    }

    /// The cell in which a company lives.
    pub async fn cell_of(&self, firm: &Firm) -> Result<i16> {
        let tx = self.madang.app.platform().await?;
        Ok(company::queries::by_id(&tx, firm.id).await?.ok_or_else(Problem::not_found)?.cell)
    }
}

impl Firm {
    /// A step of the company's.
    pub async fn step(&self, id: TradeId, step: &str, body: Value) -> Answer {
        self.post(&format!("/company/trades/{id}/{step}"), body).await
    }

    /// Asks for the purchase order.
    pub async fn request(&self, id: TradeId) -> Answer {
        self.step(id, "purchase-request", json!({})).await
    }

    /// Accepts the purchase order.
    pub async fn accept(&self, id: TradeId) -> Answer {
        self.step(id, "acceptance", json!({})).await
    }

    /// Declines the purchase order.
    pub async fn decline(&self, id: TradeId) -> Answer {
        self.step(id, "declination", json!({"reason": "재고가 상해서 보낼 수 없습니다."})).await
    }

    /// Confirms the delivery of everything.
    pub async fn deliver(&self, part: &Part) -> Answer {
        let quantities: Vec<i32> = part.lines.iter().map(|(_, quantity)| *quantity).collect();
        self.deliver_only(part, &quantities).await
    }

    /// Confirms the delivery of these quantities, line by line.
    pub async fn deliver_only(&self, part: &Part, quantities: &[i32]) -> Answer {
        let lines: Vec<Value> =
            part.lines.iter().zip(quantities).map(|((line, _), quantity)| json!({"line_id": line, "quantity": quantity, "lot": "L1"})).collect();
        self.step(part.trade, "delivery-confirmation", json!({"carrier": "CJ대한통운", "tracking_number": "612345678901", "lines": lines})).await
    }

    /// Hands the goods to the carrier.
    pub async fn hand_over(&self, id: TradeId) -> Answer {
        self.step(id, "transit", json!({})).await
    }

    /// Says that the goods have arrived.
    pub async fn arrived(&self, id: TradeId) -> Answer {
        self.step(id, "arrival", json!({})).await
    }

    /// Cancels a trade as its seller.
    pub async fn cancel(&self, id: TradeId) -> Answer {
        self.step(id, "cancellation", json!({"reason": "주문을 받을 수 없습니다."})).await
    }
}

impl Person {
    /// Issues a purchase order, as the operator.
    pub async fn issue(&self, id: TradeId) -> Answer {
        self.post(&format!("/operator/trades/{id}/purchase-order"), json!({})).await
    }

    /// Approves a shipment, as the operator.
    pub async fn approve(&self, id: TradeId) -> Answer {
        self.post(&format!("/operator/trades/{id}/shipment-approval"), json!({})).await
    }

    /// Says what goes through by itself, as the operator.
    pub async fn rules(&self, auto_issue: bool, auto_approve: bool) {
        let seen = self.get("/operator/rules").await.ok()["version"].as_i64().unwrap_or_default();
        let rules = json!({"auto_issue": auto_issue, "auto_approve": auto_approve, "confirm_after_days": 8});
        self.having_seen(seen).put("/operator/rules", rules).await.ok();
    }
}
