//! A payer pays.

use super::in_time;
use crate::{
    Gateways, Intent, Outcome, PayRequest, actions, codes,
    entity::payment::{Model, State},
    queries, rules,
};
use kernel::{PaymentId, Result, code};
use platform::App;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// What a payer is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PayAnswer {
    /// `captured`, `pending`, `challenge` or `failed`.
    #[schema(example = "captured")]
    pub state: PayState,
    /// Where the payer has to go first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub challenge_url: Option<String>,
    /// Why it was refused: a short stable word (`card_declined`).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
}

/// How far a payment has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PayState {
    /// The money is there.
    Captured,
    /// The provider will tell.
    Pending,
    /// The payer has to take a step first.
    Challenge,
    /// Refused; another attempt may be made.
    Failed,
}

impl PayAnswer {
    fn of(state: PayState) -> Self {
        Self { state, challenge_url: None, failure: None }
    }
}

/// Makes a payment known to its provider and returns what the shop's page needs. Repeated, it
/// gives the same. Error: the provider cannot be reached.
pub async fn start(app: &App, gateways: &Gateways, id: PaymentId) -> Result<Value> {
    let tx = app.platform().await?;
    let payment = queries::payment(&tx, id).await?;
    tx.commit().await?;
    Ok(begin(app, gateways, &payment).await?.1)
}

async fn begin(app: &App, gateways: &Gateways, payment: &Model) -> Result<(Model, Value)> {
    let intent = Intent { payment_id: payment.id, order_id: payment.order_id, order_number: payment.order_number.clone(), amount: payment.amount() };
    let started = in_time(gateways.named(&payment.gateway)?.start(&intent)).await?;
    let tx = app.platform().await?;
    let payment = actions::started(&tx, payment.id, &started.provider_ref).await?;
    tx.commit().await?;
    Ok((payment, started.client))
}

/// Tries to pay with an instrument in the provider's shape. What got no answer is `pending`; the
/// truth is found by [`super::reconcile`]. Errors: the payment is finished; its time has run out.
pub async fn pay(app: &App, gateways: &Gateways, id: PaymentId, instrument: Value, return_url: String) -> Result<PayAnswer> {
    let tx = app.platform().await?;
    let mut payment = queries::payment(&tx, id).await?;
    tx.commit().await?;
    if payment.state == State::Captured {
        return Ok(PayAnswer::of(PayState::Captured));
    }
    if !rules::payable(payment.state) {
        return Err(codes::NOT_PAYABLE.into());
    }
    if payment.expires_at <= app.now() {
        return Err(codes::EXPIRED.into());
    }
    if payment.provider_ref.is_none() {
        payment = begin(app, gateways, &payment).await?.0;
    }
    let provider_ref = payment.provider_ref.clone().unwrap_or_default();
    let request = PayRequest { payment_id: id, provider_ref, instrument, return_url };
    // From here on the provider may act, so an attempt counts as under way before it is made.
    let tx = app.platform().await?;
    actions::pending(&tx, id).await?;
    tx.commit().await?;
    let outcome = match in_time(gateways.named(&payment.gateway)?.pay(&request)).await {
        Err(problem) if problem.code == code::UNAVAILABLE => {
            tracing::warn!(payment = %id, %problem, "the outcome of a payment is not known yet");
            Outcome::Unknown
        }
        Err(problem) => {
            let tx = app.platform().await?;
            actions::untried(&tx, id, payment.state).await?;
            tx.commit().await?;
            return Err(problem);
        }
        Ok(outcome) => outcome,
    };
    record(app, id, outcome).await
}

async fn record(app: &App, id: PaymentId, outcome: Outcome) -> Result<PayAnswer> {
    let tx = app.platform().await?;
    let answer = match outcome {
        Outcome::Captured { amount } => match actions::captured(&tx, id, amount.minor, amount.currency, tx.now()).await? {
            actions::CaptureOutcome::Now(_) | actions::CaptureOutcome::Already(_) => PayAnswer::of(PayState::Captured),
            // The operator decides; until then the payer is told that it takes longer.
            actions::CaptureOutcome::Held(_) => PayAnswer::of(PayState::Pending),
        },
        Outcome::Pending | Outcome::Unknown => PayAnswer::of(PayState::Pending),
        Outcome::Challenge { url } => PayAnswer { challenge_url: Some(url), ..PayAnswer::of(PayState::Challenge) },
        Outcome::Declined { code, message } => {
            tracing::info!(payment = %id, code, message, "a payment was declined");
            actions::failed(&tx, id, &code).await?;
            PayAnswer { failure: Some(code), ..PayAnswer::of(PayState::Failed) }
        }
    };
    tx.commit().await?;
    Ok(answer)
}
