//! Notes that a company was settled for its part; the trade is settled when both are.

use super::step::{self, Step};
use crate::{
    codes::TRANSITION_REFUSED,
    entity::trade,
    rules::{Action, State},
};
use chrono::{DateTime, Utc};
use kernel::{Actor, ActorKind, Problem, Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::{Set, Unchanged};

/// Notes it for `role` (seller or supplier); a second time changes nothing.
pub async fn mark_settled(tx: &PlatformTx, id: TradeId, role: ActorKind, at: DateTime<Utc>) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    let noted = match role {
        ActorKind::Seller => trade.seller_settled_at,
        ActorKind::Supplier => trade.supplier_settled_at,
        ActorKind::Buyer | ActorKind::Operator | ActorKind::System => {
            return Err(Problem::internal("only sellers and suppliers are settled"));
        }
    };
    if noted.is_some() {
        return Ok(trade);
    }
    if trade.state != State::Confirmed {
        return Err(Problem::new(TRANSITION_REFUSED).detail(format!("settle is not possible from {}", trade.state.name())));
    }
    let mut row = trade::ActiveModel {
        id: Unchanged(id),
        updated_at: Set(tx.now()),
        version: Set(trade.version + 1),
        ..Default::default()
    };
    if role == ActorKind::Seller {
        row.seller_settled_at = Set(Some(at));
    } else {
        row.supplier_settled_at = Set(Some(at));
    }
    let noted = tx.update(row).await?;
    if noted.seller_settled_at.is_some() && noted.supplier_settled_at.is_some() {
        return step::take(tx, &noted, Step::new(Action::Settle, Actor::SYSTEM), |_| {}).await;
    }
    Ok(noted)
}
