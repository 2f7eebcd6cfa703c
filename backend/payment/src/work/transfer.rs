//! Lets a provider pay a company.

use super::in_time;
use crate::{Gateways, TransferOrder, TransferOutcome};
use kernel::Result;

/// What the provider's records say of this order; it is given to the provider only if they say
/// nothing, so that an order whose answer was lost is not given twice. Errors: the provider is not
/// configured; it gave no answer, so that nothing is known.
pub async fn transfer(gateways: &Gateways, provider: &str, order: &TransferOrder) -> Result<TransferOutcome> {
    let gateway = gateways.named(provider)?;
    match in_time(gateway.find_transfer(order)).await? {
        Some(outcome) => Ok(outcome),
        None => in_time(gateway.transfer(order)).await,
    }
}
