//! Submits the refunds that are due.

use super::in_time;
use crate::{Gateways, RefundOutcome, RefundRequest, actions, entity::refund, queries};
use kernel::{Problem, Result};
use platform::App;

/// Refunds claimed at once.
const BATCH: u64 = 20;

/// Submits refunds until none is due; returns how many the provider made. Each bears its own id as
/// key, so that one whose answer was lost is not made twice.
pub async fn submit_refunds(app: &App, gateways: &Gateways) -> Result<u64> {
    let mut made = 0;
    loop {
        let tx = app.platform().await?;
        let claimed = actions::claim_refunds(&tx, BATCH).await?;
        tx.commit().await?;
        if claimed.is_empty() {
            return Ok(made);
        }
        for row in claimed {
            made += u64::from(submit(app, gateways, &row).await?);
        }
    }
}

async fn submit(app: &App, gateways: &Gateways, row: &refund::Model) -> Result<bool> {
    let outcome = ask(app, gateways, row).await;
    let tx = app.platform().await?;
    let made = match outcome {
        Ok(RefundOutcome::Succeeded { provider_ref }) => {
            actions::refund_succeeded(&tx, row.id, &provider_ref).await?;
            true
        }
        Ok(RefundOutcome::Failed { message }) => {
            actions::refund_failed(&tx, row.id, &message, true).await?;
            false
        }
        Ok(RefundOutcome::Pending | RefundOutcome::Unknown) => {
            actions::refund_failed(&tx, row.id, "no final answer yet", false).await?;
            false
        }
        Err(problem) => {
            actions::refund_failed(&tx, row.id, &problem.to_string(), false).await?;
            false
        }
    };
    tx.commit().await?;
    Ok(made)
}

async fn ask(app: &App, gateways: &Gateways, row: &refund::Model) -> Result<RefundOutcome> {
    let tx = app.platform().await?;
    let payment = queries::payment(&tx, row.payment_id).await?;
    tx.commit().await?;
    let provider_ref = payment.provider_ref.ok_or_else(|| Problem::internal("a captured payment without a provider's reference"))?;
    let request = RefundRequest { refund_id: row.id, provider_ref, amount: row.currency.minor(row.amount_minor) };
    in_time(gateways.named(&payment.gateway)?.refund(&request)).await
}
