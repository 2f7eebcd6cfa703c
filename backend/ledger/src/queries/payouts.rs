//! Reads of payouts and transfer files.

use crate::{
    entity::{
        payout::{self, Column, Entity, State},
        payout_batch,
    },
    queries::payable,
};
use kernel::{CompanyId, Currency, Money, Page, PageQuery, PayoutBatchId, PayoutId, Problem, Result};
use platform::PlatformTx;
use sea_orm::{FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};

/// Which payouts are asked for.
#[derive(Clone, Debug, Default)]
pub struct PayoutsQuery {
    /// Of this company.
    pub company: Option<CompanyId>,
    /// In this state.
    pub state: Option<State>,
    /// Page.
    pub page: PageQuery,
}

/// Payouts, newest first.
pub async fn payouts(tx: &PlatformTx, query: &PayoutsQuery) -> Result<Page<payout::Model>> {
    let limit = query.page.limit()?;
    let position: Option<PayoutId> = query.page.position()?;
    let mut select = Entity::find().order_by_desc(Column::Id).limit(limit + 1);
    if let Some(company) = query.company {
        select = select.filter(Column::CompanyId.eq(company));
    }
    if let Some(state) = query.state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(position) = position {
        select = select.filter(Column::Id.lt(position));
    }
    Ok(Page::from_surplus(tx.all(select).await?, limit, |row| row.id))
}

/// One payout. Error: not found.
pub async fn payout(tx: &PlatformTx, id: PayoutId) -> Result<payout::Model> {
    tx.find(Entity::find_by_id(id)).await
}

/// The payouts of a transfer file, in the order of its rows.
pub async fn batch_payouts(tx: &PlatformTx, batch: PayoutBatchId) -> Result<Vec<payout::Model>> {
    tx.all(Entity::find().filter(Column::BatchId.eq(batch)).order_by_asc(Column::Id).limit(crate::payout::BATCH_LIMIT)).await
}

/// Transfer files, newest first.
pub async fn batches(tx: &PlatformTx, page: &PageQuery) -> Result<Page<payout_batch::Model>> {
    let limit = page.limit()?;
    let mut select = payout_batch::Entity::find().order_by_desc(payout_batch::Column::Id).limit(limit + 1);
    if let Some(position) = page.position::<PayoutBatchId>()? {
        select = select.filter(payout_batch::Column::Id.lt(position));
    }
    Ok(Page::from_surplus(tx.all(select).await?, limit, |row| row.id))
}

#[derive(FromQueryResult)]
struct Settled {
    settled: i64,
    paid: i64,
}

/// What a payout to the company would come to: what was settled and not yet paid, and never more
/// than it is owed. Zero or less: nothing is paid, the rest is netted from the next settlement.
pub async fn payout_due(tx: &PlatformTx, company: CompanyId, currency: Currency) -> Result<Money> {
    let sql = "SELECT coalesce((SELECT sum(net_minor) FROM settlement WHERE company_id = $1 AND currency = $2), 0)::bigint AS settled,
                      coalesce((SELECT sum(amount_minor) FROM payout WHERE company_id = $1 AND currency = $2 AND state <> 'returned'), 0)::bigint AS paid";
    let sums: Settled = tx.row(sql, [company.into(), currency.into()]).await?.ok_or_else(Problem::not_found)?;
    let owed = payable(tx, company, currency).await?;
    Ok(currency.minor(owed.minor.min(sums.settled - sums.paid)))
}

/// A company with settled money that is not on its way.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Unpaid {
    /// The company.
    pub company_id: CompanyId,
    /// The currency.
    pub currency: Currency,
    /// What was settled and not paid.
    pub due_minor: i64,
}

/// Companies that follow `after`, with settled money that is not on its way: after a payout came
/// back, or where a payout account was missing.
pub async fn unpaid(tx: &PlatformTx, after: Option<CompanyId>, limit: u64) -> Result<Vec<Unpaid>> {
    let sql = "SELECT s.company_id, s.currency, (sum(s.net_minor) - coalesce(max(p.paid), 0))::bigint AS due_minor
                 FROM settlement s
                 LEFT JOIN (SELECT company_id, currency, sum(amount_minor) AS paid, bool_or(state IN ('pending', 'transferring', 'sent')) AS open
                              FROM payout WHERE state <> 'returned' GROUP BY company_id, currency) p
                        ON p.company_id = s.company_id AND p.currency = s.currency
                WHERE ($1::uuid IS NULL OR s.company_id > $1) AND NOT coalesce(p.open, false)
                GROUP BY s.company_id, s.currency
               HAVING sum(s.net_minor) > coalesce(max(p.paid), 0)
                ORDER BY s.company_id, s.currency LIMIT $2";
    tx.rows(sql, [after.into(), i64::try_from(limit).unwrap_or(i64::MAX).into()]).await
}
