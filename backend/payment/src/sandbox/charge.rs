//! The sandbox's charges and refunds. Each change bears a key and may be repeated.

use super::cards::{Behaviour, Card};
use crate::{
    Outcome, PayRequest, RefundOutcome,
    entity::{
        sandbox_charge::{self, ActiveModel, Column, Entity, Model, State},
        sandbox_refund,
    },
};
use chrono::Duration;
use kernel::{Money, Result};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, QuerySelect, entity::prelude::*};

/// Seconds after which a late webhook is sent.
const LATE_S: i64 = 30;

pub(super) async fn open(tx: &PlatformTx, key: &str, amount: Money) -> Result<Model> {
    let row = ActiveModel {
        reference: Set(format!("sbx_{}", Uuid::new_v4().simple())),
        key: Set(key.to_owned()),
        card: Set(None),
        state: Set(State::Open),
        currency: Set(amount.currency),
        amount_minor: Set(amount.minor),
        refunded_minor: Set(0),
        return_url: Set(None),
        decline: Set(None),
        webhook_at: Set(None),
        created_at: Set(tx.now()),
    };
    tx.insert_new(row).await?;
    tx.find(Entity::find().filter(Column::Key.eq(key))).await
}

pub(super) async fn locked(tx: &PlatformTx, reference: &str) -> Result<Model> {
    tx.find(Entity::find_by_id(reference).lock_exclusive()).await
}

pub(super) async fn pay(tx: &PlatformTx, public_url: &str, request: &PayRequest, card: &Card) -> Result<Outcome> {
    let charge = locked(tx, &request.provider_ref).await?;
    let captured = Outcome::Captured { amount: charge.currency.minor(charge.amount_minor) };
    match charge.state {
        State::Captured => return Ok(captured),
        State::Cancelled => return Ok(declined("payment_cancelled")),
        State::Open | State::Challenge | State::Declined => {}
    }
    let base = ActiveModel { reference: Set(charge.reference.clone()), card: Set(Some(card.last_four())), ..Default::default() };
    let now = tx.now();
    let capture = |after_s: i64| ActiveModel {
        state: Set(State::Captured),
        decline: Set(None),
        webhook_at: Set(Some(now + Duration::seconds(after_s))),
        ..base.clone()
    };
    let (change, outcome) = match card.behaviour() {
        Behaviour::Succeed => (capture(0), captured),
        Behaviour::TellLate => (capture(LATE_S), Outcome::Pending),
        Behaviour::SilentCapture => (capture(LATE_S), Outcome::Unknown),
        Behaviour::Silence => (base, Outcome::Unknown),
        Behaviour::Decline(reason) => (ActiveModel { state: Set(State::Declined), decline: Set(Some(reason.to_owned())), ..base }, declined(reason)),
        Behaviour::Challenge => {
            let url = format!("{public_url}/pay/sandbox/{}", charge.reference);
            let change = ActiveModel { state: Set(State::Challenge), decline: Set(None), return_url: Set(Some(request.return_url.clone())), ..base };
            (change, Outcome::Challenge { url })
        }
    };
    tx.update(change).await?;
    Ok(outcome)
}

fn declined(reason: &str) -> Outcome {
    Outcome::Declined { code: reason.to_owned(), message: format!("the sandbox refused the card: {reason}") }
}

pub(super) async fn cancel(tx: &PlatformTx, reference: &str) -> Result<Model> {
    let charge = locked(tx, reference).await?;
    if matches!(charge.state, State::Captured | State::Cancelled) {
        return Ok(charge);
    }
    tx.update(ActiveModel { reference: Set(charge.reference), state: Set(State::Cancelled), ..Default::default() }).await
}

pub(super) async fn refund(tx: &PlatformTx, reference: &str, key: &str, amount: Money) -> Result<RefundOutcome> {
    let charge = locked(tx, reference).await?;
    let made = RefundOutcome::Succeeded { provider_ref: format!("sbx_re_{key}") };
    if tx.one(sandbox_refund::Entity::find_by_id(key)).await?.is_some() {
        return Ok(made);
    }
    let left = charge.amount_minor - charge.refunded_minor;
    if charge.state != State::Captured || charge.currency != amount.currency || amount.minor > left || amount.minor <= 0 {
        return Ok(RefundOutcome::Failed { message: format!("the charge has {left} left to refund") });
    }
    let row = sandbox_refund::ActiveModel {
        key: Set(key.to_owned()),
        reference: Set(reference.to_owned()),
        amount_minor: Set(amount.minor),
        created_at: Set(tx.now()),
    };
    tx.insert(row).await?;
    let change = sandbox_charge::ActiveModel {
        reference: Set(charge.reference),
        refunded_minor: Set(charge.refunded_minor + amount.minor),
        ..Default::default()
    };
    tx.update(change).await?;
    Ok(made)
}
