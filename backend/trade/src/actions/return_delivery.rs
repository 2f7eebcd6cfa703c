//! The operator sends a wrong delivery confirmation back; the supplier files another.

use super::step::{self, Step};
use crate::{
    entity::{delivery_confirmation, trade},
    rules::Action,
};
use kernel::{Actor, Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::{Set, Unchanged};

/// `delivery_filed` → `po_accepted`, with a reason.
pub async fn return_delivery(tx: &PlatformTx, id: TradeId, actor: Actor, reason: impl Into<String>) -> Result<trade::Model> {
    let trade = step::lock(tx, id).await?;
    step::permit(&trade, Action::ReturnDelivery, actor)?;
    let reason = reason.into();
    let standing = tx.find(delivery_confirmation::standing(&[id])).await?;
    let step = Step::new(Action::ReturnDelivery, actor).because(&reason);
    let step = step.details(serde_json::json!({ "delivery_confirmation_id": standing.id }));
    let moved = step::take(tx, &trade, step, |row| {
        row.carrier = Set(None);
        row.tracking_number = Set(None);
    })
    .await?;
    let row = delivery_confirmation::ActiveModel {
        id: Unchanged(standing.id),
        returned_at: Set(Some(tx.now())),
        return_reason: Set(Some(reason.trim().to_owned())),
        ..Default::default()
    };
    tx.update(row).await?;
    Ok(moved)
}
