//! The supplier refuses the purchase order: the trade is cancelled and everything goes back.

use super::{
    cancel_lines::{Cancellation, cancel},
    step::{self, Step},
};
use crate::{entity::trade_line, rules::Action};
use kernel::{Actor, Result, TradeId};
use platform::PlatformTx;

/// `po_issued` → `cancelled`, with a reason.
pub async fn decline_po(tx: &PlatformTx, id: TradeId, actor: Actor, reason: impl Into<String>) -> Result<Cancellation> {
    let trade = step::lock(tx, id).await?;
    step::permit(&trade, Action::DeclinePo, actor)?;
    let standing: Vec<trade_line::Model> = tx.all(trade_line::of_trades(&[id])).await?.into_iter().filter(|line| !line.cancelled).collect();
    let all: Vec<_> = standing.iter().map(|line| line.id).collect();
    cancel(tx, &trade, &standing, &all, Step::new(Action::DeclinePo, actor).because(reason)).await
}
