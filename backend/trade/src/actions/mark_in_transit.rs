//! The supplier, or a carrier, says that the goods have left.

use super::step::{self, Step};
use crate::{entity::trade, rules::Action};
use kernel::{Actor, Result, TradeId};
use platform::PlatformTx;

/// `shipment_approved` → `in_transit`.
pub async fn mark_in_transit(tx: &PlatformTx, id: TradeId, actor: Actor) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    step::take(tx, &trade, Step::new(Action::MarkInTransit, actor), |_| {}).await
}
