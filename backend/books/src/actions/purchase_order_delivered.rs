//! The delivery of a purchase order is confirmed; the company's copy says how much came of it.

use crate::entity::purchase_order::{self, Direction};
use kernel::{MoneyError, OrderLineId, PurchaseOrderId, Result};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// Notes the quantities delivered, and what is to be paid for them. Lines that are not named keep
/// what they have. Errors: no such copy; an amount that does not fit.
pub async fn purchase_order_delivered(
    tx: &TenantTx,
    id: PurchaseOrderId,
    direction: Direction,
    delivered: &[(OrderLineId, i32)],
) -> Result<purchase_order::Model> {
    let copy = tx.find(purchase_order::Entity::find_by_id((id, direction)).lock_exclusive()).await?;
    let mut lines = copy.lines.clone();
    let mut supply_minor = 0_i64;
    for line in &mut lines.0 {
        if let Some((_, quantity)) = delivered.iter().find(|(id, _)| *id == line.id) {
            line.delivered = Some(*quantity);
            line.supply_minor = line.unit_supply_minor.checked_mul(i64::from(*quantity)).ok_or(MoneyError::Overflow)?;
        }
        supply_minor = supply_minor.checked_add(line.supply_minor).ok_or(MoneyError::Overflow)?;
    }
    let mut row = copy.into_active_model();
    row.lines = Set(lines);
    row.supply_minor = Set(supply_minor);
    row.updated_at = Set(tx.now());
    tx.update(row).await
}
