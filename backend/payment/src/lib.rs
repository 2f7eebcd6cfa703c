//! Payments: intents, captures, refunds, the providers behind them and what they tell by webhook.
//!
//! It owns the truth of what a provider captured and refunded. Calls to a provider happen outside
//! transactions and under a time limit; what came of one that got no answer is found out later by
//! asking again ([`work::reconcile`]). A webhook is never believed: it only says when to ask.
//!
//! It refuses to move money between accounts (that is the ledger's) and to know what was bought:
//! a payment carries the draft of its order as it was handed in, and never reads it.

pub mod actions;
mod audit;
mod codes;
pub mod entity;
pub mod events;
mod gateway;
pub mod http;
pub mod queries;
pub mod rules;
pub mod sandbox;
pub mod signature;
pub mod work;

pub use audit::AUDIT;
pub use codes::{CODES, TRANSFER_REFUSED};
pub use entity::{payment::State as PaymentState, refund::State as RefundState};
pub use gateway::{
    ChargeState, Gateway, Gateways, Intent, Outcome, PayRequest, ProviderEvent, ProviderState, RefundOutcome, RefundRequest, Started, TransferOrder,
    TransferOutcome, WebhookHeaders,
};
pub use http::mount;
