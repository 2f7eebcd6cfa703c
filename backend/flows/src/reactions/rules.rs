//! What happens by itself where the companies and the operator have said so, and the gate that
//! every purchase request goes through.

use crate::{
    Flows,
    trades::{self, Step, step},
};
use kernel::{Actor, CompanyId, Problem, Result, TradeId};
use platform::Delivery;
use trade::{
    events::{TradeMoved, TradeOpened},
    rules::{Action, State},
};

/// A paid order is requested at once where the seller's rule says so.
pub async fn opened(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeOpened = delivery.read()?;
    if rule(&flows, event.seller_id, |company| company.auto_request).await? {
        attempt(&flows, event.trade_id, State::Paid, Step::RequestPo).await?;
    }
    Ok(())
}

/// The next step of a trade, where a rule takes it.
pub async fn moved(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeMoved = delivery.read()?;
    match event.action {
        Action::RequestPo => gate(&flows, event.trade_id).await,
        Action::IssuePo if rule(&flows, event.supplier_id, |company| company.auto_accept).await? => {
            attempt(&flows, event.trade_id, State::PoIssued, Step::AcceptPo).await
        }
        Action::FileDelivery => {
            let tx = flows.app.platform().await?;
            // What is not delivered in full goes back to the buyer, so a person looks at it first.
            let approves = trade::queries::rules(&tx).await?.auto_approve && trade::queries::full(&tx, event.trade_id).await?.is_filed_in_full();
            drop(tx);
            if approves { attempt(&flows, event.trade_id, State::DeliveryFiled, Step::ApproveShipment).await } else { Ok(()) }
        }
        _ => Ok(()),
    }
}

/// Green goes through at once where the operator's rule allows; red waits in the queue with the reason.
async fn gate(flows: &Flows, id: TradeId) -> Result<()> {
    let tx = flows.app.platform().await?;
    let Some(trade) = trade::queries::trade(&tx, id).await? else { return Ok(()) };
    let issues = trade::queries::rules(&tx).await?.auto_issue;
    drop(tx);
    if trade.state != State::PoRequested {
        return Ok(());
    }
    let findings = trades::check(flows, id).await?;
    if findings.is_empty() && issues {
        attempt(flows, id, State::PoRequested, Step::IssuePo { findings, override_reason: None }).await
    } else {
        Ok(())
    }
}

/// Takes a step by rule if the trade still stands where the rule saw it; somebody may have been faster.
async fn attempt(flows: &Flows, id: TradeId, from: State, what: Step) -> Result<()> {
    let tx = flows.app.platform().await?;
    let stands = trade::queries::trade(&tx, id).await?.is_some_and(|trade| trade.state == from);
    if !stands {
        return Ok(());
    }
    match step(&tx, id, Actor::SYSTEM, what).await {
        Ok(_) => tx.commit().await,
        Err(problem) if problem.code == trade::codes::TRANSITION_REFUSED => Ok(()),
        Err(problem) => Err(problem),
    }
}

async fn rule(flows: &Flows, id: CompanyId, says: fn(&crate::names::Company) -> bool) -> Result<bool> {
    let tx = flows.app.platform().await?;
    let company = company::queries::by_id(&tx, id).await?.ok_or_else(Problem::not_found)?;
    Ok(says(&company))
}
