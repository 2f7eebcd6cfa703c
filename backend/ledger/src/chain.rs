//! The hash chain. Each shard of the journal is a chain: a row's hash covers the hash before it
//! and every field of the row, so that an altered, missing or inserted row shows.

use crate::{entity::transfer, entry::TransferKind};
use kernel::{PaymentId, PayoutId, TradeId};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Number of shards; as many rows as `chain_head` has.
pub const SHARDS: i16 = 64;
/// The hash before a shard's first row.
pub const GENESIS: [u8; 32] = [0; 32];
/// Version of the canonical form.
const FORM: u8 = 1;

/// The shard of a move: all moves of one trade, and all of one payout, follow one another in one
/// shard, so that their order is beyond doubt and two writers of one trade wait for each other.
#[must_use]
pub fn shard_of(trade: Option<TradeId>, payout: Option<PayoutId>, payment: Option<PaymentId>, key: &str) -> i16 {
    let of = trade.map(TradeId::uuid).or_else(|| payout.map(PayoutId::uuid)).or_else(|| payment.map(PaymentId::uuid));
    let hash = of.map_or_else(|| fnv(key.as_bytes()), |id| fnv(id.as_bytes()));
    i16::try_from(hash % u64::from(SHARDS.unsigned_abs())).unwrap_or(0)
}

/// FNV-1a: fixed by its definition, so that a shard is the same on every machine and for ever.
fn fnv(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The hash of a row that follows `previous`.
#[must_use]
pub fn hash(previous: &[u8], row: &transfer::Model) -> [u8; 32] {
    let mut sha = Sha256::new();
    sha.update(previous);
    sha.update(canonical(row));
    sha.finalize().into()
}

/// Every field but the hashes: fixed order, lengths before texts, big-endian numbers, a byte
/// before each optional field. No two different rows have the same canonical form.
fn canonical(row: &transfer::Model) -> Vec<u8> {
    let mut out = Vec::with_capacity(256);
    out.push(FORM);
    out.extend(row.id.uuid().as_bytes());
    out.extend(row.shard.to_be_bytes());
    out.extend(row.seq.to_be_bytes());
    text(&mut out, &row.key);
    out.push(match row.kind {
        TransferKind::Posted => 1,
        TransferKind::Pending => 2,
        TransferKind::Post => 3,
        TransferKind::Void => 4,
    });
    optional(&mut out, row.pending_id.map(|id| id.uuid()));
    out.extend(row.debit_id.as_bytes());
    out.extend(row.credit_id.as_bytes());
    text(&mut out, row.currency.as_str());
    out.extend(row.amount_minor.to_be_bytes());
    optional(&mut out, row.trade_id.map(TradeId::uuid));
    optional(&mut out, row.payment_id.map(PaymentId::uuid));
    optional(&mut out, row.payout_id.map(PayoutId::uuid));
    text(&mut out, &row.reason);
    out.extend(row.at.timestamp_micros().to_be_bytes());
    out
}

fn text(out: &mut Vec<u8>, value: &str) {
    out.extend(u64::try_from(value.len()).unwrap_or(u64::MAX).to_be_bytes());
    out.extend(value.as_bytes());
}

fn optional(out: &mut Vec<u8>, id: Option<Uuid>) {
    match id {
        None => out.push(0),
        Some(id) => {
            out.push(1);
            out.extend(id.as_bytes());
        }
    }
}
