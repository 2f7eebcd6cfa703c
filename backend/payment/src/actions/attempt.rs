//! What an attempt to pay came to, short of a capture.

use crate::{
    entity::payment::{self, Model, State},
    events::PaymentFailed,
    rules,
};
use kernel::{PaymentId, Result};
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;

/// The outcome is not known yet. A finished payment is left alone.
pub async fn pending(tx: &PlatformTx, id: PaymentId) -> Result<Model> {
    let payment = payment::locked(tx, id).await?;
    if rules::payable(payment.state) { change(tx, &payment, State::Pending, payment.failure.clone()).await } else { Ok(payment) }
}

/// The attempt was refused; another may be made. A finished payment is left alone.
pub async fn failed(tx: &PlatformTx, id: PaymentId, failure: &str) -> Result<Model> {
    let payment = payment::locked(tx, id).await?;
    if !rules::payable(payment.state) {
        return Ok(payment);
    }
    if payment.state == State::Failed && payment.failure.as_deref() == Some(failure) {
        return touch(tx, &payment).await;
    }
    let payment = change(tx, &payment, State::Failed, Some(failure.to_owned())).await?;
    tx.emit(&PaymentFailed { payment_id: id, order_id: payment.order_id, seller_id: payment.seller_id, failure: failure.to_owned() }).await?;
    Ok(payment)
}

/// The payment is given up. A finished payment is left alone; money that comes all the same is
/// taken as a late capture.
pub async fn cancel(tx: &PlatformTx, id: PaymentId) -> Result<Model> {
    let payment = payment::locked(tx, id).await?;
    if rules::payable(payment.state) { change(tx, &payment, State::Cancelled, payment.failure.clone()).await } else { Ok(payment) }
}

/// The attempt never reached the provider: the payment stands as before it.
pub async fn untried(tx: &PlatformTx, id: PaymentId, before: State) -> Result<Model> {
    let payment = payment::locked(tx, id).await?;
    if payment.state == State::Pending { change(tx, &payment, before, payment.failure.clone()).await } else { Ok(payment) }
}

/// The provider was asked and knew nothing new: it is asked again later.
pub async fn touched(tx: &PlatformTx, id: PaymentId) -> Result<Model> {
    let payment = payment::locked(tx, id).await?;
    if rules::payable(payment.state) { touch(tx, &payment).await } else { Ok(payment) }
}

async fn touch(tx: &PlatformTx, payment: &Model) -> Result<Model> {
    tx.update(payment::ActiveModel { id: Set(payment.id), updated_at: Set(tx.now()), ..Default::default() }).await
}

async fn change(tx: &PlatformTx, payment: &Model, state: State, failure: Option<String>) -> Result<Model> {
    let change = payment::ActiveModel {
        id: Set(payment.id),
        state: Set(state),
        failure: Set(failure),
        updated_at: Set(tx.now()),
        version: Set(payment.version + 1),
        ..Default::default()
    };
    tx.update(change).await
}
