//! Cancels a trade, or some whole lines of it, before the shipment is approved. What was paid for
//! them goes back to the buyer; the delivery fee goes back with the whole trade alone.

use super::step::{self, Step};
use crate::{
    codes::LINES_UNKNOWN,
    entity::{
        claim::{self, Kind},
        trade, trade_line,
    },
    rules::{
        Action,
        amounts::{Amounts, add},
    },
};
use kernel::{Actor, ClaimId, OrderLineId, Problem, Result, TradeId};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

/// What a cancellation came to.
#[derive(Clone, Debug)]
pub struct Cancellation {
    /// The trade afterwards.
    pub trade: trade::Model,
    /// What goes back to the buyer, in the trade's currency.
    pub refund_minor: i64,
    /// The lines that were cancelled with it.
    pub lines: Vec<OrderLineId>,
    /// Whether nothing is left of the trade.
    pub whole: bool,
    /// The claim that records it; its id is the key of the refund.
    pub claim: claim::Model,
}

/// Cancels the lines named, or all that are left. Errors: a line that is not of this trade or is
/// cancelled already, and a state in which nothing can be cancelled.
pub async fn cancel_lines(
    tx: &PlatformTx,
    id: TradeId,
    actor: Actor,
    lines: Option<Vec<OrderLineId>>,
    reason: impl Into<String>,
) -> Result<Cancellation> {
    let trade = step::lock(tx, id).await?;
    step::permit(&trade, Action::Cancel, actor)?;
    let standing: Vec<trade_line::Model> = tx.all(trade_line::of_trades(&[id])).await?.into_iter().filter(|line| !line.cancelled).collect();
    let chosen = choose(&standing, lines)?;
    let action = if chosen.len() == standing.len() { Action::Cancel } else { Action::CancelLines };
    cancel(tx, &trade, &standing, &chosen, Step::new(action, actor).because(reason)).await
}

/// The distinct lines asked for, or all.
fn choose(standing: &[trade_line::Model], lines: Option<Vec<OrderLineId>>) -> Result<Vec<OrderLineId>> {
    let Some(mut chosen) = lines else { return Ok(standing.iter().map(|line| line.id).collect()) };
    chosen.sort_unstable();
    chosen.dedup();
    if chosen.is_empty() {
        return Err(Problem::invalid("line_ids", "required"));
    }
    for (index, id) in chosen.iter().enumerate() {
        if !standing.iter().any(|line| line.id == *id) {
            return Err(Problem::new(LINES_UNKNOWN).field(format!("line_ids.{index}"), "unknown"));
        }
    }
    Ok(chosen)
}

/// Takes the step with everything that a cancellation writes.
pub(super) async fn cancel(
    tx: &PlatformTx,
    trade: &trade::Model,
    standing: &[trade_line::Model],
    chosen: &[OrderLineId],
    step: Step,
) -> Result<Cancellation> {
    let (gone, left): (Vec<_>, Vec<_>) = standing.iter().partition(|line| chosen.contains(&line.id));
    let whole = left.is_empty();
    let left: Vec<_> = left.iter().map(|line| line.frozen()).collect();
    let after = Amounts::of(&left, if whole { 0 } else { trade.delivery_minor }, trade.currency)?;
    let refund_minor = trade.amounts().total()?.checked_sub(after.total()?).ok_or(kernel::MoneyError::Overflow)?;
    let refunded_minor = add(trade.refunded_minor, refund_minor)?;
    let (by, reason) = (step.actor.kind, step.reason.clone().unwrap_or_default());
    let step = step.refunding(refund_minor).details(serde_json::json!({ "line_ids": chosen, "refund_minor": refund_minor }));
    let moved = step::take(tx, trade, step, |row| step::set_amounts(row, after, refunded_minor)).await?;
    tx.update_many(
        trade_line::Entity::update_many()
            .col_expr(trade_line::Column::Cancelled, Expr::value(true))
            .filter(trade_line::Column::TradeId.eq(trade.id))
            .filter(trade_line::Column::Id.is_in(chosen.iter().copied())),
    )
    .await?;
    let lines = gone.iter().map(|line| claim::Line { line_id: line.id, quantity: line.quantity, amounts: line.frozen() }).collect();
    let claim = tx
        .insert(claim::ActiveModel {
            id: Set(ClaimId::new()),
            trade_id: Set(trade.id),
            kind: Set(Kind::Cancellation),
            state: Set(claim::State::Resolved),
            reason: Set(reason.trim().to_owned()),
            lines: Set(claim::Lines(lines)),
            refund_minor: Set(refund_minor),
            currency: Set(trade.currency),
            opened_by: Set(by),
            opened_at: Set(tx.now()),
            resolved_at: Set(Some(tx.now())),
        })
        .await?;
    Ok(Cancellation { trade: moved, refund_minor, lines: chosen.to_vec(), whole, claim })
}
