//! Ends a payout: it arrived, or it came back.

use crate::{
    account::Account,
    actions::post,
    entity::payout::{self, Model, State},
    entry::{Entry, EntryKind},
    events::{PayoutPaid, PayoutReturned},
};
use kernel::{PayoutId, Result};
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;

/// The payout arrived: the reserved amount is posted. Repeated, it changes nothing.
/// Error: it was not given out, or came back.
pub async fn confirm(tx: &PlatformTx, id: PayoutId) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    match payout.state {
        State::Paid => return Ok(payout),
        State::Sent => {}
        State::Pending | State::Returned => return Err(super::wrong_state(&payout)),
    }
    let kind = EntryKind::Post { of: pending_key(id) };
    post(tx, &[entry(&payout, "post", kind, "payout arrived")]).await?;
    let payout = ended(tx, &payout, State::Paid, None).await?;
    tx.emit(&PayoutPaid(super::facts(&payout))).await?;
    Ok(payout)
}

/// The payout came back, or is called off before it was given out: the money is payable again and
/// is paid with the next payout. One that had been confirmed is corrected by a new entry.
/// Repeated, it changes nothing.
pub async fn return_(tx: &PlatformTx, id: PayoutId, reason: &str) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    let back = match payout.state {
        State::Returned => return Ok(payout),
        State::Pending | State::Sent => entry(&payout, "void", EntryKind::Void { of: pending_key(id) }, "payout came back"),
        State::Paid => {
            let mut back = entry(&payout, "back", EntryKind::Posted, "payout came back after it was confirmed");
            std::mem::swap(&mut back.debit, &mut back.credit);
            back
        }
    };
    post(tx, &[back]).await?;
    let payout = ended(tx, &payout, State::Returned, Some(reason.to_owned())).await?;
    tx.emit(&PayoutReturned(super::facts(&payout))).await?;
    Ok(payout)
}

fn pending_key(id: PayoutId) -> String {
    format!("{id}:pending")
}

fn entry(payout: &Model, step: &str, kind: EntryKind, reason: &str) -> Entry {
    let amount = payout.currency.minor(payout.amount_minor);
    Entry::new(format!("{}:{step}", payout.id), kind, Account::Payable(payout.company_id), Account::Bank, amount, reason).of_payout(payout.id)
}

async fn ended(tx: &PlatformTx, payout: &Model, state: State, return_reason: Option<String>) -> Result<Model> {
    let change = payout::ActiveModel {
        id: Set(payout.id),
        state: Set(state),
        return_reason: Set(return_reason),
        ended_at: Set(Some(tx.now())),
        version: Set(payout.version + 1),
        ..Default::default()
    };
    tx.update(change).await
}
