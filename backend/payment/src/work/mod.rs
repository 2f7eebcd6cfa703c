//! Work with providers: calls outside transactions, under a time limit, and what came of them
//! written down in a transaction of its own.

mod pay;
mod reconcile;
mod refunds;
mod transfer;
mod webhooks;

pub use pay::{PayAnswer, PayState, pay, start};
pub use reconcile::{reconcile, refresh};
pub use refunds::submit_refunds;
pub use transfer::transfer;
pub use webhooks::{handle_webhook, sandbox_webhooks};

use kernel::{Problem, Result};
use std::time::Duration;

/// How long a provider may take.
const TIME_LIMIT: Duration = Duration::from_secs(15);

/// Waits for a provider, but not for ever. Error: no answer in time.
async fn in_time<T>(call: impl Future<Output = Result<T>>) -> Result<T> {
    tokio::time::timeout(TIME_LIMIT, call).await.map_err(|_| Problem::unavailable("the payment provider did not answer in time"))?
}
