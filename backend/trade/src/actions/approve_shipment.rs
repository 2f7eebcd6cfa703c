//! The operator, or its rule, approves the shipment on the papers. What was not delivered is not
//! paid for: the amounts shrink to the delivered quantities and the rest goes back to the buyer.

use super::step::{self, Step};
use crate::{
    codes::DELIVERY_EMPTY,
    entity::{
        claim::{self, Kind},
        delivery_confirmation, delivery_line, trade, trade_line,
    },
    rules::{
        Action,
        amounts::{self, Amounts, LineAmounts, add},
    },
};
use kernel::{Actor, ClaimId, OrderLineId, Result, TradeId};
use platform::PlatformTx;
use sea_orm::ActiveValue::{Set, Unchanged};
use std::collections::HashMap;

/// What an approval came to.
#[derive(Clone, Debug)]
pub struct Approval {
    /// The trade afterwards.
    pub trade: trade::Model,
    /// What leaves, by line; zero where nothing was delivered.
    pub delivered: Vec<(OrderLineId, i32)>,
    /// What is missing, by line.
    pub short: Vec<Short>,
    /// What goes back to the buyer, in the trade's currency.
    pub refund_minor: i64,
    /// The claim that records it; its id is the key of the refund.
    pub claim: Option<claim::Model>,
}

/// A line of which less was delivered than ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Short {
    /// The line.
    pub line_id: OrderLineId,
    /// How many are missing.
    pub quantity: i32,
    /// What they come to.
    pub amounts: LineAmounts,
}

/// `delivery_filed` → `shipment_approved`. Error: nothing of what is left was delivered.
pub async fn approve_shipment(tx: &PlatformTx, id: TradeId, actor: Actor) -> Result<Approval> {
    let trade = step::lock(tx, id).await?;
    step::permit(&trade, Action::ApproveShipment, actor)?;
    let confirmation = tx.find(delivery_confirmation::standing(&[id])).await?;
    let filed: HashMap<OrderLineId, i32> =
        tx.all(delivery_line::of(&[confirmation.id])).await?.into_iter().map(|line| (line.trade_line_id, line.quantity)).collect();
    let lines: Vec<trade_line::Model> = tx.all(trade_line::of_trades(&[id])).await?.into_iter().filter(|line| !line.cancelled).collect();
    let (kept, delivered, short) = compare(&lines, &filed)?;
    if delivered.iter().all(|(_, quantity)| *quantity == 0) {
        return Err(DELIVERY_EMPTY.into());
    }
    let after = Amounts::of(&kept, trade.delivery_minor, trade.currency)?;
    let refund_minor = trade.goods_minor - after.goods_minor;
    let refunded_minor = add(trade.refunded_minor, refund_minor)?;
    let mut step = Step::new(Action::ApproveShipment, actor).refunding(refund_minor);
    if !short.is_empty() {
        step = step.details(serde_json::json!({ "short": claim::Lines(claim_lines(&short)), "refund_minor": refund_minor }));
    }
    let moved = step::take(tx, &trade, step, |row| step::set_amounts(row, after, refunded_minor)).await?;
    for (line, quantity) in &delivered {
        tx.update(trade_line::ActiveModel { id: Unchanged(*line), delivered: Set(Some(*quantity)), ..Default::default() }).await?;
    }
    let row = delivery_confirmation::ActiveModel {
        id: Unchanged(confirmation.id),
        approved_at: Set(Some(tx.now())),
        approved_by: Set(actor.account),
        ..Default::default()
    };
    tx.update(row).await?;
    let claim = if short.is_empty() { None } else { Some(record_claim(tx, &moved, actor, &short, refund_minor).await?) };
    Ok(Approval { trade: moved, delivered, short, refund_minor, claim })
}

type Compared = (Vec<LineAmounts>, Vec<(OrderLineId, i32)>, Vec<Short>);

/// Ordered against filed, line by line.
fn compare(lines: &[trade_line::Model], filed: &HashMap<OrderLineId, i32>) -> Result<Compared> {
    let mut compared: Compared = Default::default();
    for line in lines {
        let quantity = filed.get(&line.id).copied().unwrap_or(0);
        let kept = amounts::delivered(line.frozen(), line.quantity, quantity)?;
        compared.0.push(kept);
        compared.1.push((line.id, quantity));
        if quantity < line.quantity {
            compared.2.push(Short { line_id: line.id, quantity: line.quantity - quantity, amounts: amounts::less(line.frozen(), kept) });
        }
    }
    Ok(compared)
}

fn claim_lines(short: &[Short]) -> Vec<claim::Line> {
    short.iter().map(|line| claim::Line { line_id: line.line_id, quantity: line.quantity, amounts: line.amounts }).collect()
}

/// What is missing is decided by the papers, and its refund moves with this step: the claim is
/// resolved as it is opened.
async fn record_claim(tx: &PlatformTx, trade: &trade::Model, actor: Actor, short: &[Short], refund_minor: i64) -> Result<claim::Model> {
    tx.insert(claim::ActiveModel {
        id: Set(ClaimId::new()),
        trade_id: Set(trade.id),
        kind: Set(Kind::ShortDelivery),
        state: Set(claim::State::Resolved),
        reason: Set("short_delivery".to_owned()),
        lines: Set(claim::Lines(claim_lines(short))),
        refund_minor: Set(refund_minor),
        currency: Set(trade.currency),
        opened_by: Set(actor.kind),
        opened_at: Set(tx.now()),
        resolved_at: Set(Some(tx.now())),
    })
    .await
}
