//! A captured payment becomes trades with their money in escrow, in one transaction of the
//! platform's part. Who captures tells it by an event; the first to come does the work, at once
//! where it can, and a sweep looks for what everyone forgot.

use crate::Flows;
use kernel::{PaymentId, Problem, Result};
use payment::{PaymentState, entity::payment::locked, queries};
use trade::TradeDraft;

/// Captured payments looked at per sweep.
const BATCH: u64 = 100;

/// Opens the trades of a captured payment and puts their money in escrow; does nothing the second time.
pub async fn complete(flows: &Flows, id: PaymentId) -> Result<()> {
    let tx = flows.app.platform().await?;
    let payment = locked(&tx, id).await?;
    if payment.state != PaymentState::Captured || payment.completed_at.is_some() {
        return Ok(());
    }
    let drafts: Vec<TradeDraft> = serde_json::from_value(payment.draft.clone()).map_err(Problem::internal)?;
    for draft in &drafts {
        trade::actions::open(&tx, draft).await?;
        let trade = trade::queries::trade(&tx, draft.trade_id).await?.ok_or_else(Problem::not_found)?;
        ledger::moves::hold(&tx, id, trade.id, trade.currency.minor(trade.paid_minor)).await?;
    }
    payment::actions::completed(&tx, id).await?;
    tx.commit().await
}

/// Completes the captured payments whose trades were not opened.
pub async fn complete_forgotten(flows: Flows) -> Result<u64> {
    let tx = flows.app.platform().await?;
    let forgotten = queries::incomplete(&tx, tx.now(), BATCH).await?;
    drop(tx);
    let mut done = 0;
    for payment in forgotten {
        match complete(&flows, payment.id).await {
            Ok(()) => done += 1,
            Err(problem) => tracing::error!(payment = %payment.id, %problem, "a captured payment could not be completed"),
        }
    }
    Ok(done)
}
