//! The supplier, or its rule, accepts the purchase order.

use super::step::{self, Step};
use crate::{entity::trade, rules::Action};
use kernel::{Actor, Result, TradeId};
use platform::PlatformTx;

/// `po_issued` → `po_accepted`.
pub async fn accept_po(tx: &PlatformTx, id: TradeId, actor: Actor) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    step::take(tx, &trade, Step::new(Action::AcceptPo, actor), |_| {}).await
}
