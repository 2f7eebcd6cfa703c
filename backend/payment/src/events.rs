//! What payments tell others.

use kernel::{CompanyId, Money, OrderId, PaymentId, RefundId, TradeId};
use platform::Event;
use serde::{Deserialize, Serialize};

macro_rules! payment_events {
    ($($(#[$doc:meta])* $name:ident = $event:literal by $key:ident { $($(#[$field_doc:meta])* $field:ident: $kind:ty,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        pub struct $name { $($(#[$field_doc])* pub $field: $kind,)* }

        impl Event for $name {
            const NAME: &'static str = $event;
            fn key(&self) -> String {
                format!("payment:{}", self.$key)
            }
        }
    )*};
}

payment_events! {
    /// The money of an order is there, as it should be. Told once.
    PaymentCaptured = "payment.captured" by payment_id {
        /// The payment.
        payment_id: PaymentId,
        /// The order.
        order_id: OrderId,
        /// The company whose shop took the order.
        seller_id: CompanyId,
    }
    /// The money of an order is there, but not as it should be; the operator decides.
    PaymentHeld = "payment.held" by payment_id {
        /// The payment.
        payment_id: PaymentId,
        /// The order.
        order_id: OrderId,
        /// The company whose shop took the order.
        seller_id: CompanyId,
        /// Why.
        reason: String,
    }
    /// An attempt to pay was refused; another may be made.
    PaymentFailed = "payment.failed" by payment_id {
        /// The payment.
        payment_id: PaymentId,
        /// The order.
        order_id: OrderId,
        /// The company whose shop took the order.
        seller_id: CompanyId,
        /// A short stable word.
        failure: String,
    }
    /// Captured money that belongs to no order, or is more than the order costs, goes back to the
    /// payer; the refund is asked for already.
    PaymentUnmatched = "payment.unmatched" by payment_id {
        /// The payment.
        payment_id: PaymentId,
        /// The refund.
        refund_id: RefundId,
        /// How much.
        amount: Money,
    }
    /// A refund is to be submitted.
    RefundRequested = "payment.refund_requested" by payment_id {
        /// The refund.
        refund_id: RefundId,
        /// The payment.
        payment_id: PaymentId,
    }
    /// The provider made a refund.
    RefundSucceeded = "payment.refund_succeeded" by payment_id {
        /// The refund.
        refund_id: RefundId,
        /// The payment.
        payment_id: PaymentId,
        /// The order.
        order_id: OrderId,
        /// The company whose shop took the order.
        seller_id: CompanyId,
        /// The trade, if it was for one.
        trade_id: Option<TradeId>,
        /// How much.
        amount: Money,
    }
    /// A refund was refused or tried too often; the operator decides.
    RefundFailed = "payment.refund_failed" by payment_id {
        /// The refund.
        refund_id: RefundId,
        /// The payment.
        payment_id: PaymentId,
        /// What the provider says.
        error: String,
    }
}

/// A webhook came for the first time; [`crate::work::handle_webhook`] looks into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WebhookReceived {
    /// The provider.
    pub gateway: String,
    /// The provider's id of it.
    pub event_id: String,
}

impl Event for WebhookReceived {
    const NAME: &'static str = "payment.webhook_received";
    fn key(&self) -> String {
        format!("webhook:{}:{}", self.gateway, self.event_id)
    }
}
