//! What every payment provider can do. Providers keep their own records; each call that changes
//! something bears a key and may be repeated.

use crate::codes;
use async_trait::async_trait;
use kernel::{Currency, Money, OrderId, PaymentId, PayoutId, Problem, RefundId, Result};
use serde_json::Value;
use std::{collections::BTreeMap, sync::Arc};

/// What is to be paid.
#[derive(Clone, Debug)]
pub struct Intent {
    /// Our payment; the provider's idempotency key.
    pub payment_id: PaymentId,
    /// The order.
    pub order_id: OrderId,
    /// The order's number, for the payer's statement.
    pub order_number: String,
    /// The amount.
    pub amount: Money,
}

/// An intent that the provider knows.
#[derive(Clone, Debug)]
pub struct Started {
    /// The provider's reference.
    pub provider_ref: String,
    /// What the shop's page needs to take the payment.
    pub client: Value,
}

/// A payer's attempt to pay.
#[derive(Clone, Debug)]
pub struct PayRequest {
    /// Our payment.
    pub payment_id: PaymentId,
    /// The provider's reference.
    pub provider_ref: String,
    /// The means of payment, in the provider's own shape.
    pub instrument: Value,
    /// Where the payer goes after a step on the provider's page.
    pub return_url: String,
}

/// What came of an attempt to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The money is there.
    Captured {
        /// How much.
        amount: Money,
    },
    /// The provider will tell later.
    Pending,
    /// The payer has to do something on this page first.
    Challenge {
        /// The page.
        url: String,
    },
    /// Refused; another attempt may be made.
    Declined {
        /// A short stable word (`card_declined`).
        code: String,
        /// The provider's words.
        message: String,
    },
    /// No answer in time: it may have happened or not.
    Unknown,
}

/// The state of an intent at the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChargeState {
    /// Nothing was tried, or the payer may try again.
    Open,
    /// Under way at the provider or waiting for the payer.
    Processing,
    /// The last attempt was refused; another may be made.
    Declined,
    /// The money is there.
    Captured,
    /// Given up.
    Cancelled,
}

/// What the provider's records say of an intent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderState {
    /// Its state.
    pub state: ChargeState,
    /// How much was captured.
    pub captured_minor: i64,
    /// How much of it went back.
    pub refunded_minor: i64,
    /// The currency.
    pub currency: Currency,
    /// Why the last attempt was refused, if it was.
    pub failure: Option<String>,
}

/// A refund to be made.
#[derive(Clone, Debug)]
pub struct RefundRequest {
    /// Our refund; the provider's idempotency key.
    pub refund_id: RefundId,
    /// The provider's reference of the payment.
    pub provider_ref: String,
    /// How much.
    pub amount: Money,
}

/// What came of a refund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RefundOutcome {
    /// The money is on its way to the payer.
    Succeeded {
        /// The provider's reference of the refund.
        provider_ref: String,
    },
    /// The provider will say later; it is asked again with the same key.
    Pending,
    /// Refused for good.
    Failed {
        /// The provider's words.
        message: String,
    },
    /// No answer in time; it is asked again with the same key.
    Unknown,
}

/// A payout that the provider is to transfer.
#[derive(Clone, Debug)]
pub struct TransferOrder {
    /// Our payout.
    pub payout_id: PayoutId,
    /// Counts the orders of this payout: one more after each that was refused for good.
    pub attempt: i32,
    /// How much.
    pub amount: Money,
    /// The bank.
    pub bank: String,
    /// The account number.
    pub account: String,
    /// The account's holder.
    pub holder: String,
}

impl TransferOrder {
    /// The provider's idempotency key.
    #[must_use]
    pub fn key(&self) -> String {
        format!("{}:{}", self.payout_id, self.attempt)
    }
}

/// What came of a transfer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TransferOutcome {
    /// The provider took it.
    Sent {
        /// The provider's reference.
        provider_ref: String,
        /// Whether it has arrived already.
        arrived: bool,
    },
    /// Refused for good.
    Refused {
        /// The provider's words.
        message: String,
    },
    /// No answer in time; it is asked again with the same key.
    Unknown,
}

/// The headers of a webhook, names in lower case.
pub type WebhookHeaders = BTreeMap<String, String>;

/// A webhook whose signature is right.
#[derive(Clone, Debug)]
pub struct ProviderEvent {
    /// The provider's id of it; the same for every repetition.
    pub id: String,
    /// What it tells of, in the provider's words.
    pub kind: String,
    /// The intent that it tells of, if any.
    pub provider_ref: Option<String>,
    /// All that it says.
    pub payload: Value,
}

/// A payment provider.
#[async_trait]
pub trait Gateway: Send + Sync {
    /// Its name, as `payment.gateway` and the webhook's address have it.
    fn name(&self) -> &'static str;
    /// Makes the intent known to the provider; repeated, it gives the same reference.
    async fn start(&self, intent: &Intent) -> Result<Started>;
    /// Tries to pay. What was captured before is answered again, never captured twice.
    async fn pay(&self, request: &PayRequest) -> Result<Outcome>;
    /// What the provider's records say.
    async fn look_up(&self, provider_ref: &str) -> Result<ProviderState>;
    /// Gives the intent up, so that it can no longer be captured; one that was captured stays so.
    async fn cancel(&self, provider_ref: &str) -> Result<ProviderState>;
    /// Gives money back; repeated with the same refund, it gives nothing more.
    async fn refund(&self, request: &RefundRequest) -> Result<RefundOutcome>;
    /// Checks a webhook's signature and age and reads it.
    fn verify_webhook(&self, headers: &WebhookHeaders, body: &[u8]) -> Result<ProviderEvent>;
    /// Pays a company; repeated with the same key, it pays nothing more.
    async fn transfer(&self, order: &TransferOrder) -> Result<TransferOutcome>;
    /// What the provider's records say of a transfer; `None` if it never heard of it.
    async fn find_transfer(&self, order: &TransferOrder) -> Result<Option<TransferOutcome>>;
}

/// The providers of this installation.
#[derive(Clone)]
pub struct Gateways(Arc<Known>);

struct Known {
    all: Vec<Arc<dyn Gateway>>,
    current: Arc<dyn Gateway>,
}

impl Gateways {
    /// `current` takes new payments; `others` look after the payments that were begun with them.
    #[must_use]
    pub fn new(current: Arc<dyn Gateway>, others: Vec<Arc<dyn Gateway>>) -> Self {
        let mut all = vec![Arc::clone(&current)];
        all.extend(others);
        Self(Arc::new(Known { all, current }))
    }

    /// The provider of new payments.
    #[must_use]
    pub fn current(&self) -> &dyn Gateway {
        self.0.current.as_ref()
    }

    /// The provider of this name. Error: none is configured.
    pub fn named(&self, name: &str) -> Result<&dyn Gateway> {
        let found = self.0.all.iter().find(|gateway| gateway.name() == name);
        found.map(AsRef::as_ref).ok_or_else(|| Problem::new(codes::GATEWAY_UNKNOWN).detail(name.to_owned()))
    }
}
