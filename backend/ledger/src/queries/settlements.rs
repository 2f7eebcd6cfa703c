//! Reads of settlements.

use crate::{
    account::Account,
    entity::{
        payout,
        settlement::{self, Entity},
        settlement_line,
    },
};
use kernel::{CompanyId, Currency, Page, PageQuery, Result, SettlementId, TradeId};
use platform::PlatformTx;
use sea_orm::{Condition, FromQueryResult, QueryOrder, QuerySelect, entity::prelude::*};
use std::collections::HashMap;

/// A settlement with the payout that it gave rise to.
#[derive(Clone, Debug)]
pub struct SettlementRow {
    /// The settlement.
    pub settlement: settlement::Model,
    /// Its payout, if it led to one.
    pub payout: Option<payout::Model>,
}

/// Which settlements are asked for.
#[derive(Clone, Debug, Default)]
pub struct SettlementsQuery {
    /// Of this company.
    pub company: Option<CompanyId>,
    /// Page.
    pub page: PageQuery,
}

/// Settlements, newest first.
pub async fn settlements(tx: &PlatformTx, query: &SettlementsQuery) -> Result<Page<SettlementRow>> {
    let limit = query.page.limit()?;
    let position: Option<SettlementId> = query.page.position()?;
    let mut select = Entity::find().order_by_desc(settlement::Column::Id).limit(limit + 1);
    if let Some(company) = query.company {
        select = select.filter(settlement::Column::CompanyId.eq(company));
    }
    if let Some(position) = position {
        select = select.filter(settlement::Column::Id.lt(position));
    }
    let page = Page::from_surplus(tx.all(select).await?, limit, |row| row.id);
    let mut payouts = payouts_of(tx, page.items.iter().map(|row| row.id)).await?;
    Ok(page.map(|settlement| SettlementRow { payout: payouts.remove(&settlement.id), settlement }))
}

async fn payouts_of(tx: &PlatformTx, ids: impl Iterator<Item = SettlementId>) -> Result<HashMap<SettlementId, payout::Model>> {
    let rows = tx.all(payout::Entity::find().filter(payout::Column::SettlementId.is_in(ids))).await?;
    Ok(rows.into_iter().filter_map(|row| Some((row.settlement_id?, row))).collect())
}

/// One settlement; of this company, if one is named. Error: not found.
pub async fn settlement(tx: &PlatformTx, id: SettlementId, company: Option<CompanyId>) -> Result<SettlementRow> {
    let mut select = Entity::find_by_id(id);
    if let Some(company) = company {
        select = select.filter(settlement::Column::CompanyId.eq(company));
    }
    let settlement = tx.find(select).await?;
    let payout = payouts_of(tx, std::iter::once(id)).await?.remove(&id);
    Ok(SettlementRow { settlement, payout })
}

/// The lines of a settlement, by trade.
pub async fn settlement_lines(tx: &PlatformTx, id: SettlementId, page: &PageQuery) -> Result<Page<settlement_line::Model>> {
    let limit = page.limit()?;
    let position: Option<(TradeId, settlement_line::Role)> = page.position()?;
    let rows = lines_after(tx, id, position, limit + 1).await?;
    Ok(Page::from_surplus(rows, limit, |line| (line.trade_id, line.role)))
}

/// Up to `limit` lines that follow a position, by trade and role; for files that are written in steps.
pub async fn lines_after(
    tx: &PlatformTx,
    id: SettlementId,
    position: Option<(TradeId, settlement_line::Role)>,
    limit: u64,
) -> Result<Vec<settlement_line::Model>> {
    use settlement_line::Column;
    let mut select =
        settlement_line::Entity::find().filter(Column::SettlementId.eq(id)).order_by_asc(Column::TradeId).order_by_asc(Column::Role).limit(limit);
    if let Some((trade, role)) = position {
        let same_trade = Condition::all().add(Column::TradeId.eq(trade)).add(Column::Role.gt(role));
        select = select.filter(Condition::any().add(Column::TradeId.gt(trade)).add(same_trade));
    }
    tx.all(select).await
}

#[derive(FromQueryResult)]
struct Unreleased {
    trade_id: TradeId,
}

/// A trade of the settlement for which the journal released another amount to the company than its
/// lines say; none if all agree.
pub async fn unreleased_line(tx: &PlatformTx, id: SettlementId, company: CompanyId, currency: Currency) -> Result<Option<TradeId>> {
    let sql = "WITH line AS (SELECT trade_id, sum(net_minor) AS net FROM settlement_line WHERE settlement_id = $1 GROUP BY trade_id)
               SELECT l.trade_id FROM line l
                WHERE l.net <> (SELECT coalesce(sum(CASE WHEN t.credit_id = $2 THEN t.amount_minor ELSE -t.amount_minor END), 0)
                                  FROM transfer t
                                 WHERE t.trade_id = l.trade_id AND t.kind IN ('posted', 'post') AND (t.credit_id = $2 OR t.debit_id = $2))
                LIMIT 1";
    let row: Option<Unreleased> = tx.row(sql, [id.into(), Account::Payable(company).id(currency).into()]).await?;
    Ok(row.map(|row| row.trade_id))
}
