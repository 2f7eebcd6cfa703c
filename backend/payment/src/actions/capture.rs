//! The money is there.

use crate::{
    entity::payment::{self, Model, State},
    events::{PaymentCaptured, PaymentHeld},
    rules::{self, Verdict},
};
use chrono::{DateTime, Utc};
use kernel::{Currency, PaymentId, Result};
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;

/// What a capture came to.
#[derive(Clone, Debug)]
pub enum CaptureOutcome {
    /// It was captured now, and the event was emitted.
    Now(Model),
    /// It had been captured or held before; nothing changed.
    Already(Model),
    /// It was held now: the operator decides.
    Held(Model),
}

/// Records what the provider captured, once. An amount or currency that differs, or a second
/// capture of the same order, is held.
pub async fn captured(tx: &PlatformTx, id: PaymentId, amount_minor: i64, currency: Currency, at: DateTime<Utc>) -> Result<CaptureOutcome> {
    let payment = payment::locked(tx, id).await?;
    // Held money that the operator gave back stays given back, whatever the provider repeats.
    if payment.captured_at.is_some() {
        return Ok(CaptureOutcome::Already(payment));
    }
    let other = payment::captured_otherwise(tx, &payment).await?;
    let (state, hold_reason) = match rules::judge(payment.state, payment.amount(), currency.minor(amount_minor), other) {
        Verdict::Known => return Ok(CaptureOutcome::Already(payment)),
        Verdict::Captured => (State::Captured, None),
        Verdict::Held(reason) => (State::Held, Some(reason)),
    };
    let change = payment::ActiveModel {
        id: Set(id),
        state: Set(state),
        captured_minor: Set(amount_minor),
        captured_currency: Set(Some(currency)),
        captured_at: Set(Some(at)),
        failure: Set(None),
        hold_reason: Set(hold_reason.clone()),
        updated_at: Set(tx.now()),
        version: Set(payment.version + 1),
        ..Default::default()
    };
    let payment = tx.update(change).await?;
    match hold_reason {
        None => {
            announce(tx, &payment).await?;
            Ok(CaptureOutcome::Now(payment))
        }
        Some(reason) => {
            tx.emit(&PaymentHeld { payment_id: id, order_id: payment.order_id, seller_id: payment.seller_id, reason }).await?;
            Ok(CaptureOutcome::Held(payment))
        }
    }
}

pub(super) async fn announce(tx: &PlatformTx, payment: &Model) -> Result<()> {
    let event = PaymentCaptured { payment_id: payment.id, order_id: payment.order_id, seller_id: payment.seller_id };
    tx.emit(&event).await.map(drop)
}

/// The order was completed (or refunded) from this captured payment; repeated, it changes nothing.
pub async fn completed(tx: &PlatformTx, id: PaymentId) -> Result<Model> {
    let payment = payment::locked(tx, id).await?;
    if payment.completed_at.is_some() {
        return Ok(payment);
    }
    let change = payment::ActiveModel {
        id: Set(id),
        completed_at: Set(Some(tx.now())),
        updated_at: Set(tx.now()),
        version: Set(payment.version + 1),
        ..Default::default()
    };
    tx.update(change).await
}
