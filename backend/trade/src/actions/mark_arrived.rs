//! The supplier, a carrier or the buyer says that the goods are there; the time in which the buyer
//! may answer begins.

use super::step::{self, Step};
use crate::{
    entity::{operator_rule, trade},
    rules::{Action, deadlines},
};
use kernel::{Actor, Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;

/// `in_transit` → `arrived`.
pub async fn mark_arrived(tx: &PlatformTx, id: TradeId, actor: Actor) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    let rule = tx.find(operator_rule::the_one()).await?;
    let now = tx.now();
    step::take(tx, &trade, Step::new(Action::MarkArrived, actor), |row| {
        row.arrived_at = Set(Some(now));
        row.confirm_due_at = Set(Some(deadlines::confirm_due_at(now, rule.confirm_after_days)));
    })
    .await
}
