//! Goods that an order does not need any more can be sold again.

use super::tell::tell;
use crate::entity::{
    level,
    reservation::{self, State},
};
use kernel::{OrderId, OrderLineId, Result, VariantId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};
use std::collections::BTreeMap;

/// The most lines of one order that are looked at in one go; checkouts are far smaller.
const MOST_LINES: u64 = 1_000;

/// Gives back the goods of these lines, held or firm: the trade is cancelled. A line that is
/// released or shipped already, or never was reserved, is left alone.
pub async fn release(tx: &TenantTx, lines: &[OrderLineId]) -> Result<()> {
    let rows = reservation::lock(tx, lines).await?;
    give_back(tx, rows.into_iter().filter(|row| row.state.counts())).await
}

/// Gives back the goods of these lines if they are only held: the order was not paid. What a late
/// payment has made firm meanwhile stays.
pub async fn release_held(tx: &TenantTx, lines: &[OrderLineId]) -> Result<()> {
    let rows = reservation::lock(tx, lines).await?;
    give_back(tx, rows.into_iter().filter(|row| row.state == State::Held)).await
}

/// Gives back what this order holds past its time limit; the answer to [`crate::ReservationDue`].
pub async fn release_expired(tx: &TenantTx, order_id: OrderId) -> Result<()> {
    let rows = tx
        .all(
            reservation::Entity::find()
                .filter(reservation::Column::OrderId.eq(order_id))
                .filter(reservation::Column::State.eq(State::Held))
                .filter(reservation::Column::ExpiresAt.lte(tx.now()))
                .order_by_asc(reservation::Column::OrderLineId)
                .limit(MOST_LINES)
                .lock_exclusive(),
        )
        .await?;
    give_back(tx, rows.into_iter()).await
}

async fn give_back(tx: &TenantTx, rows: impl Iterator<Item = reservation::Model>) -> Result<()> {
    let mut sums: BTreeMap<VariantId, i32> = BTreeMap::new();
    let mut lines = Vec::new();
    for row in rows {
        *sums.entry(row.variant_id).or_default() += row.quantity;
        lines.push(row.order_line_id);
    }
    reservation::set_state(tx, &lines, State::Released).await?;
    for (variant, quantity) in sums {
        if let Some(after) = level::give_back(tx, variant, quantity).await? {
            tell(tx, variant, after.available - quantity, after.available).await?;
        }
    }
    Ok(())
}
