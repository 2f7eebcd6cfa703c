//! The types of events that an endpoint can choose.

use sea_orm::{DeriveActiveEnum, EnumIter, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! event_types {
    ($($(#[$doc:meta])* $name:ident = $word:tt;)*) => {
        /// What a webhook tells of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
        #[sea_orm(rs_type = "String", db_type = "Text")]
        #[schema(as = WebhookEventType)]
        pub enum EventType {
            $($(#[$doc])* #[serde(rename = $word)] #[sea_orm(string_value = $word)] $name,)*
        }

        impl EventType {
            /// Its name in payloads.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)*
                }
            }
        }
    };
}

event_types! {
    /// To the seller: an order was paid. The order's number and all its trades.
    OrderPaid = "order.paid";
    /// To the seller: a trade began.
    TradeOpened = "trade.opened";
    /// To the seller: the purchase order was asked for.
    PoRequested = "trade.po_requested";
    /// To the seller: its purchase order was issued.
    PurchaseOrderIssued = "purchase_order.issued";
    /// To the supplier: a purchase order has arrived.
    PurchaseOrderReceived = "purchase_order.received";
    /// The supplier accepted the purchase order.
    PoAccepted = "trade.po_accepted";
    /// The supplier declined the purchase order.
    PoDeclined = "trade.po_declined";
    /// The delivery confirmation was filed.
    DeliveryFiled = "trade.delivery_filed";
    /// The operator sent the delivery confirmation back.
    DeliveryReturned = "trade.delivery_returned";
    /// The operator approved the shipment.
    ShipmentApproved = "trade.shipment_approved";
    /// The goods are on their way.
    InTransit = "trade.in_transit";
    /// The goods have arrived.
    Arrived = "trade.arrived";
    /// The purchase was confirmed: the money is released.
    Confirmed = "trade.confirmed";
    /// The trade was settled.
    Settled = "trade.settled";
    /// Some lines of the trade were cancelled.
    LinesCancelled = "trade.lines_cancelled";
    /// The trade was cancelled.
    Cancelled = "trade.cancelled";
    /// A settlement was made.
    SettlementMade = "settlement.made";
    /// A payout was opened.
    PayoutOpened = "payout.opened";
    /// A payout was given to the bank.
    PayoutSent = "payout.sent";
    /// A payout has arrived.
    PayoutPaid = "payout.paid";
    /// A payout came back.
    PayoutReturned = "payout.returned";
    /// A person tries the endpoint out.
    Test = "webhook.test";
}

impl EventType {
    /// The types that can be chosen; a test goes to every endpoint that it is asked for.
    pub fn choices() -> impl Iterator<Item = Self> {
        Self::iter().filter(|kind| *kind != Self::Test)
    }
}
