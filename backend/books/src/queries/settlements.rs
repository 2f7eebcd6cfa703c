//! Reads of settlement entries.

use crate::entity::settlement_entry::{Column, Entity, Kind, Model};
use chrono::NaiveDate;
use kernel::{EntryId, Page, PageQuery, Result, SettlementId, TradeId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// What a list of settlement entries is asked for.
#[derive(Clone, Debug, Default)]
pub struct SettlementFilter {
    /// From this day on.
    pub from: Option<NaiveDate>,
    /// Up to and with this day.
    pub to: Option<NaiveDate>,
    pub kind: Option<Kind>,
    pub trade_id: Option<TradeId>,
    pub settlement_id: Option<SettlementId>,
}

/// The entries, the latest first.
pub async fn settlement_entries(tx: &TenantTx, filter: &SettlementFilter, page: &PageQuery) -> Result<Page<Model>> {
    let limit = page.limit()?;
    let mut query = Entity::find().order_by_desc(Column::Id).limit(limit + 1);
    if let Some(from) = filter.from {
        query = query.filter(Column::PostedOn.gte(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(Column::PostedOn.lte(to));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(Column::Kind.eq(kind));
    }
    if let Some(trade_id) = filter.trade_id {
        query = query.filter(Column::TradeId.eq(trade_id));
    }
    if let Some(settlement_id) = filter.settlement_id {
        query = query.filter(Column::SettlementId.eq(settlement_id));
    }
    if let Some(after) = page.position::<EntryId>()? {
        query = query.filter(Column::Id.lt(after));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}
