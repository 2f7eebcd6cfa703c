//! An order learns by which payment it is paid.

use crate::{codes, entity::order};
use kernel::{OrderId, PaymentId, Problem, Result};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// Notes the payment. Doing it again with the same payment changes nothing. Errors: no such order;
/// [`codes::ORDER_ENDED`] where the order waits for no payment, or for another one.
pub async fn attach_payment(tx: &TenantTx, id: OrderId, payment: PaymentId) -> Result<order::Model> {
    let order = tx.find(order::Entity::find_by_id(id).lock_exclusive()).await?;
    if order.payment_id == Some(payment) {
        return Ok(order);
    }
    if order.state != order::State::PendingPayment || order.payment_id.is_some() {
        return Err(Problem::new(codes::ORDER_ENDED));
    }
    let version = order.version + 1;
    let mut row = order.into_active_model();
    row.payment_id = Set(Some(payment));
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    tx.update(row).await
}
