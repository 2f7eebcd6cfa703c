//! Payouts through the payment provider: the ledger says what is to be done, the provider is asked
//! outside any transaction, the ledger is told what came of it.

use crate::Flows;
use kernel::{PayoutId, Problem, Result};
use ledger::{PayoutState, entity::payout::Model as Payout, payout};
use payment::{TransferOrder, TransferOutcome};

/// Payouts asked for per step of the sweep.
const BATCH: u64 = 20;

/// Asks the provider for a payout that was given to it, and writes down what came of it. One that
/// is not at a provider is left as it is.
pub async fn pursue(flows: &Flows, id: PayoutId) -> Result<Payout> {
    let tx = flows.app.platform().await?;
    let payout = ledger::queries::payout(&tx, id).await?;
    tx.commit().await?;
    let awaited = matches!(payout.state, PayoutState::Transferring | PayoutState::Sent);
    match &payout.provider {
        Some(provider) if awaited => ask(flows, provider, &payout).await,
        _ => Ok(payout),
    }
}

/// The sweep: asks for every payout at a provider whose end is not known.
pub async fn pursue_all(flows: Flows) -> Result<u64> {
    let mut ended = 0;
    loop {
        let tx = flows.app.platform().await?;
        let claimed = payout::claim_transfers(&tx, BATCH).await?;
        tx.commit().await?;
        if claimed.is_empty() {
            return Ok(ended);
        }
        for before in claimed {
            let after = pursue(&flows, before.id).await?;
            ended += u64::from(after.state != before.state);
        }
    }
}

async fn ask(flows: &Flows, provider: &str, row: &Payout) -> Result<Payout> {
    let outcome = match payment::work::transfer(&flows.gateways, provider, &order(row)?).await {
        Ok(outcome) => outcome,
        Err(problem) => {
            tracing::warn!(payout = %row.id, %problem, "a provider did not say what became of a payout");
            TransferOutcome::Unknown
        }
    };
    let tx = flows.app.platform().await?;
    let after = match outcome {
        TransferOutcome::Sent { provider_ref, arrived } => payout::transfer_taken(&tx, row.id, row.transfer_attempt, &provider_ref, arrived).await?,
        TransferOutcome::Refused { message } => payout::transfer_refused(&tx, row.id, row.transfer_attempt, &message).await?,
        TransferOutcome::Unknown => payout::transfer_unknown(&tx, row.id, row.transfer_attempt).await?,
    };
    tx.commit().await?;
    Ok(after)
}

fn order(row: &Payout) -> Result<TransferOrder> {
    let given = |text: &Option<String>| text.clone().ok_or_else(|| Problem::internal("a payout at a provider without an account"));
    Ok(TransferOrder {
        payout_id: row.id,
        attempt: row.transfer_attempt,
        amount: row.currency.minor(row.amount_minor),
        bank: given(&row.bank)?,
        account: given(&row.account)?,
        holder: given(&row.holder)?,
    })
}
