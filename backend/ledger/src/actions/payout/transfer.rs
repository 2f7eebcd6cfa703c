//! Payouts that a payment provider transfers instead of the operator's bank.

use crate::{
    entity::payout::{self, Model, State},
    events::PayoutSent,
};
use kernel::{PayoutId, Problem, Result};
use platform::PlatformTx;

/// A payout that may be given to a provider: it waits, or was given to the provider before and is
/// asked for again with the same key. Error: it is in a transfer file, or ended.
pub async fn transferable(tx: &PlatformTx, id: PayoutId) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    let again = payout.state == State::Sent && payout.provider_ref.is_some();
    if payout.state == State::Pending || again { Ok(payout) } else { Err(super::wrong_state(&payout)) }
}

/// The provider took the payout: it is marked as sent under the provider's reference. Whether it
/// arrived is told later, by [`super::confirm`] or [`super::return_`]. Repeated, it changes nothing.
pub async fn transfer_sent(tx: &PlatformTx, id: PayoutId, provider_ref: &str) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    if payout.provider_ref.as_deref() == Some(provider_ref) {
        return Ok(payout);
    }
    if payout.state != State::Pending {
        return Err(Problem { detail: Some(format!("{} is not waiting", payout.number)), ..super::wrong_state(&payout) });
    }
    let payout = super::batch::sent(tx, payout, None, Some(provider_ref.to_owned())).await?;
    tx.emit(&PayoutSent(super::facts(&payout))).await?;
    Ok(payout)
}
