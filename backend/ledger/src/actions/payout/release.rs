//! Lets a payout above the limit go: one person has proposed it, another has approved it. It still
//! has to be put in a file or given to a provider.

use crate::{
    audit::PAYOUT_RELEASED,
    entity::payout::{self, Model, State},
};
use kernel::{PayoutId, Result};
use platform::{PlatformTx, audit::Entry};
use sea_orm::ActiveValue::Set;
use serde_json::json;

/// Lets it go. Error: it does not wait any more.
pub async fn release(tx: &PlatformTx, id: PayoutId) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    if payout.state != State::Pending || !payout.needs_release || payout.released_at.is_some() {
        return Err(super::wrong_state(&payout));
    }
    let change = payout::ActiveModel { id: Set(id), released_at: Set(Some(tx.now())), version: Set(payout.version + 1), ..Default::default() };
    let released = tx.update(change).await?;
    let entry = Entry::new(PAYOUT_RELEASED, id, &released.number).of(released.company_id);
    tx.record(entry.changed(json!({"amount": null}), json!({"amount": released.currency.minor(released.amount_minor)}))).await?;
    Ok(released)
}
