//! Reads of revenue.

use super::{MOST_OF_TRADE, Used, only};
use crate::{
    entity::revenue_entry::{Column, Entity, Kind, Model},
    rules::Range,
};
use chrono::NaiveDate;
use kernel::{Currency, EntryId, Page, PageQuery, Result, TradeId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect, Select};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a list of revenue entries is asked for.
#[derive(Clone, Debug, Default)]
pub struct RevenueFilter {
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Up to and with this day.
    pub to: Option<NaiveDate>,
    pub kind: Option<Kind>,
    pub trade_id: Option<TradeId>,
}

impl RevenueFilter {
    fn select(&self) -> Select<Entity> {
        let mut query = Entity::find();
        if let Some(from) = self.from {
            query = query.filter(Column::PostedOn.gte(from));
        }
        if let Some(to) = self.to {
            query = query.filter(Column::PostedOn.lte(to));
        }
        if let Some(kind) = self.kind {
            query = query.filter(Column::Kind.eq(kind));
        }
        if let Some(trade_id) = self.trade_id {
            query = query.filter(Column::TradeId.eq(trade_id));
        }
        query
    }
}

/// The entries, the latest first.
pub async fn revenue(tx: &TenantTx, filter: &RevenueFilter, page: &PageQuery) -> Result<Page<Model>> {
    let limit = page.limit()?;
    let mut query = filter.select().order_by_desc(Column::Id).limit(limit + 1);
    if let Some(after) = page.position::<EntryId>()? {
        query = query.filter(Column::Id.lt(after));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}

/// The entries after one, the earliest first; for a file.
pub async fn revenue_from(tx: &TenantTx, filter: &RevenueFilter, after: Option<EntryId>, limit: u64) -> Result<Vec<Model>> {
    let mut query = filter.select().order_by_asc(Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(Column::Id.gt(after));
    }
    tx.all(query).await
}

/// The entries of a trade.
pub async fn revenue_of_trade(tx: &TenantTx, trade: TradeId) -> Result<Vec<Model>> {
    tx.all(Entity::find().filter(Column::TradeId.eq(trade)).order_by_asc(Column::Id).limit(MOST_OF_TRADE)).await
}

/// By what a summary is broken down.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = RevenuePeriod)]
pub enum Period {
    /// A row per day.
    #[default]
    Day,
    /// A row per month, named by its first day.
    Month,
}

/// Sums of revenue entries; costs are negative, as they are posted. All but the last two include VAT.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct RevenueSums {
    /// The first day of the period; nothing for the whole range.
    pub day: Option<NaiveDate>,
    pub sales: i64,
    pub supply: i64,
    pub commission: i64,
    pub delivery: i64,
    pub cost: i64,
    pub fee: i64,
    /// What all of it leaves.
    pub net: i64,
    /// What all of it leaves without VAT.
    pub net_supply_value: i64,
    /// The number of trades.
    pub trades: i64,
}

/// Sums per period in which there is something, and, first, of the whole range.
pub async fn revenue_summary(tx: &TenantTx, range: Range, by: Period, currency: Option<Currency>) -> Result<(Currency, Vec<RevenueSums>)> {
    let days = [range.from.into(), range.to.into()];
    let used = "SELECT DISTINCT currency FROM revenue_entry WHERE posted_on BETWEEN $1 AND $2 LIMIT 10";
    let currency = only(currency, &tx.rows::<Used>(used, days).await?)?;
    let sql = "SELECT date_trunc($3::text, posted_on::timestamp)::date AS day,
                 coalesce(sum(gross_minor) FILTER (WHERE kind = 'sale'), 0)::bigint AS sales,
                 coalesce(sum(gross_minor) FILTER (WHERE kind = 'supply'), 0)::bigint AS supply,
                 coalesce(sum(gross_minor) FILTER (WHERE kind = 'commission'), 0)::bigint AS commission,
                 coalesce(sum(gross_minor) FILTER (WHERE kind = 'delivery'), 0)::bigint AS delivery,
                 coalesce(sum(gross_minor) FILTER (WHERE kind = 'cost_of_goods'), 0)::bigint AS cost,
                 coalesce(sum(gross_minor) FILTER (WHERE kind = 'platform_fee'), 0)::bigint AS fee,
                 coalesce(sum(gross_minor), 0)::bigint AS net,
                 coalesce(sum(supply_value_minor), 0)::bigint AS net_supply_value,
                 count(DISTINCT trade_id) AS trades
               FROM revenue_entry WHERE posted_on BETWEEN $1 AND $2 AND currency = $4
               GROUP BY GROUPING SETS ((), (date_trunc($3::text, posted_on::timestamp)::date))
               ORDER BY day NULLS FIRST LIMIT 401";
    let unit = match by {
        Period::Day => "day",
        Period::Month => "month",
    };
    let rows = tx.rows(sql, [range.from.into(), range.to.into(), unit.into(), currency.into()]).await?;
    Ok((currency, rows))
}
