//! Appends entries to the journal: each exactly once by its key, each at the end of its chain.

use crate::{
    account::Account,
    chain, codes,
    entity::{chain_head, ledger_account, transfer},
    entry::{Entry, TransferKind},
};
use kernel::{Currency, Problem, Result, TransferId};
use platform::PlatformTx;
use sea_orm::{ActiveModelTrait, ActiveValue::Set, IntoActiveModel};
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

/// Rows per statement; a statement takes 65,535 values at most.
const INSERTED_AT_ONCE: usize = 1_000;

/// Appends the entries in their order and returns their ids. An entry whose key stands already
/// with the same content is skipped. Errors: the same key with other content; the pending entry
/// does not exist or was ended; an amount of zero; two currencies or one account in one entry.
pub async fn post(tx: &PlatformTx, entries: &[Entry]) -> Result<Vec<TransferId>> {
    if entries.is_empty() {
        return Ok(Vec::new());
    }
    entries.iter().try_for_each(sound)?;
    let shards: BTreeSet<i16> = entries.iter().map(shard).collect();
    let mut heads: BTreeMap<i16, chain_head::Model> = chain_head::lock(tx, shards).await?.into_iter().map(|head| (head.shard, head)).collect();
    let mut journal = Journal::load(tx, entries).await?;
    let mut ids = Vec::with_capacity(entries.len());
    let mut rows = Vec::new();
    for entry in entries {
        if let Some(row) = journal.known.get(&entry.key) {
            ids.push(repeated(entry, row)?);
            continue;
        }
        let head = heads.get_mut(&shard(entry)).ok_or_else(|| Problem::internal("the journal has no such shard"))?;
        let row = append(tx, entry, journal.pending_of(entry)?, head);
        ids.push(row.id);
        journal.known.insert(row.key.clone(), row.clone());
        rows.push(row);
    }
    write(tx, entries, heads, rows).await?;
    Ok(ids)
}

fn shard(entry: &Entry) -> i16 {
    chain::shard_of(entry.trade_id, entry.payout_id, entry.payment_id, &entry.key)
}

fn sound(entry: &Entry) -> Result<()> {
    if entry.amount.minor > 0 && entry.debit != entry.credit {
        Ok(())
    } else {
        Err(Problem::internal(format!("an entry that moves nothing: {}", entry.key)))
    }
}

/// The journal rows that the entries repeat or end.
struct Journal {
    known: HashMap<String, transfer::Model>,
    ended: HashSet<TransferId>,
}

impl Journal {
    async fn load(tx: &PlatformTx, entries: &[Entry]) -> Result<Self> {
        let keys = entries.iter().flat_map(|entry| std::iter::once(entry.key.as_str()).chain(entry.kind.ends()));
        let known: HashMap<String, transfer::Model> = transfer::by_keys(tx, keys).await?.into_iter().map(|row| (row.key.clone(), row)).collect();
        let pending: Vec<TransferId> = entries.iter().filter_map(|entry| known.get(entry.kind.ends()?)).map(|row| row.id).collect();
        let ended = transfer::ends_of(tx, &pending).await?.into_iter().filter_map(|row| row.pending_id).collect();
        Ok(Self { known, ended })
    }

    /// The pending row that the entry ends, if it ends one; from now on it counts as ended.
    fn pending_of(&mut self, entry: &Entry) -> Result<Option<TransferId>> {
        let Some(of) = entry.kind.ends() else { return Ok(None) };
        let gone = || Problem::new(codes::PENDING_GONE).detail(of.to_owned());
        let pending = self.known.get(of).filter(|row| row.kind == TransferKind::Pending).ok_or_else(gone)?;
        let currency = entry.amount.currency;
        let fits = pending.debit_id == entry.debit.id(currency)
            && pending.credit_id == entry.credit.id(currency)
            && entry.amount.minor <= pending.amount_minor;
        if !fits {
            return Err(Problem::internal(format!("{} does not fit {of}", entry.key)));
        }
        if self.ended.insert(pending.id) { Ok(Some(pending.id)) } else { Err(gone()) }
    }
}

/// The id of the row that an entry repeats. Error: the row has other content.
fn repeated(entry: &Entry, row: &transfer::Model) -> Result<TransferId> {
    let currency = entry.amount.currency;
    let same = row.kind == entry.kind.transfer_kind()
        && row.currency == currency
        && row.amount_minor == entry.amount.minor
        && row.debit_id == entry.debit.id(currency)
        && row.credit_id == entry.credit.id(currency)
        && row.trade_id == entry.trade_id
        && row.payment_id == entry.payment_id
        && row.payout_id == entry.payout_id;
    if same { Ok(row.id) } else { Err(Problem::new(codes::KEY_CONFLICT).detail(entry.key.clone())) }
}

fn append(tx: &PlatformTx, entry: &Entry, pending_id: Option<TransferId>, head: &mut chain_head::Model) -> transfer::Model {
    let currency = entry.amount.currency;
    let mut row = transfer::Model {
        id: TransferId::new(),
        shard: head.shard,
        seq: head.seq + 1,
        key: entry.key.clone(),
        kind: entry.kind.transfer_kind(),
        pending_id,
        debit_id: entry.debit.id(currency),
        credit_id: entry.credit.id(currency),
        currency,
        amount_minor: entry.amount.minor,
        trade_id: entry.trade_id,
        payment_id: entry.payment_id,
        payout_id: entry.payout_id,
        reason: entry.reason.clone(),
        at: tx.now(),
        prev_hash: head.hash.clone(),
        hash: Vec::new(),
    };
    row.hash = chain::hash(&head.hash, &row).to_vec();
    head.seq = row.seq;
    head.hash.clone_from(&row.hash);
    row
}

async fn write(tx: &PlatformTx, entries: &[Entry], heads: BTreeMap<i16, chain_head::Model>, rows: Vec<transfer::Model>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let touched: BTreeSet<i16> = rows.iter().map(|row| row.shard).collect();
    let used: BTreeSet<(Account, Currency)> =
        entries.iter().flat_map(|entry| [(entry.debit, entry.amount.currency), (entry.credit, entry.amount.currency)]).collect();
    ledger_account::ensure(tx, &used).await?;
    for chunk in rows.chunks(INSERTED_AT_ONCE) {
        tx.insert_many(chunk.iter().cloned().map(|row| row.into_active_model().reset_all()).collect()).await?;
    }
    for head in heads.into_values().filter(|head| touched.contains(&head.shard)) {
        let end = chain_head::ActiveModel { shard: Set(head.shard), seq: Set(head.seq), hash: Set(head.hash) };
        tx.update(end).await?;
    }
    Ok(())
}
