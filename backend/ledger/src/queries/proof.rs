//! What the proof reads.

use crate::{account::Account, entity::transfer};
use kernel::{Currency, PaymentId, PayoutId, Result, TradeId, TransferId};
use platform::PlatformTx;
use sea_orm::FromQueryResult;
use uuid::Uuid;

/// A journal row with the codes of its accounts.
#[derive(Clone, Debug)]
pub struct ChainRow {
    /// The row.
    pub row: transfer::Model,
    debit_code: String,
    credit_code: String,
}

impl ChainRow {
    /// The account debited; `None` if its row does not bear the code that its id is made from.
    #[must_use]
    pub fn debit(&self) -> Option<Account> {
        known(&self.debit_code, self.row.debit_id, self.row.currency)
    }

    /// The account credited, likewise.
    #[must_use]
    pub fn credit(&self) -> Option<Account> {
        known(&self.credit_code, self.row.credit_id, self.row.currency)
    }
}

fn known(code: &str, id: Uuid, currency: Currency) -> Option<Account> {
    Account::parse(code).filter(|(account, of)| *of == currency && account.id(currency) == id).map(|(account, _)| account)
}

#[derive(FromQueryResult)]
struct Row {
    id: TransferId,
    shard: i16,
    seq: i64,
    key: String,
    kind: crate::entry::TransferKind,
    pending_id: Option<TransferId>,
    debit_id: Uuid,
    credit_id: Uuid,
    currency: Currency,
    amount_minor: i64,
    trade_id: Option<TradeId>,
    payment_id: Option<PaymentId>,
    payout_id: Option<PayoutId>,
    reason: String,
    at: chrono::DateTime<chrono::Utc>,
    prev_hash: Vec<u8>,
    hash: Vec<u8>,
    debit_code: String,
    credit_code: String,
}

/// Up to `limit` rows of a shard that follow row `seq`, in their order.
pub async fn chain_after(tx: &PlatformTx, shard: i16, seq: i64, limit: u64) -> Result<Vec<ChainRow>> {
    let sql = "SELECT t.id, t.shard, t.seq, t.key, t.kind, t.pending_id, t.debit_id, t.credit_id, t.currency, t.amount_minor, t.trade_id,
                      t.payment_id, t.payout_id, t.reason, t.at, t.prev_hash, t.hash, coalesce(d.code, '') AS debit_code, coalesce(c.code, '') AS credit_code
                 FROM transfer t LEFT JOIN ledger_account d ON d.id = t.debit_id LEFT JOIN ledger_account c ON c.id = t.credit_id
                WHERE t.shard = $1 AND t.seq > $2 ORDER BY t.seq LIMIT $3";
    let rows: Vec<Row> = tx.rows(sql, [shard.into(), seq.into(), i64::try_from(limit).unwrap_or(i64::MAX).into()]).await?;
    Ok(rows.into_iter().map(ChainRow::from).collect())
}

impl From<Row> for ChainRow {
    fn from(row: Row) -> Self {
        let Row { id, shard, seq, key, kind, pending_id, debit_id, credit_id, currency, amount_minor, trade_id, .. } = row;
        let Row { payment_id, payout_id, reason, at, prev_hash, hash, debit_code, credit_code, .. } = row;
        let row = transfer::Model {
            id,
            shard,
            seq,
            key,
            kind,
            pending_id,
            debit_id,
            credit_id,
            currency,
            amount_minor,
            trade_id,
            payment_id,
            payout_id,
            reason,
            at,
            prev_hash,
            hash,
        };
        Self { row, debit_code, credit_code }
    }
}

/// A row that is wrong, and what it is called.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Odd {
    /// The journal row.
    pub id: TransferId,
    /// Its key, or the number of its payout.
    pub what: String,
}

/// Rows that lie in no chain.
pub async fn rows_without_shard(tx: &PlatformTx) -> Result<Vec<Odd>> {
    tx.rows("SELECT t.id, t.key AS what FROM transfer t WHERE NOT EXISTS (SELECT 1 FROM chain_head h WHERE h.shard = t.shard) LIMIT 100", []).await
}

/// Keys that occur more than once.
pub async fn repeated_keys(tx: &PlatformTx) -> Result<Vec<Odd>> {
    tx.rows("SELECT (array_agg(id ORDER BY seq))[2] AS id, key AS what FROM transfer GROUP BY key HAVING count(*) > 1 LIMIT 100", []).await
}

/// Payouts whose state or amount the journal does not bear out: a pending or sent one is reserved,
/// a paid one posted in full, a returned one void or moved back; what a provider paid was taken
/// from what it owes, and nothing else was.
pub async fn payouts_unlike_journal(tx: &PlatformTx) -> Result<Vec<Odd>> {
    let sql = "SELECT p.transfer_id AS id, p.number AS what FROM payout p
                 LEFT JOIN transfer t ON t.id = p.transfer_id AND t.kind = 'pending' AND t.payout_id = p.id
                 LEFT JOIN transfer e ON e.pending_id = p.transfer_id
                 LEFT JOIN transfer b ON b.payout_id = p.id AND b.kind = 'posted' AND b.credit_id = t.debit_id
                 LEFT JOIN (SELECT x.payout_id, sum(CASE d.kind WHEN 'bank' THEN x.amount_minor ELSE -x.amount_minor END) AS minor
                              FROM transfer x JOIN ledger_account d ON d.id = x.debit_id JOIN ledger_account c ON c.id = x.credit_id
                             WHERE x.payout_id IS NOT NULL AND x.kind = 'posted' AND 'gateway_clearing' IN (d.kind, c.kind)
                             GROUP BY x.payout_id) g ON g.payout_id = p.id
                WHERE t.amount_minor IS DISTINCT FROM p.amount_minor
                   OR CASE p.state
                        WHEN 'paid' THEN e.kind IS DISTINCT FROM 'post' OR e.amount_minor <> p.amount_minor OR b.id IS NOT NULL
                        WHEN 'returned' THEN NOT coalesce(e.kind = 'void' OR (e.kind = 'post' AND b.amount_minor = p.amount_minor), false)
                        ELSE e.id IS NOT NULL OR b.id IS NOT NULL END
                   OR coalesce(g.minor, 0) <> CASE WHEN p.state = 'paid' AND p.provider IS NOT NULL THEN p.amount_minor ELSE 0 END
                LIMIT 100";
    tx.rows(sql, []).await
}

#[derive(FromQueryResult)]
struct Number {
    number: String,
}

/// Settlements whose sums are not those of their lines.
pub async fn settlements_unlike_lines(tx: &PlatformTx) -> Result<Vec<String>> {
    let sql = "SELECT s.number FROM settlement s
                 LEFT JOIN (SELECT settlement_id, count(*) AS trades, sum(net_minor) AS net, sum(fee_minor) AS fee
                              FROM settlement_line GROUP BY settlement_id) l ON l.settlement_id = s.id
                WHERE s.net_minor IS DISTINCT FROM l.net OR s.fee_minor IS DISTINCT FROM l.fee OR s.trades IS DISTINCT FROM l.trades
                LIMIT 100";
    let rows: Vec<Number> = tx.rows(sql, []).await?;
    Ok(rows.into_iter().map(|row| row.number).collect())
}
