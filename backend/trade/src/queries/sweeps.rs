//! What the sweeps look for: trades whose deadline has come, and trades to settle.

use crate::{
    entity::{
        claim,
        trade::{self, Column},
    },
    rules::{State, deadlines},
};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Result, TradeId};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, Condition, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait};

/// Trades that silence confirms at `now`: past the deadline, warned, without an open claim.
pub async fn due_confirmations(tx: &PlatformTx, now: DateTime<Utc>, limit: u64) -> Result<Vec<TradeId>> {
    let disputed =
        claim::Entity::find().select_only().column(claim::Column::TradeId).filter(claim::Column::State.eq(claim::State::Approved)).into_query();
    let query = trade::Entity::find()
        .filter(Column::State.eq(State::Arrived))
        .filter(Column::ConfirmDueAt.lte(now))
        .filter(Column::WarnedAt.is_not_null())
        .filter(Column::Id.not_in_subquery(disputed))
        .order_by_asc(Column::ConfirmDueAt)
        .limit(limit);
    Ok(tx.all(query).await?.into_iter().map(|trade| trade.id).collect())
}

/// Trades whose buyer is to be warned now that silence releases the money.
pub async fn due_warnings(tx: &PlatformTx, now: DateTime<Utc>, limit: u64) -> Result<Vec<TradeId>> {
    let query = trade::Entity::find()
        .filter(Column::State.eq(State::Arrived))
        .filter(Column::WarnedAt.is_null())
        .filter(Column::ConfirmDueAt.lte(deadlines::warning_from(now)))
        .order_by_asc(Column::ConfirmDueAt)
        .limit(limit);
    Ok(tx.all(query).await?.into_iter().map(|trade| trade.id).collect())
}

/// Trades confirmed before a moment in which a company's own part is not settled yet, the oldest first.
pub async fn settleable(tx: &PlatformTx, company: CompanyId, confirmed_before: DateTime<Utc>, limit: u64) -> Result<Vec<trade::Model>> {
    let own = Condition::any()
        .add(Column::SellerId.eq(company).and(Column::SellerSettledAt.is_null()))
        .add(Column::SupplierId.eq(company).and(Column::SupplierSettledAt.is_null()));
    let query = trade::Entity::find()
        .filter(Column::State.eq(State::Confirmed))
        .filter(Column::ConfirmedAt.lt(confirmed_before))
        .filter(own)
        .order_by_asc(Column::ConfirmedAt)
        .order_by_asc(Column::Id)
        .limit(limit);
    tx.all(query).await
}
