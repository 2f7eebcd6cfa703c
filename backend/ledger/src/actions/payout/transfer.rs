//! Payouts that a payment provider transfers instead of the operator's bank. What is to be done is
//! written down first, then the provider is asked, then what came of it is written down: a crash
//! between the steps is found by [`claim_transfers`].

use crate::{
    audit, codes,
    entity::payout::{self, ActiveModel, Column, Entity, Model, State},
    events::PayoutSent,
};
use chrono::Duration;
use kernel::{PayoutId, Problem, Result};
use platform::PlatformTx;
use sea_orm::{
    ActiveValue::Set,
    QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};

/// Seconds for which whoever asks the provider is left alone.
const CLAIM_S: i64 = 60;

/// Marks a payout as being transferred by this provider. One that was given to a provider before
/// is left as it is. Errors: it is in a transfer file, or ended; it has no account.
pub async fn begin_transfer(tx: &PlatformTx, id: PayoutId, provider: &str) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    let under_way = payout.provider.is_some() && matches!(payout.state, State::Transferring | State::Sent | State::Paid);
    if under_way {
        return Ok(payout);
    }
    if payout.state != State::Pending {
        return Err(super::wrong_state(&payout));
    }
    super::must_be_released(&payout)?;
    if payout.bank.is_none() || payout.account.is_none() || payout.holder.is_none() {
        return Err(Problem::new(codes::PAYOUT_NO_ACCOUNT).detail(payout.number.clone()));
    }
    let change = ActiveModel {
        state: Set(State::Transferring),
        provider: Set(Some(provider.to_owned())),
        transfer_attempt: Set(payout.transfer_attempt + 1),
        transfer_next_at: Set(Some(tx.now() + Duration::seconds(CLAIM_S))),
        transfer_error: Set(None),
        ..base(&payout)
    };
    let begun = tx.update(change).await?;
    tx.record(audit::moved(audit::PAYOUT_GIVEN, &payout, &begun)).await?;
    Ok(begun)
}

/// Payouts at providers whose end is not known and is to be asked for now; none is claimed by two
/// workers at once.
pub async fn claim_transfers(tx: &PlatformTx, limit: u64) -> Result<Vec<Model>> {
    let due = Entity::find()
        .filter(Column::TransferNextAt.lte(tx.now()))
        .filter(Column::State.is_in([State::Transferring, State::Sent]))
        .order_by_asc(Column::TransferNextAt)
        .limit(limit)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked);
    let mut claimed = Vec::new();
    for payout in tx.all(due).await? {
        let next = Set(Some(tx.now() + Duration::seconds(CLAIM_S)));
        claimed.push(tx.update(ActiveModel { id: Set(payout.id), transfer_next_at: next, ..Default::default() }).await?);
    }
    Ok(claimed)
}

/// The provider took the payout. Where it has arrived already, it is confirmed; else the provider
/// is asked again later. Repeated, it changes nothing.
pub async fn transfer_taken(tx: &PlatformTx, id: PayoutId, attempt: i32, provider_ref: &str, arrived: bool) -> Result<Model> {
    let mut payout = payout::locked(tx, id).await?;
    if !open(&payout, attempt) {
        return Ok(payout);
    }
    if payout.state == State::Transferring {
        let change =
            ActiveModel { state: Set(State::Sent), provider_ref: Set(Some(provider_ref.to_owned())), sent_at: Set(Some(tx.now())), ..base(&payout) };
        payout = tx.update(change).await?;
        tx.emit(&PayoutSent(super::facts(&payout))).await?;
    }
    if arrived { super::confirm(tx, id).await } else { Ok(payout) }
}

/// The provider does not transfer the payout. One that it had not taken waits again, with the
/// reason, for a bank file or another attempt; one that it had taken came back.
pub async fn transfer_refused(tx: &PlatformTx, id: PayoutId, attempt: i32, reason: &str) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    if !open(&payout, attempt) {
        return Ok(payout);
    }
    if payout.state == State::Sent {
        return super::return_(tx, id, reason).await;
    }
    let change = ActiveModel {
        state: Set(State::Pending),
        provider: Set(None),
        transfer_next_at: Set(None),
        transfer_error: Set(Some(reason.to_owned())),
        ..base(&payout)
    };
    tx.update(change).await
}

/// Nothing is known of the payout: the provider is asked again, soon.
pub async fn transfer_unknown(tx: &PlatformTx, id: PayoutId, attempt: i32) -> Result<Model> {
    let payout = payout::locked(tx, id).await?;
    if !open(&payout, attempt) {
        return Ok(payout);
    }
    tx.update(ActiveModel { id: Set(id), transfer_next_at: Set(Some(tx.now() + Duration::seconds(CLAIM_S))), ..Default::default() }).await
}

/// Whether this attempt is the one whose end is awaited.
fn open(payout: &Model, attempt: i32) -> bool {
    let awaited = payout.state == State::Transferring || (payout.state == State::Sent && payout.provider.is_some());
    awaited && payout.transfer_attempt == attempt
}

fn base(payout: &Model) -> ActiveModel {
    ActiveModel { id: Set(payout.id), version: Set(payout.version + 1), ..Default::default() }
}
