//! An order that is not paid in time ends.

use crate::entity::order;
use kernel::{OrderId, Result};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// Ends an order that still waits for its payment; tells whether it did. What is paid, or ended
/// already, is left alone. Error: no such order.
pub async fn expire(tx: &TenantTx, id: OrderId) -> Result<bool> {
    let order = tx.find(order::Entity::find_by_id(id).lock_exclusive()).await?;
    if order.state != order::State::PendingPayment {
        return Ok(false);
    }
    let version = order.version + 1;
    let mut row = order.into_active_model();
    row.state = Set(order::State::Expired);
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    tx.update(row).await?;
    Ok(true)
}
