//! The proof: recomputes every figure from the journal alone and names the first row that is wrong.
//!
//! It reads each shard in steps, so that its memory does not grow with the journal: what it keeps
//! are sums per currency, and, per shard, the trades and open reservations of that shard. It sees
//! one moment: all steps read the same snapshot.

mod checks;
mod shard;
mod totals;

pub use totals::Totals;

use crate::{entity::chain_head, queries};
use kernel::{Currency, Result, TransferId};
use platform::PlatformTx;
use shard::Shard;
use std::collections::BTreeMap;

/// Journal rows read per step.
const STEP: u64 = 5_000;
/// Faults that are listed; all are counted.
const LISTED: usize = 100;

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The journal row at which it shows, if it shows at one.
    pub transfer_id: Option<TransferId>,
    /// What is wrong, in one sentence.
    pub what: String,
}

/// What the journal proves.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    /// Rows of the journal.
    pub transfers: u64,
    /// Trades in it.
    pub trades: u64,
    /// Number of faults.
    pub fault_count: u64,
    /// The first of them.
    pub faults: Vec<Fault>,
    /// Where the money is, per currency.
    pub totals: BTreeMap<Currency, Totals>,
}

impl Proof {
    /// `proof: T transfers, P trades, 0 faults`.
    #[must_use]
    pub fn line(&self) -> String {
        format!("proof: {} transfers, {} trades, {} faults", self.transfers, self.trades, self.fault_count)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.fault_count == 0
    }

    /// Adds a fault that another part of the house found: a payment without an order, say.
    pub fn fault(&mut self, transfer_id: Option<TransferId>, what: impl Into<String>) {
        self.fault_count += 1;
        if self.faults.len() < LISTED {
            self.faults.push(Fault { transfer_id, what: what.into() });
        }
    }
}

/// Proves the whole journal. `tx` must be fresh: the first statement fixes the moment that is seen.
pub async fn prove(tx: &PlatformTx) -> Result<Proof> {
    tx.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", []).await?;
    let mut proof = Proof::default();
    for head in chain_head::all(tx).await? {
        prove_shard(tx, &mut proof, &head).await?;
    }
    checks::unknown_shards(tx, &mut proof).await?;
    checks::repeated_keys(tx, &mut proof).await?;
    checks::payouts(tx, &mut proof).await?;
    checks::settlements(tx, &mut proof).await?;
    let unequal: Vec<String> =
        proof.totals.iter().filter_map(|(currency, totals)| totals.difference().map(|by| format!("{currency}: {by}"))).collect();
    for what in unequal {
        proof.fault(None, format!("captured and what became of it differ, {what}"));
    }
    Ok(proof)
}

async fn prove_shard(tx: &PlatformTx, proof: &mut Proof, head: &chain_head::Model) -> Result<()> {
    let mut shard = Shard::new(head.shard);
    loop {
        let rows = queries::chain_after(tx, head.shard, shard.seq(), STEP).await?;
        if rows.is_empty() {
            break;
        }
        for row in &rows {
            shard.take(proof, row);
        }
    }
    shard.finish(proof, head);
    Ok(())
}
