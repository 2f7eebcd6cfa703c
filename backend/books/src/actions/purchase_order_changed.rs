//! The trade of a purchase order has moved; the company's copy follows.

use crate::entity::purchase_order::{self, Direction};
use chrono::{DateTime, Utc};
use kernel::{PurchaseOrderId, Result};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// Notes the trade's state, and when the goods arrived once they have. Error: no such copy, so
/// that the one who tells of it tries again after the copy is made.
pub async fn purchase_order_changed(
    tx: &TenantTx,
    id: PurchaseOrderId,
    direction: Direction,
    state: &str,
    delivered_at: Option<DateTime<Utc>>,
) -> Result<purchase_order::Model> {
    let mut row = tx.find(purchase_order::Entity::find_by_id((id, direction)).lock_exclusive()).await?.into_active_model();
    row.state = Set(state.to_owned());
    if delivered_at.is_some() {
        row.delivered_at = Set(delivered_at);
    }
    row.updated_at = Set(tx.now());
    tx.update(row).await
}
