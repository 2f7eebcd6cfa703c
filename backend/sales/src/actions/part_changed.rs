//! A trade has moved; the seller's record of it follows.

use crate::entity::{
    customer, order, order_line,
    order_part::{self, CANCELLED},
};
use kernel::{OrderLineId, Result, TradeId};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};

/// The most parts of one order.
const MOST_PARTS: u64 = 1_000;

/// Notes the trade's state, what was refunded of it in all, and which lines were cancelled. When
/// every part is cancelled the order is. Doing it again changes nothing. Error: no such part.
pub async fn part_changed(
    tx: &TenantTx,
    trade_id: TradeId,
    state: &str,
    refunded_minor: i64,
    cancelled_lines: &[OrderLineId],
) -> Result<order::Model> {
    let seen = tx.find(order_part::Entity::find_by_id(trade_id)).await?;
    // The order is locked first and its parts after it, so that parts that move at once follow each other.
    let order = tx.find(order::Entity::find_by_id(seen.order_id).lock_exclusive()).await?;
    let parts = order_part::Entity::find().filter(order_part::Column::OrderId.eq(order.id));
    let parts = tx.all(parts.order_by_asc(order_part::Column::TradeId).limit(MOST_PARTS).lock_exclusive()).await?;
    let whole = parts.iter().all(|part| {
        let state = if part.trade_id == trade_id { Some(state) } else { part.state.as_deref() };
        state == Some(CANCELLED)
    });
    let mut newly_refunded = 0;
    if let Some(part) = parts.into_iter().find(|part| part.trade_id == trade_id) {
        newly_refunded = refunded_minor - part.refunded_minor;
        let mut row = part.into_active_model();
        row.state = Set(Some(state.to_owned()));
        row.refunded_minor = Set(refunded_minor);
        row.updated_at = Set(tx.now());
        tx.update(row).await?;
    }
    if !cancelled_lines.is_empty() {
        let update = order_line::Entity::update_many()
            .col_expr(order_line::Column::Cancelled, Expr::val(true))
            .filter(order_line::Column::TradeId.eq(trade_id))
            .filter(order_line::Column::Id.is_in(cancelled_lines.iter().copied()));
        tx.update_many(update).await?;
    }
    take_from_customer(tx, &order, newly_refunded).await?;
    let cancelled = whole && order.state == order::State::Paid;
    let version = order.version + 1;
    let mut row = order.into_active_model();
    if cancelled {
        row.state = Set(order::State::Cancelled);
    }
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    tx.update(row).await
}

async fn take_from_customer(tx: &TenantTx, order: &order::Model, refunded_minor: i64) -> Result<()> {
    let Some(customer_id) = order.customer_id.filter(|_| refunded_minor != 0) else { return Ok(()) };
    let known = tx.find(customer::Entity::find_by_id(customer_id).lock_exclusive()).await?;
    if known.currency == order.currency {
        let spent = known.spent_minor.saturating_sub(refunded_minor);
        let mut row = known.into_active_model();
        row.spent_minor = Set(spent);
        tx.update(row).await?;
    }
    Ok(())
}
