//! Reads of the journal.

use crate::{
    account::Account,
    entry::TransferKind,
    plan::{JournalRow, TradeJournal},
};
use chrono::{DateTime, Utc};
use kernel::{Currency, Money, Page, PageQuery, PaymentId, PayoutId, Problem, Result, TradeId, TransferId};
use platform::PlatformTx;
use sea_orm::FromQueryResult;
use std::collections::HashMap;
use uuid::Uuid;

#[derive(FromQueryResult)]
struct Row {
    key: String,
    kind: TransferKind,
    ends: Option<String>,
    debit: String,
    credit: String,
    amount_minor: i64,
}

fn account(code: &str) -> Result<(Account, Currency)> {
    Account::parse(code).ok_or_else(|| Problem::internal(format!("no account has the code {code}")))
}

/// What the journal says of a trade. A trade has some ten rows, and never ten thousand.
pub async fn trade_journal(tx: &PlatformTx, trade: TradeId) -> Result<TradeJournal> {
    let sql = "SELECT t.key, t.kind, e.key AS ends, d.code AS debit, c.code AS credit, t.amount_minor
                 FROM transfer t JOIN ledger_account d ON d.id = t.debit_id JOIN ledger_account c ON c.id = t.credit_id
                 LEFT JOIN transfer e ON e.id = t.pending_id
                WHERE t.trade_id = $1 ORDER BY t.seq LIMIT 10000";
    let rows: Vec<Row> = tx.rows(sql, [trade.into()]).await?;
    let rows = rows.into_iter().map(|row| {
        let ((debit, currency), (credit, _)) = (account(&row.debit)?, account(&row.credit)?);
        Ok(JournalRow { key: row.key, kind: row.kind, ends: row.ends, debit, credit, amount: currency.minor(row.amount_minor) })
    });
    Ok(TradeJournal::read(trade, &rows.collect::<Result<Vec<_>>>()?))
}

/// Where the money of one trade is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TradeBalance {
    /// What came in from the buyer.
    pub captured: Money,
    /// What lies in escrow, reserved amounts included.
    pub escrow: Money,
    /// What was set aside for the buyer.
    pub refunded: Money,
    /// What the parties got: payables, fee and VAT.
    pub released: Money,
}

#[derive(FromQueryResult)]
struct Sums {
    captured: i64,
    refunded: i64,
    released: i64,
}

/// Where the money of one trade is, in its currency.
pub async fn trade_money(tx: &PlatformTx, trade: TradeId, currency: Currency) -> Result<TradeBalance> {
    let sql = "SELECT coalesce(sum(amount_minor) FILTER (WHERE credit_id = $2), 0)::bigint AS captured,
                      coalesce(sum(amount_minor) FILTER (WHERE debit_id = $2 AND credit_id = $3), 0)::bigint AS refunded,
                      coalesce(sum(amount_minor) FILTER (WHERE debit_id = $2 AND credit_id <> $3), 0)::bigint AS released
                 FROM transfer WHERE trade_id = $1 AND kind IN ('posted', 'post')";
    let values = [trade.into(), Account::Escrow(trade).id(currency).into(), Account::RefundsClearing.id(currency).into()];
    let sums: Sums = tx.row(sql, values).await?.ok_or_else(Problem::not_found)?;
    Ok(TradeBalance {
        captured: currency.minor(sums.captured),
        escrow: currency.minor(sums.captured - sums.refunded - sums.released),
        refunded: currency.minor(sums.refunded),
        released: currency.minor(sums.released),
    })
}

#[derive(FromQueryResult)]
struct Captured {
    payment_id: PaymentId,
    currency: Currency,
    minor: i64,
}

/// What the journal says was captured per payment: held in escrows or set aside as unmatched.
/// A payment without a row here never reached the ledger.
pub async fn captured_by_payment(tx: &PlatformTx, payments: &[PaymentId]) -> Result<HashMap<PaymentId, Money>> {
    let sql = "SELECT payment_id, currency, sum(amount_minor)::bigint AS minor FROM transfer
                WHERE payment_id IN (SELECT value::uuid FROM jsonb_array_elements_text($1)) AND kind IN ('posted', 'post')
                GROUP BY payment_id, currency";
    let ids: Vec<Uuid> = payments.iter().map(|id| id.uuid()).collect();
    let rows: Vec<Captured> = tx.rows(sql, [serde_json::json!(ids).into()]).await?;
    Ok(rows.into_iter().map(|row| (row.payment_id, row.currency.minor(row.minor))).collect())
}

/// A journal row as the console lists it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct TransferRow {
    /// Its id.
    pub id: TransferId,
    /// Its idempotency key.
    pub key: String,
    /// What it does.
    pub kind: TransferKind,
    /// Code of the account debited.
    pub debit: String,
    /// Code of the account credited.
    pub credit: String,
    /// The currency.
    pub currency: Currency,
    /// The amount.
    pub amount_minor: i64,
    /// The trade.
    pub trade_id: Option<TradeId>,
    /// The payment.
    pub payment_id: Option<PaymentId>,
    /// The payout.
    pub payout_id: Option<PayoutId>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Its hash.
    pub hash: Vec<u8>,
}

/// Which journal rows are asked for.
#[derive(Clone, Debug, Default)]
pub struct TransfersQuery {
    /// Of the account with this code.
    pub account: Option<String>,
    /// Of this trade.
    pub trade_id: Option<TradeId>,
    /// Page.
    pub page: PageQuery,
}

/// Journal rows, newest first.
pub async fn transfers(tx: &PlatformTx, query: &TransfersQuery) -> Result<Page<TransferRow>> {
    let limit = query.page.limit()?;
    let position: Option<TransferId> = query.page.position()?;
    let sql = "SELECT t.id, t.key, t.kind, d.code AS debit, c.code AS credit, t.currency, t.amount_minor,
                      t.trade_id, t.payment_id, t.payout_id, t.reason, t.at, t.hash
                 FROM transfer t JOIN ledger_account d ON d.id = t.debit_id JOIN ledger_account c ON c.id = t.credit_id
                WHERE ($1::uuid IS NULL OR t.id < $1) AND ($2::uuid IS NULL OR t.trade_id = $2)
                  AND ($3::uuid IS NULL OR t.debit_id = $3 OR t.credit_id = $3)
                ORDER BY t.id DESC LIMIT $4";
    let account = match query.account.as_deref().map(Account::parse) {
        None => None,
        Some(Some((account, currency))) => Some(account.id(currency)),
        Some(None) => return Ok(Page { items: Vec::new(), next: None }),
    };
    let surplus = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let rows = tx.rows(sql, [position.into(), query.trade_id.into(), account.into(), surplus.into()]).await?;
    Ok(Page::from_surplus(rows, limit, |row: &TransferRow| row.id))
}
