//! One chain of the journal, read row by row.

use super::{Proof, totals::Totals};
use crate::{account::Account, chain, entity::chain_head, entry::TransferKind, queries::ChainRow};
use kernel::{Currency, TradeId, TransferId};
use std::collections::HashMap;

/// A reservation that is not ended yet.
struct Reserved {
    debit: Account,
    credit: Account,
    currency: Currency,
    minor: i64,
}

/// What a trade's escrow holds.
#[derive(Default)]
struct Escrow {
    held: i64,
    reserved: i64,
    totals: Totals,
}

/// The state of the walk along one chain.
pub(super) struct Shard {
    number: i16,
    seq: i64,
    hash: Vec<u8>,
    trades: HashMap<(TradeId, Currency), Escrow>,
    open: HashMap<TransferId, Reserved>,
}

impl Shard {
    pub(super) fn new(number: i16) -> Self {
        Self { number, seq: 0, hash: chain::GENESIS.to_vec(), trades: HashMap::new(), open: HashMap::new() }
    }

    /// The number of the last row that was taken.
    pub(super) const fn seq(&self) -> i64 {
        self.seq
    }

    pub(super) fn take(&mut self, proof: &mut Proof, read: &ChainRow) {
        let row = &read.row;
        proof.transfers += 1;
        let mut wrong = |what: String| proof.fault(Some(row.id), what);
        if row.seq != self.seq + 1 {
            wrong(format!("row {} of shard {} follows row {}", row.seq, self.number, self.seq));
        }
        if row.prev_hash != self.hash {
            wrong(format!("row {} of shard {} does not continue the chain", row.seq, self.number));
        }
        if chain::hash(&row.prev_hash, row).as_slice() != row.hash.as_slice() {
            wrong(format!("row {} of shard {} was altered", row.seq, self.number));
        }
        if row.shard != chain::shard_of(row.trade_id, row.payout_id, row.payment_id, &row.key) {
            wrong(format!("row {} lies in shard {}, where it does not belong", row.key, self.number));
        }
        self.seq = row.seq;
        self.hash.clone_from(&row.hash);
        match (read.debit(), read.credit()) {
            (Some(debit), Some(credit)) => self.moved(proof, read, debit, credit),
            _ => proof.fault(Some(row.id), "an account is not what its id says".to_owned()),
        }
    }

    /// The amounts, once the row itself is known to be whole.
    fn moved(&mut self, proof: &mut Proof, read: &ChainRow, debit: Account, credit: Account) {
        let row = &read.row;
        let mut wrong = |what: &str| proof.fault(Some(row.id), format!("{}: {what}", row.key));
        if debit == credit || row.amount_minor < 0 || (row.amount_minor == 0 && row.kind != TransferKind::Void) {
            wrong("it moves nothing");
        }
        for account in [debit, credit] {
            if let Account::Escrow(trade) = account
                && row.trade_id != Some(trade)
            {
                wrong("it touches the escrow of another trade");
            }
        }
        let ended = row.pending_id.map(|id| self.open.remove(&id));
        match (row.kind, &ended) {
            (TransferKind::Posted, None) => {}
            (TransferKind::Pending, None) => {
                self.open.insert(row.id, Reserved { debit, credit, currency: row.currency, minor: row.amount_minor });
            }
            (TransferKind::Post | TransferKind::Void, Some(Some(pending))) => {
                let fits =
                    pending.debit == debit && pending.credit == credit && pending.currency == row.currency && row.amount_minor <= pending.minor;
                if !fits {
                    wrong("it does not fit what was reserved");
                }
            }
            (TransferKind::Post | TransferKind::Void, Some(None)) => wrong("it ends what is not reserved, or was ended before"),
            _ => wrong("its kind and what it ends do not fit"),
        }
        let freed = ended.flatten().map_or(0, |pending| pending.minor);
        let posted = matches!(row.kind, TransferKind::Posted | TransferKind::Post);
        if posted {
            proof.totals.entry(row.currency).or_default().count(debit, credit, row.amount_minor);
        }
        let Some(trade) = row.trade_id else { return };
        let escrow = self.trades.entry((trade, row.currency)).or_default();
        let own = Account::Escrow(trade);
        if posted {
            escrow.totals.count(debit, credit, row.amount_minor);
        }
        if credit == own && posted {
            escrow.held += row.amount_minor;
        }
        if debit == own {
            escrow.reserved -= freed;
            if posted {
                escrow.held -= row.amount_minor;
            }
            if row.kind == TransferKind::Pending {
                escrow.reserved += row.amount_minor;
            }
        }
        if escrow.held < escrow.reserved || escrow.held < 0 {
            proof.fault(Some(row.id), format!("{}: the escrow of {trade} falls below zero", row.key));
        }
    }

    pub(super) fn finish(self, proof: &mut Proof, head: &chain_head::Model) {
        if self.seq != head.seq || self.hash != head.hash {
            proof.fault(None, format!("shard {} ends at row {}, its head says {}", self.number, self.seq, head.seq));
        }
        let trades: std::collections::HashSet<TradeId> = self.trades.keys().map(|(trade, _)| *trade).collect();
        proof.trades += u64::try_from(trades.len()).unwrap_or(u64::MAX);
        for ((trade, currency), escrow) in &self.trades {
            if let Some(by) = escrow.totals.difference() {
                proof.fault(None, format!("{trade}: captured and what became of it differ by {by} {currency}"));
            }
            if i128::from(escrow.held) != escrow.totals.escrow {
                proof.fault(None, format!("{trade}: its escrow holds {} {currency}, its moves say {}", escrow.held, escrow.totals.escrow));
            }
        }
    }
}
