//! Lets a trade wait for the operator with the reasons, or go on. Its state stays as it is.

use super::step;
use crate::{
    entity::trade::{self, Hold},
    gate::{Finding, Findings},
};
use kernel::{Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::{Set, Unchanged};

/// Holds the trade before a step (`po`, `shipment`, `payment`).
pub async fn hold(tx: &PlatformTx, id: TradeId, at: &str, findings: &[Finding]) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    put(tx, trade, Some(Hold { at: at.to_owned(), findings: Findings(findings.to_vec()) })).await
}

/// Lets the trade go on; one that is not held stays as it is.
pub async fn clear_hold(tx: &PlatformTx, id: TradeId) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    put(tx, trade, None).await
}

/// Sets the hold of a locked trade, if it differs.
pub(super) async fn put(tx: &PlatformTx, trade: trade::Model, hold: Option<Hold>) -> Result<trade::Model> {
    if trade.hold == hold {
        return Ok(trade);
    }
    let mut row = trade::ActiveModel { id: Unchanged(trade.id), updated_at: Set(tx.now()), version: Set(trade.version + 1), ..Default::default() };
    if hold.is_none() {
        row.cleared_at = Set(Some(tx.now()));
    }
    row.hold = Set(hold);
    tx.update(row).await
}
