//! The only code of payments that writes.

mod attempt;
mod capture;
mod create;
mod refund;
mod resolve;
mod webhook;

pub use attempt::{cancel, failed, pending, touched, untried};
pub use capture::{CaptureOutcome, captured, completed};
pub use create::{NewPayment, create, started};
pub use refund::{claim_refunds, refund_failed, refund_succeeded, refund_unmatched, request_refund, retry_refund};
pub use resolve::{Decision, resolve};
pub use webhook::{receive_webhook, webhook_handled};
