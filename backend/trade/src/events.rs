//! Facts about trades that others react to.

use crate::rules::{Action, State};
use chrono::{DateTime, Utc};
use kernel::{ActorKind, CompanyId, OrderId, PaymentId, TradeId};
use platform::Event;
use serde::{Deserialize, Serialize};

/// A captured payment opened a trade.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TradeOpened {
    /// The trade.
    pub trade_id: TradeId,
    /// Its order.
    pub order_id: OrderId,
    /// The payment that opened it.
    pub payment_id: PaymentId,
    /// Whose shop took the order.
    pub seller_id: CompanyId,
    /// Whose goods are delivered.
    pub supplier_id: CompanyId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Event for TradeOpened {
    const NAME: &'static str = "trade.opened";
    fn key(&self) -> String {
        format!("trade:{}", self.trade_id)
    }
}

/// A trade took a step. Exactly one is sent for each entry of the timeline after the first.
/// Where only lines were cancelled, `from` and `to` are the same.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct TradeMoved {
    /// The trade.
    pub trade_id: TradeId,
    /// Its order.
    pub order_id: OrderId,
    /// Whose shop took the order.
    pub seller_id: CompanyId,
    /// Whose goods are delivered.
    pub supplier_id: CompanyId,
    /// What happened.
    pub action: Action,
    /// The state before.
    pub from: State,
    /// The state after.
    pub to: State,
    /// Who did it.
    pub by: ActorKind,
    /// Why, where it was said.
    #[serde(default)]
    pub reason: Option<String>,
    /// What went back to the buyer with this step, in the trade's currency.
    #[serde(default)]
    pub refund_minor: i64,
    /// The place of the step in the timeline.
    #[serde(default)]
    pub seq: i32,
    /// When.
    pub at: DateTime<Utc>,
}

impl Event for TradeMoved {
    const NAME: &'static str = "trade.moved";
    fn key(&self) -> String {
        format!("trade:{}", self.trade_id)
    }
}
