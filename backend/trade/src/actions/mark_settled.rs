//! Notes that a company was settled for its part; the trade is settled when both are.

use super::step::{self, Step};
use crate::{
    codes::TRANSITION_REFUSED,
    entity::trade,
    rules::{Action, State},
};
use kernel::{Actor, Problem, Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::{Set, Unchanged};

/// Notes it for the seller's part or for the supplier's; a second time changes nothing.
pub async fn mark_settled(tx: &PlatformTx, id: TradeId, as_seller: bool) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    let noted = if as_seller { trade.seller_settled_at } else { trade.supplier_settled_at };
    if noted.is_some() {
        return Ok(trade);
    }
    if trade.state != State::Confirmed {
        return Err(Problem::new(TRANSITION_REFUSED).detail(format!("settle is not possible from {}", trade.state.name())));
    }
    let mut row = trade::ActiveModel { id: Unchanged(id), updated_at: Set(tx.now()), version: Set(trade.version + 1), ..Default::default() };
    if as_seller {
        row.seller_settled_at = Set(Some(tx.now()));
    } else {
        row.supplier_settled_at = Set(Some(tx.now()));
    }
    let noted = tx.update(row).await?;
    if noted.seller_settled_at.is_some() && noted.supplier_settled_at.is_some() {
        return step::take(tx, &noted, Step::new(Action::Settle, Actor::SYSTEM), |_| {}).await;
    }
    Ok(noted)
}
