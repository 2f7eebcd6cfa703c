//! Balances, summed from the journal.

use crate::account::{Account, AccountKind};
use kernel::{CompanyId, Currency, Money, Page, PageQuery, Problem, Result};
use platform::PlatformTx;
use sea_orm::FromQueryResult;

#[derive(FromQueryResult)]
struct Sides {
    debits: i64,
    credits: i64,
}

/// The balance of an account, positive on its own side; reserved amounts do not count.
pub async fn balance(tx: &PlatformTx, account: Account, currency: Currency) -> Result<Money> {
    let sql = "SELECT coalesce((SELECT sum(amount_minor) FROM transfer WHERE debit_id = $1 AND kind IN ('posted', 'post')), 0)::bigint AS debits,
                      coalesce((SELECT sum(amount_minor) FROM transfer WHERE credit_id = $1 AND kind IN ('posted', 'post')), 0)::bigint AS credits";
    let sides: Sides = tx.row(sql, [account.id(currency).into()]).await?.ok_or_else(Problem::not_found)?;
    Ok(account.balance(sides.debits, sides.credits, currency))
}

/// The money of one company in one currency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CompanyMoney {
    /// Its shares of trades that are reserved in escrow and not yet confirmed.
    pub reserved: Money,
    /// What the operator owes it, without what is on its way; negative: the company owes.
    pub payable: Money,
    /// Payouts given out or about to be.
    pub on_its_way: Money,
    /// What it was paid.
    pub paid_out: Money,
}

#[derive(FromQueryResult)]
struct CompanySums {
    debits: i64,
    credits: i64,
    reserved: i64,
    on_its_way: i64,
    paid_out: i64,
}

/// The money of one company, summed from its payable.
pub async fn company_money(tx: &PlatformTx, company: CompanyId, currency: Currency) -> Result<CompanyMoney> {
    let sql = "WITH moves AS (
                 SELECT t.*, EXISTS (SELECT 1 FROM transfer e WHERE e.pending_id = t.id) AS ended FROM transfer t WHERE t.debit_id = $1
                 UNION ALL
                 SELECT t.*, EXISTS (SELECT 1 FROM transfer e WHERE e.pending_id = t.id) FROM transfer t WHERE t.credit_id = $1)
               SELECT coalesce(sum(amount_minor) FILTER (WHERE debit_id = $1 AND kind IN ('posted', 'post')), 0)::bigint AS debits,
                      coalesce(sum(amount_minor) FILTER (WHERE credit_id = $1 AND kind IN ('posted', 'post')), 0)::bigint AS credits,
                      (coalesce(sum(amount_minor) FILTER (WHERE credit_id = $1 AND kind = 'pending' AND NOT ended), 0)
                       - coalesce(sum(amount_minor) FILTER (WHERE debit_id = $1 AND credit_id <> $2 AND kind = 'pending' AND NOT ended), 0))::bigint AS reserved,
                      coalesce(sum(amount_minor) FILTER (WHERE debit_id = $1 AND credit_id = $2 AND kind = 'pending' AND NOT ended), 0)::bigint AS on_its_way,
                      (coalesce(sum(amount_minor) FILTER (WHERE debit_id = $1 AND credit_id = $2 AND kind IN ('posted', 'post')), 0)
                       - coalesce(sum(amount_minor) FILTER (WHERE credit_id = $1 AND debit_id = $2 AND kind IN ('posted', 'post')), 0))::bigint AS paid_out
                 FROM moves";
    let values = [Account::Payable(company).id(currency).into(), Account::Bank.id(currency).into()];
    let sums: CompanySums = tx.row(sql, values).await?.ok_or_else(Problem::not_found)?;
    Ok(CompanyMoney {
        reserved: currency.minor(sums.reserved),
        payable: currency.minor(sums.credits - sums.debits - sums.on_its_way),
        on_its_way: currency.minor(sums.on_its_way),
        paid_out: currency.minor(sums.paid_out),
    })
}

/// What the operator owes a company, without what is on its way.
pub async fn payable(tx: &PlatformTx, company: CompanyId, currency: Currency) -> Result<Money> {
    Ok(company_money(tx, company, currency).await?.payable)
}

/// Which accounts are asked for.
#[derive(Clone, Debug, Default)]
pub struct AccountsQuery {
    /// Of this kind.
    pub kind: Option<AccountKind>,
    /// Page.
    pub page: PageQuery,
}

/// An account with its balance.
#[derive(Clone, Debug)]
pub struct AccountBalance {
    /// Its code.
    pub code: String,
    /// Its kind.
    pub kind: AccountKind,
    /// Its balance, positive on its own side.
    pub balance: Money,
    /// What is reserved off it.
    pub pending: Money,
}

#[derive(FromQueryResult)]
struct AccountRow {
    code: String,
    kind: AccountKind,
    currency: Currency,
    debits: i64,
    credits: i64,
    pending: i64,
}

/// Accounts by code, each summed from the journal.
pub async fn accounts(tx: &PlatformTx, query: &AccountsQuery) -> Result<Page<AccountBalance>> {
    let limit = query.page.limit()?;
    let position: Option<String> = query.page.position()?;
    let sql = "WITH page AS (
                 SELECT id, code, kind, currency FROM ledger_account
                  WHERE ($1::text IS NULL OR code > $1) AND ($2::text IS NULL OR kind = $2)
                  ORDER BY code LIMIT $3)
               SELECT p.code, p.kind, p.currency,
                      coalesce((SELECT sum(amount_minor) FROM transfer WHERE debit_id = p.id AND kind IN ('posted', 'post')), 0)::bigint AS debits,
                      coalesce((SELECT sum(amount_minor) FROM transfer WHERE credit_id = p.id AND kind IN ('posted', 'post')), 0)::bigint AS credits,
                      coalesce((SELECT sum(t.amount_minor) FROM transfer t WHERE t.debit_id = p.id AND t.kind = 'pending'
                                   AND NOT EXISTS (SELECT 1 FROM transfer e WHERE e.pending_id = t.id)), 0)::bigint AS pending
                 FROM page p ORDER BY p.code";
    let surplus = i64::try_from(limit + 1).unwrap_or(i64::MAX);
    let rows: Vec<AccountRow> = tx.rows(sql, [position.into(), query.kind.into(), surplus.into()]).await?;
    let page = Page::from_surplus(rows, limit, |row| row.code.clone());
    Ok(page.map(|row| {
        let (debits, credits) = if row.kind.grows_by_debit() { (row.debits, row.credits) } else { (row.credits, row.debits) };
        AccountBalance {
            code: row.code,
            kind: row.kind,
            balance: row.currency.minor(debits.saturating_sub(credits)),
            pending: row.currency.minor(row.pending),
        }
    }))
}
