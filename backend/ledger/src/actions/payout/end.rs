//! Ends a payout: it arrived, or it came back.

use crate::{
    account::Account,
    actions::post,
    audit,
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
        State::Pending | State::Transferring | State::Returned => return Err(super::wrong_state(&payout)),
    }
    let kind = EntryKind::Post { of: pending_key(id) };
    let mut entries = vec![entry(&payout, "post", kind, "payout arrived")];
    entries.extend(by_provider(&payout, "provider"));
    post(tx, &entries).await?;
    let before = payout;
    let payout = ended(tx, &before, State::Paid, None).await?;
    tx.record(audit::moved(audit::PAYOUT_CONFIRMED, &before, &payout)).await?;
    tx.emit(&PayoutPaid(super::facts(&payout))).await?;
    Ok(payout)
}

/// The payout came back, or is called off before it was given out: the money is payable again and
/// is paid with the next payout. One that had been confirmed is corrected by new entries.
/// Repeated, it changes nothing. Error: a provider is being asked to transfer it.
pub async fn return_(tx: &PlatformTx, id: PayoutId, reason: &str) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    let back = match payout.state {
        State::Returned => return Ok(payout),
        State::Transferring => return Err(super::wrong_state(&payout)),
        State::Pending | State::Sent => vec![entry(&payout, "void", EntryKind::Void { of: pending_key(id) }, "payout came back")],
        State::Paid => {
            let mut back = vec![entry(&payout, "back", EntryKind::Posted, "payout came back after it was confirmed")];
            back.extend(by_provider(&payout, "provider_back"));
            for entry in &mut back {
                std::mem::swap(&mut entry.debit, &mut entry.credit);
            }
            back
        }
    };
    post(tx, &back).await?;
    let before = payout;
    let payout = ended(tx, &before, State::Returned, Some(reason.to_owned())).await?;
    tx.record(audit::moved(audit::PAYOUT_RETURNED, &before, &payout).because(reason)).await?;
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

/// A provider pays a company out of what it owes the operator, as if it had paid the operator's
/// bank first: bank ← gateway clearing. Nothing for a bank file.
fn by_provider(payout: &Model, step: &str) -> Option<Entry> {
    payout.provider.as_ref()?;
    let amount = payout.currency.minor(payout.amount_minor);
    let key = format!("{}:{step}", payout.id);
    Some(
        Entry::new(key, EntryKind::Posted, Account::Bank, Account::GatewayClearing, amount, "payout made by the payment provider")
            .of_payout(payout.id),
    )
}

async fn ended(tx: &PlatformTx, payout: &Model, state: State, return_reason: Option<String>) -> Result<Model> {
    let change = payout::ActiveModel {
        id: Set(payout.id),
        state: Set(state),
        return_reason: Set(return_reason),
        transfer_next_at: Set(None),
        ended_at: Set(Some(tx.now())),
        version: Set(payout.version + 1),
        ..Default::default()
    };
    tx.update(change).await
}
