//! The one place where a trade moves: under its row's lock, by the table and for its own parties,
//! with one entry in the timeline and one event in the outbox.

use crate::{
    audit::TRADE_MOVED,
    codes::REASON_REQUIRED,
    entity::{trade, trade_event},
    events::TradeMoved,
    rules::{self, Action, State, amounts::Amounts, deadlines},
};
use kernel::{Actor, ActorKind, Problem, Result, TradeId};
use platform::{PlatformTx, audit::Entry};
use sea_orm::{
    ActiveValue::{Set, Unchanged},
    ColumnTrait, EntityTrait, QueryFilter,
};
use serde_json::json;

/// Longest reason that is kept.
const REASON_LENGTH_MAX: usize = 500;

/// A step to take.
pub(super) struct Step {
    pub action: Action,
    pub actor: Actor,
    pub reason: Option<String>,
    pub details: Option<serde_json::Value>,
    /// What goes back to the buyer with it.
    pub refund_minor: i64,
}

impl Step {
    pub fn new(action: Action, actor: Actor) -> Self {
        Self { action, actor, reason: None, details: None, refund_minor: 0 }
    }

    pub fn because(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    pub fn details(mut self, details: serde_json::Value) -> Self {
        self.details = Some(details);
        self
    }

    pub const fn refunding(mut self, minor: i64) -> Self {
        self.refund_minor = minor;
        self
    }
}

/// The trade, locked until the transaction ends.
pub(super) async fn lock(tx: &PlatformTx, id: TradeId) -> Result<trade::Model> {
    tx.find(trade::locked(id)).await
}

/// Whether the actor is a party of the trade and the table knows the step. A company that is no
/// party, and a buyer who is another, get the same answer as for a trade that does not exist.
pub(super) fn permit(trade: &trade::Model, action: Action, actor: Actor) -> Result<State> {
    let is_party = match actor.kind {
        ActorKind::Seller => actor.company == Some(trade.seller_id),
        ActorKind::Supplier => actor.company == Some(trade.supplier_id) && trade.is_visible_to(trade.supplier_id),
        // A guest's order is proven by its token, before this; two different accounts never match.
        ActorKind::Buyer => actor.account.is_none() || trade.buyer_account_id.is_none() || actor.account == trade.buyer_account_id,
        ActorKind::Operator | ActorKind::System => true,
    };
    if !is_party {
        return Err(Problem::not_found());
    }
    rules::next(trade.state, action, actor.kind)
}

/// Takes the step; `change` sets what else changes in the row.
pub(super) async fn take(tx: &PlatformTx, trade: &trade::Model, step: Step, change: impl FnOnce(&mut trade::ActiveModel)) -> Result<trade::Model> {
    let to = permit(trade, step.action, step.actor)?;
    let reason = reason(&step)?;
    let mut row = trade::ActiveModel {
        id: Unchanged(trade.id),
        state: Set(to),
        updated_at: Set(tx.now()),
        version: Set(trade.version + 1),
        ..Default::default()
    };
    if to != trade.state && trade.hold.is_some() {
        row.hold = Set(None);
        row.cleared_at = Set(Some(tx.now()));
    }
    change(&mut row);
    let confirm_due_at = row.confirm_due_at.try_as_ref().copied().unwrap_or(trade.confirm_due_at);
    let owed = deadlines::owed(to, trade.paid_at, confirm_due_at);
    row.due_by = Set(owed.map(|(by, _)| by));
    row.due_at = Set(owed.map(|(_, at)| at));
    let moved = tx.update(row).await?;
    let seq = record(tx, &moved, Some(trade.state), &step, reason.clone()).await?;
    log(tx, trade, &moved, &step, reason.clone()).await?;
    tx.emit(&TradeMoved {
        trade_id: moved.id,
        order_id: moved.order_id,
        seller_id: moved.seller_id,
        supplier_id: moved.supplier_id,
        action: step.action,
        from: trade.state,
        to,
        by: step.actor.kind,
        reason,
        refund_minor: step.refund_minor,
        seq,
        at: tx.now(),
    })
    .await?;
    Ok(moved)
}

/// Writes a step of a person into the audit log, in the part of the company that took it, or of the
/// seller. What rules and deadlines do is in the timeline alone.
async fn log(tx: &PlatformTx, before: &trade::Model, after: &trade::Model, step: &Step, reason: Option<String>) -> Result<()> {
    if step.actor.kind == ActorKind::System {
        return Ok(());
    }
    let entry = Entry::new(TRADE_MOVED, after.id, &after.number)
        .of(step.actor.company.unwrap_or(after.seller_id))
        .changed(json!({"state": before.state}), json!({"state": after.state, "step": step.action}));
    tx.record(reason.into_iter().fold(entry, Entry::because)).await
}

/// Adds an entry to the timeline and tells its place.
pub(super) async fn record(tx: &PlatformTx, trade: &trade::Model, from: Option<State>, step: &Step, reason: Option<String>) -> Result<i32> {
    // The row lock of the trade makes the count the next free place.
    let count = tx.count(trade_event::Entity::find().filter(trade_event::Column::TradeId.eq(trade.id))).await?;
    let seq = i32::try_from(count).map_err(Problem::internal)?;
    tx.insert(trade_event::ActiveModel {
        trade_id: Set(trade.id),
        seq: Set(seq),
        action: Set(step.action),
        from_state: Set(from),
        to_state: Set(trade.state),
        actor_kind: Set(step.actor.kind),
        account_id: Set(step.actor.account),
        company_id: Set(step.actor.company),
        api_key_id: Set(step.actor.api_key),
        reason: Set(reason),
        details: Set(step.details.clone()),
        at: Set(tx.now()),
    })
    .await?;
    Ok(seq)
}

/// The reason without blanks around it. Errors: missing where a person has to give one; too long.
fn reason(step: &Step) -> Result<Option<String>> {
    let reason = step.reason.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    if reason.is_none() && step.action.needs_reason() && step.actor.kind != ActorKind::System {
        return Err(Problem::new(REASON_REQUIRED).field("reason", "required"));
    }
    if reason.as_ref().is_some_and(|text| text.chars().count() > REASON_LENGTH_MAX) {
        return Err(Problem::invalid("reason", "too_long"));
    }
    Ok(reason)
}

/// Sets the amounts that stand, and what has gone back in all.
pub(super) fn set_amounts(row: &mut trade::ActiveModel, amounts: Amounts, refunded_minor: i64) {
    row.goods_minor = Set(amounts.goods_minor);
    row.delivery_minor = Set(amounts.delivery_minor);
    row.supply_minor = Set(amounts.supply_minor);
    row.fee_minor = Set(amounts.fee_minor);
    row.fee_vat_minor = Set(amounts.fee_vat_minor);
    row.margin_minor = Set(amounts.margin_minor);
    row.refunded_minor = Set(refunded_minor);
}
