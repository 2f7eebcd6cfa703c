//! Notes that the buyer was warned that silence releases the money.

use super::step;
use crate::{entity::trade, rules::State};
use kernel::{Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::{Set, Unchanged};

/// `false` if the buyer was warned before, or the trade has moved on.
pub async fn warn_confirmation(tx: &PlatformTx, id: TradeId) -> Result<bool> {
    let trade = step::lock(tx, id).await?;
    if trade.state != State::Arrived || trade.warned_at.is_some() {
        return Ok(false);
    }
    let row = trade::ActiveModel {
        id: Unchanged(id),
        warned_at: Set(Some(tx.now())),
        updated_at: Set(tx.now()),
        version: Set(trade.version + 1),
        ..Default::default()
    };
    tx.update(row).await?;
    Ok(true)
}
