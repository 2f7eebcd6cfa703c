//! The buyer confirms the purchase, or its silence does.

use super::step::{self, Step};
use crate::{
    entity::{claim, trade},
    rules::{Action, deadlines},
};
use kernel::{Actor, ActorKind, Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;

/// `arrived` → `confirmed`. The system confirms only after the deadline, after the warning, and
/// never while a claim is open.
pub async fn confirm(tx: &PlatformTx, id: TradeId, actor: Actor) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    step::permit(&trade, Action::Confirm, actor)?;
    if actor.kind == ActorKind::System {
        let open_claims = tx.count(claim::open_of(id)).await?;
        deadlines::confirmable(trade.confirm_due_at, trade.warned_at, open_claims, tx.now())?;
    }
    let now = tx.now();
    step::take(tx, &trade, Step::new(Action::Confirm, actor), |row| row.confirmed_at = Set(Some(now))).await
}
