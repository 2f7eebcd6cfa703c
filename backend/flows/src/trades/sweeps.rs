//! Silence of a buyer: a warning first, then the confirmation by itself.

use super::{Step, step};
use crate::Flows;
use kernel::{Actor, Result};

/// Trades looked at per run.
const BATCH: u64 = 200;

/// Confirms the trades whose deadline has passed. One that cannot be confirmed does not stop the others.
pub async fn confirm_silent(flows: Flows) -> Result<u64> {
    let tx = flows.app.platform().await?;
    let due = trade::queries::due_confirmations(&tx, tx.now(), BATCH).await?;
    drop(tx);
    let mut done = 0;
    for id in due {
        let tx = flows.app.platform().await?;
        match step(&tx, id, Actor::SYSTEM, Step::Confirm).await {
            Ok(_) => {
                tx.commit().await?;
                done += 1;
            }
            Err(problem) => tracing::warn!(%id, %problem, "a trade could not be confirmed by itself"),
        }
    }
    Ok(done)
}

/// Warns the buyers whose silence is about to release the money.
pub async fn warn_silent(flows: Flows) -> Result<u64> {
    let tx = flows.app.platform().await?;
    let due = trade::queries::due_warnings(&tx, tx.now(), BATCH).await?;
    let mut done = 0;
    for id in due {
        crate::reactions::mails::confirm_warning(&flows, &tx, id).await?;
        trade::actions::warn_confirmation(&tx, id).await?;
        done += 1;
    }
    tx.commit().await?;
    Ok(done)
}
