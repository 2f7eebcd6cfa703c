//! The operator, or its rule, issues the purchase order, once the gate has been passed.

use super::step::{self, Step};
use crate::{
    codes::{GATE_RED, GATE_UNCHECKED, REASON_REQUIRED},
    entity::{
        gate_check::{self, Outcome},
        purchase_order, trade,
        trade_event::OVERRIDE_REASON,
    },
    numbers::number,
    rules::Action,
};
use kernel::{Actor, Problem, PurchaseOrderId, Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;
use uuid::Uuid;

/// `po_requested` → `po_issued`. Errors: never checked, or the latest check is red.
pub async fn issue_po(tx: &PlatformTx, id: TradeId, actor: Actor) -> Result<(trade::Model, purchase_order::Model)> {
    issue(tx, id, actor, None).await
}

/// The same although the latest check is red; the reason is kept with what was found, for the
/// operator alone. Errors: never checked; no reason.
pub async fn issue_po_overriding(
    tx: &PlatformTx,
    id: TradeId,
    actor: Actor,
    reason: impl Into<String>,
) -> Result<(trade::Model, purchase_order::Model)> {
    let reason = reason.into().trim().to_owned();
    if reason.is_empty() {
        return Err(Problem::new(REASON_REQUIRED).field("override_reason", "required"));
    }
    issue(tx, id, actor, Some(reason)).await
}

async fn issue(tx: &PlatformTx, id: TradeId, actor: Actor, over: Option<String>) -> Result<(trade::Model, purchase_order::Model)> {
    let trade = step::lock(tx, id).await?;
    step::permit(&trade, Action::IssuePo, actor)?;
    let latest = tx.one(gate_check::latest(id)).await?.ok_or(GATE_UNCHECKED)?;
    let mut step = Step::new(Action::IssuePo, actor);
    if latest.outcome == Outcome::Red {
        let reason = over.ok_or(GATE_RED)?;
        step = step.details(serde_json::json!({ (OVERRIDE_REASON): reason, "findings": latest.findings }));
    }
    let now = tx.now();
    let order = tx
        .insert(purchase_order::ActiveModel {
            id: Set(PurchaseOrderId::new()),
            trade_id: Set(id),
            number: Set(free_number(tx).await?),
            issued_at: Set(now),
            issued_by: Set(actor.account),
        })
        .await?;
    let moved = step::take(tx, &trade, step, |row| row.po_issued_at = Set(Some(now))).await?;
    Ok((moved, order))
}

/// A number that no purchase order has.
async fn free_number(tx: &PlatformTx) -> Result<String> {
    loop {
        let candidate = number("PO-", tx.now(), Uuid::new_v4());
        if tx.one(purchase_order::by_number(&candidate)).await?.is_none() {
            return Ok(candidate);
        }
    }
}
