//! Finds the truth about payments whose outcome is not known: the provider's records have it.

use super::in_time;
use crate::{ChargeState, Gateways, ProviderState, actions, entity::payment::Model, queries};
use chrono::Duration;
use kernel::Result;
use platform::App;

/// How long a payment may be silent before the provider is asked.
const SILENCE_S: i64 = 60;
/// Payments asked for per run.
const BATCH: u64 = 50;

/// Asks the provider about every payment that has been silent for a minute; gives up at the
/// provider what can no longer be paid. Returns how many changed. One that the provider does not
/// answer for is asked for again in the next run.
pub async fn reconcile(app: &App, gateways: &Gateways) -> Result<u64> {
    let tx = app.platform().await?;
    let open = queries::open(&tx, tx.now() - Duration::seconds(SILENCE_S), BATCH).await?;
    tx.commit().await?;
    let mut changed = 0;
    for payment in open {
        match refresh(app, gateways, &payment).await {
            Ok(after) => changed += u64::from(after.state != payment.state),
            Err(problem) => tracing::warn!(payment = %payment.id, %problem, "a payment could not be looked up"),
        }
    }
    Ok(changed)
}

/// Asks the provider about one payment and writes down what it says.
pub async fn refresh(app: &App, gateways: &Gateways, payment: &Model) -> Result<Model> {
    let over = payment.expires_at <= app.now();
    let Some(provider_ref) = payment.provider_ref.as_deref() else {
        // Nobody could pay what the provider has never heard of.
        let tx = app.platform().await?;
        let payment = if over { actions::cancel(&tx, payment.id).await? } else { actions::touched(&tx, payment.id).await? };
        tx.commit().await?;
        return Ok(payment);
    };
    let gateway = gateways.named(&payment.gateway)?;
    let mut found = in_time(gateway.look_up(provider_ref)).await?;
    if over && !matches!(found.state, ChargeState::Captured | ChargeState::Cancelled) {
        found = in_time(gateway.cancel(provider_ref)).await?;
    }
    apply(app, payment, &found).await
}

async fn apply(app: &App, payment: &Model, found: &ProviderState) -> Result<Model> {
    let tx = app.platform().await?;
    let id = payment.id;
    let payment = match found.state {
        ChargeState::Captured => match actions::captured(&tx, id, found.captured_minor, found.currency, tx.now()).await? {
            actions::CaptureOutcome::Now(row) | actions::CaptureOutcome::Already(row) | actions::CaptureOutcome::Held(row) => row,
        },
        ChargeState::Declined => actions::failed(&tx, id, found.failure.as_deref().unwrap_or("card_declined")).await?,
        ChargeState::Cancelled => actions::cancel(&tx, id).await?,
        ChargeState::Open | ChargeState::Processing => actions::touched(&tx, id).await?,
    };
    tx.commit().await?;
    Ok(payment)
}
