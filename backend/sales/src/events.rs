//! What sales tells others.

use kernel::OrderId;
use platform::Event;
use serde::{Deserialize, Serialize};

/// A buyer has placed an order and is about to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderPlaced {
    /// The order.
    pub order_id: OrderId,
}

impl Event for OrderPlaced {
    const NAME: &'static str = "sales.order_placed";
    fn key(&self) -> String {
        format!("order:{}", self.order_id)
    }
}

/// The time to pay an order is up. It is delivered at that moment, and says nothing of whether
/// the order was paid meanwhile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrderExpiryDue {
    /// The order.
    pub order_id: OrderId,
}

impl Event for OrderExpiryDue {
    const NAME: &'static str = "sales.order_expiry_due";
    fn key(&self) -> String {
        // A key of its own: it waits for its hour and must hold nothing else up.
        format!("order_expiry:{}", self.order_id)
    }
}
