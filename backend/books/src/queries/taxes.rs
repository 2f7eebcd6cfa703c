//! Reads of tax entries.

use super::{MOST_OF_TRADE, Used, only};
use crate::{
    entity::tax_entry::{Column, Direction, Entity, Model, Subject},
    rules::Range,
};
use chrono::NaiveDate;
use kernel::{Currency, EntryId, Page, PageQuery, Result, TaxClass, TradeId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select};

/// What a list of tax entries is asked for.
#[derive(Clone, Debug, Default)]
pub struct TaxFilter {
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Up to and with this day.
    pub to: Option<NaiveDate>,
    pub direction: Option<Direction>,
    pub subject: Option<Subject>,
    pub trade_id: Option<TradeId>,
}

impl TaxFilter {
    fn select(&self) -> Select<Entity> {
        let mut query = Entity::find();
        if let Some(from) = self.from {
            query = query.filter(Column::WrittenOn.gte(from));
        }
        if let Some(to) = self.to {
            query = query.filter(Column::WrittenOn.lte(to));
        }
        if let Some(direction) = self.direction {
            query = query.filter(Column::Direction.eq(direction));
        }
        if let Some(subject) = self.subject {
            query = query.filter(Column::Subject.eq(subject));
        }
        if let Some(trade_id) = self.trade_id {
            query = query.filter(Column::TradeId.eq(trade_id));
        }
        query
    }
}

/// The entries, the latest first.
pub async fn tax_entries(tx: &TenantTx, filter: &TaxFilter, page: &PageQuery) -> Result<Page<Model>> {
    let limit = page.limit()?;
    let mut query = filter.select().order_by_desc(Column::Id).limit(limit + 1);
    if let Some(after) = page.position::<EntryId>()? {
        query = query.filter(Column::Id.lt(after));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}

/// The entries after one, the earliest first; for a file.
pub async fn tax_from(tx: &TenantTx, filter: &TaxFilter, after: Option<EntryId>, limit: u64) -> Result<Vec<Model>> {
    let mut query = filter.select().order_by_asc(Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    tx.all(query).await
}

/// The entries of a trade.
pub async fn tax_of_trade(tx: &TenantTx, trade: TradeId) -> Result<Vec<Model>> {
    tx.all(Entity::find().filter(Column::TradeId.eq(trade)).order_by_asc(Column::Id).limit(MOST_OF_TRADE)).await
}

/// Sums of the entries of one direction and tax class.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct TaxSums {
    pub direction: Direction,
    pub tax_class: TaxClass,
    pub gross: i64,
    pub supply_value: i64,
    pub vat: i64,
    /// The number of entries.
    pub count: i64,
}

/// Sums per direction and tax class in which there is something.
pub async fn tax_summary(tx: &TenantTx, range: Range, currency: Option<Currency>) -> Result<(Currency, Vec<TaxSums>)> {
    let days = [range.from.into(), range.to.into()];
    let used = "SELECT DISTINCT currency FROM tax_entry WHERE written_on BETWEEN $1 AND $2 LIMIT 10";
    let currency = only(currency, &tx.rows::<Used>(used, days).await?)?;
    let sql = "SELECT direction, tax_class, sum(gross_minor)::bigint AS gross, sum(supply_value_minor)::bigint AS supply_value,
                 sum(vat_minor)::bigint AS vat, count(*) AS count
               FROM tax_entry WHERE written_on BETWEEN $1 AND $2 AND currency = $3
               GROUP BY direction, tax_class LIMIT 100";
    let rows = tx.rows(sql, [range.from.into(), range.to.into(), currency.into()]).await?;
    Ok((currency, rows))
}
