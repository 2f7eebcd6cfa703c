//! The trade of a purchase order has moved; the company's copy says again what the trade says now.

use super::PoCopy;
use crate::entity::purchase_order::{self, Direction, PoLines};
use chrono::{DateTime, Utc};
use kernel::Result;
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// Notes what a trade can change of a purchase order: its state, its lines, its amounts and, once
/// the goods have arrived, when they did. What was agreed when it was issued stays. Doing it again
/// changes nothing. Error: no such copy.
pub async fn refresh_purchase_order(
    tx: &TenantTx,
    direction: Direction,
    copy: PoCopy,
    delivered_at: Option<DateTime<Utc>>,
) -> Result<purchase_order::Model> {
    let standing = tx.find(purchase_order::Entity::find_by_id((copy.id, direction)).lock_exclusive()).await?;
    let delivered_at = delivered_at.or(standing.delivered_at);
    let mut row = standing.into_active_model();
    row.state = Set(copy.state);
    row.lines = Set(PoLines(copy.lines));
    row.supply_minor = Set(copy.supply_minor);
    row.delivery_minor = Set(copy.delivery_minor);
    row.delivered_at = Set(delivered_at);
    row.updated_at = Set(tx.now());
    tx.update(row).await
}
