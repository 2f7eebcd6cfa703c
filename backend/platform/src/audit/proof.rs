//! The proof of the audit log: walks every chain and names the rows that are wrong. It reads in
//! steps, so that its memory does not grow with the log, and sees one moment.

use super::chain::{self, GENESIS, Row};
use crate::scope::PlatformTx;
use kernel::{AuditEntryId, Result};
use sea_orm::FromQueryResult;

/// Rows read per step.
const STEP: i64 = 5_000;
/// Faults that are listed; all are counted.
const LISTED: usize = 100;

const HEADS: &str = "SELECT shard, seq, hash FROM audit_head ORDER BY shard";
const ROWS: &str = "SELECT id, shard, seq, at, action, actor_kind, account_id, acting_for, role, via, company_id, object_kind, object_id,
    object_label, changes, reason, address, agent, trace_id, event_id, prev_hash, hash
    FROM audit_entry WHERE shard = $1 AND seq > $2 ORDER BY seq LIMIT $3";
const OUTSIDE: &str = "SELECT id FROM audit_entry WHERE shard NOT IN (SELECT shard FROM audit_head) ORDER BY id LIMIT 100";

/// Something that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The entry at which it shows, if it shows at one.
    pub entry: Option<AuditEntryId>,
    /// What is wrong, in one sentence.
    pub what: String,
}

/// What the chains prove.
#[derive(Clone, Debug, Default)]
pub struct Proof {
    /// Entries of the log.
    pub entries: u64,
    /// Number of faults.
    pub fault_count: u64,
    /// The first of them.
    pub faults: Vec<Fault>,
}

impl Proof {
    /// `audit log: E entries, 0 faults`.
    #[must_use]
    pub fn line(&self) -> String {
        format!("audit log: {} entries, {} faults", self.entries, self.fault_count)
    }

    /// Whether nothing is wrong.
    #[must_use]
    pub const fn holds(&self) -> bool {
        self.fault_count == 0
    }

    fn fault(&mut self, entry: Option<AuditEntryId>, what: impl Into<String>) {
        self.fault_count += 1;
        if self.faults.len() < LISTED {
            self.faults.push(Fault { entry, what: what.into() });
        }
    }
}

#[derive(FromQueryResult)]
struct Head {
    shard: i16,
    seq: i64,
    hash: Vec<u8>,
}

#[derive(FromQueryResult)]
struct Outside {
    id: AuditEntryId,
}

/// Proves the whole log. `tx` must be fresh: the first statement fixes the moment that is seen.
pub async fn prove(tx: &PlatformTx) -> Result<Proof> {
    tx.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", []).await?;
    let mut proof = Proof::default();
    for head in tx.rows::<Head>(HEADS, []).await? {
        walk(tx, &mut proof, &head).await?;
    }
    for row in tx.rows::<Outside>(OUTSIDE, []).await? {
        proof.fault(Some(row.id), "it lies outside every chain");
    }
    Ok(proof)
}

async fn walk(tx: &PlatformTx, proof: &mut Proof, head: &Head) -> Result<()> {
    let (mut seq, mut hash) = (0, GENESIS.to_vec());
    loop {
        let rows: Vec<Row> = tx.rows(ROWS, [head.shard.into(), seq.into(), STEP.into()]).await?;
        if rows.is_empty() {
            break;
        }
        for row in rows {
            proof.entries += 1;
            if row.seq != seq + 1 {
                proof.fault(Some(row.id), format!("chain {}: rows {} to {} are missing", head.shard, seq + 1, row.seq - 1));
            } else if row.prev_hash != hash {
                proof.fault(Some(row.id), format!("chain {}: it does not follow the row before it", head.shard));
            }
            if chain::hash(&row.prev_hash, &row) != row.hash {
                proof.fault(Some(row.id), format!("chain {}: it was altered", head.shard));
            }
            seq = row.seq;
            hash = row.hash;
        }
    }
    if (seq, &hash) != (head.seq, &head.hash) {
        proof.fault(None, format!("chain {}: it ends at row {seq}, but {} were written", head.shard, head.seq));
    }
    Ok(())
}
