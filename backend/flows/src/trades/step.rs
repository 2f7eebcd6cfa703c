//! One step of a trade, with the money that it moves.

use crate::codes;
use kernel::{Actor, ActorKind, Money, OrderLineId, Problem, Result, TradeId};
use ledger::TradeMoney;
use platform::PlatformTx;
use trade::{actions::NewDelivery, entity::trade::Model as Trade, gate::Finding};

/// What somebody wants to do with a trade.
#[derive(Clone, Debug)]
pub enum Step {
    /// The seller asks for a purchase order.
    RequestPo,
    /// The purchase order is issued, with what the gate found; what is red needs a reason.
    IssuePo {
        /// What does not agree with the registered item.
        findings: Vec<Finding>,
        /// Why it is issued all the same.
        override_reason: Option<String>,
    },
    /// The supplier accepts.
    AcceptPo,
    /// The supplier declines.
    DeclinePo {
        /// Why.
        reason: String,
    },
    /// The supplier files the delivery confirmation.
    FileDelivery(NewDelivery),
    /// The operator sends the delivery confirmation back.
    ReturnDelivery {
        /// Why.
        reason: String,
    },
    /// The operator approves the shipment.
    ApproveShipment,
    /// The goods are on their way.
    MarkInTransit,
    /// The goods have arrived.
    MarkArrived,
    /// The purchase is confirmed; the money is released.
    Confirm,
    /// Whole lines, or everything, are cancelled.
    Cancel {
        /// Which lines; empty for all.
        lines: Option<Vec<OrderLineId>>,
        /// Why.
        reason: String,
    },
}

/// Takes a step. Errors: not a party, not allowed from this state, refused by the gate.
pub async fn step(tx: &PlatformTx, id: TradeId, actor: Actor, step: Step) -> Result<Trade> {
    use trade::actions;
    match step {
        Step::RequestPo => actions::request_po(tx, id, actor).await,
        Step::IssuePo { findings, override_reason } => {
            if !findings.is_empty() && override_reason.is_none() {
                return Err(red(&findings));
            }
            let (trade, _) = match override_reason {
                Some(reason) if !findings.is_empty() => actions::issue_po_overriding(tx, id, actor, reason).await?,
                _ => actions::issue_po(tx, id, actor).await?,
            };
            ledger::moves::reserve(tx, &money_of(&trade)).await?;
            Ok(trade)
        }
        Step::AcceptPo => actions::accept_po(tx, id, actor).await,
        Step::DeclinePo { reason } => {
            let cancellation = actions::decline_po(tx, id, actor, reason).await?;
            give_back(tx, &cancellation.trade, &cancellation.claim, cancellation.refund_minor, "po_declined").await?;
            Ok(cancellation.trade)
        }
        Step::FileDelivery(delivery) => actions::file_delivery(tx, id, actor, delivery).await,
        Step::ReturnDelivery { reason } => actions::return_delivery(tx, id, actor, reason).await,
        Step::ApproveShipment => {
            let approval = actions::approve_shipment(tx, id, actor).await?;
            if let Some(claim) = &approval.claim {
                give_back(tx, &approval.trade, claim, approval.refund_minor, "short_delivery").await?;
            }
            Ok(approval.trade)
        }
        Step::MarkInTransit => actions::mark_in_transit(tx, id, actor).await,
        Step::MarkArrived => actions::mark_arrived(tx, id, actor).await,
        Step::Confirm => {
            let trade = actions::confirm(tx, id, actor).await?;
            ledger::moves::release(tx, &money_of(&trade)).await?;
            Ok(trade)
        }
        Step::Cancel { lines, reason } => {
            let cancellation = actions::cancel_lines(tx, id, actor, lines, reason).await?;
            // By itself a trade is cancelled only where the money came when the goods were gone.
            let why = match (actor.kind, cancellation.whole) {
                (ActorKind::System, _) => "late_payment",
                (_, true) => "trade_cancelled",
                (_, false) => "lines_cancelled",
            };
            give_back(tx, &cancellation.trade, &cancellation.claim, cancellation.refund_minor, why).await?;
            Ok(cancellation.trade)
        }
    }
}

/// Sets money aside for the buyer and asks the provider to pay it back; what is left of the trade,
/// if a purchase order stands, is reserved anew. `why` is a short stable word that screens translate.
async fn give_back(tx: &PlatformTx, trade: &Trade, claim: &trade::entity::claim::Model, minor: i64, why: &str) -> Result<()> {
    let claim = claim.id.to_string();
    let amount: Money = trade.currency.minor(minor);
    if trade.state == trade::rules::State::Cancelled {
        ledger::moves::unreserve(tx, trade.id).await?;
    }
    ledger::moves::refund(tx, trade.id, &claim, amount).await?;
    if trade.state.has_purchase_order() {
        ledger::moves::reserve(tx, &money_of(trade)).await?;
    }
    if minor > 0 {
        payment::actions::request_refund(tx, trade.payment_id, Some(trade.id), &claim, amount, why).await?;
    }
    Ok(())
}

/// The shares of a trade as it stands.
#[must_use]
pub fn money_of(trade: &Trade) -> TradeMoney {
    TradeMoney {
        trade_id: trade.id,
        seller: trade.seller_id,
        supplier: trade.supplier_id,
        currency: trade.currency,
        goods_minor: trade.goods_minor,
        delivery_minor: trade.delivery_minor,
        supply_minor: trade.supply_minor,
        fee_minor: trade.fee_minor,
        fee_vat_minor: trade.fee_vat_minor,
        margin_minor: trade.margin_minor,
    }
}

fn red(findings: &[Finding]) -> Problem {
    findings.iter().fold(Problem::new(codes::GATE_RED), |problem, finding| {
        problem.field(
            serde_json::to_value(finding.check).ok().and_then(|name| name.as_str().map(str::to_owned)).unwrap_or_default(),
            finding.code.clone(),
        )
    })
}
