//! What single rows cannot show: keys that repeat, rows outside every chain, and payouts and
//! settlements that disagree with the journal.

use super::Proof;
use crate::queries;
use kernel::Result;
use platform::PlatformTx;

pub(super) async fn unknown_shards(tx: &PlatformTx, proof: &mut Proof) -> Result<()> {
    for row in queries::rows_without_shard(tx).await? {
        proof.fault(Some(row.id), format!("{}: it lies outside every chain", row.what));
    }
    Ok(())
}

pub(super) async fn repeated_keys(tx: &PlatformTx, proof: &mut Proof) -> Result<()> {
    for row in queries::repeated_keys(tx).await? {
        proof.fault(Some(row.id), format!("{}: the key occurs more than once", row.what));
    }
    Ok(())
}

pub(super) async fn payouts(tx: &PlatformTx, proof: &mut Proof) -> Result<()> {
    for row in queries::payouts_unlike_journal(tx).await? {
        proof.fault(Some(row.id), format!("payout {}: its state or amount is not what the journal says", row.what));
    }
    Ok(())
}

pub(super) async fn settlements(tx: &PlatformTx, proof: &mut Proof) -> Result<()> {
    for number in queries::settlements_unlike_lines(tx).await? {
        proof.fault(None, format!("settlement {number}: its sums are not those of its lines"));
    }
    Ok(())
}
