//! The seller, or its rule, asks for a purchase order.

use super::step::{self, Step};
use crate::{entity::trade, rules::Action};
use kernel::{Actor, Result, TradeId};
use platform::PlatformTx;

/// `paid` → `po_requested`.
pub async fn request_po(tx: &PlatformTx, id: TradeId, actor: Actor) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    step::take(tx, &trade, Step::new(Action::RequestPo, actor), |_| {}).await
}
