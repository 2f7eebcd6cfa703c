//! What stock tells others.

use kernel::{OrderId, VariantId};
use platform::Event;
use serde::{Deserialize, Serialize};

/// The quantity that can still be sold has changed so that a screen may look different.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StockChanged {
    /// The variant.
    pub variant_id: VariantId,
    /// On hand and not promised.
    pub available: i32,
}

impl Event for StockChanged {
    const NAME: &'static str = "stock.changed";
    fn key(&self) -> String {
        format!("stock:{}", self.variant_id)
    }
}

/// The time limit of an order's reservations has come. It is delivered at the limit, so that what
/// a checkout took comes back even if nothing of that checkout but the reservation survived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReservationDue {
    /// The order.
    pub order_id: OrderId,
}

impl Event for ReservationDue {
    const NAME: &'static str = "stock.reservation_due";
    fn key(&self) -> String {
        // A key of its own: it waits for its hour and must hold nothing else up.
        format!("reservation:{}", self.order_id)
    }
}
