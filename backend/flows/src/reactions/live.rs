//! Hints for open screens. Losing one costs nothing, so they are not marked as done.

use crate::Flows;
use kernel::Result;
use platform::{Delivery, live::Audience};

/// A company's profile or state changed.
pub async fn company_changed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: company::events::CompanyChanged = delivery.read()?;
    flows.app.live().tell(Audience::Company(event.company_id), "company", event.company_id).await;
    flows.app.live().tell(Audience::Operator, "company", event.company_id).await;
    Ok(())
}

/// A proposal waits for another person, or does not wait any more.
pub async fn proposal_moved(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: approval::events::ProposalMoved = delivery.read()?;
    if let Some(company) = event.company_id {
        flows.app.live().tell(Audience::Company(company), "proposal", event.proposal_id).await;
    }
    flows.app.live().tell(Audience::Operator, "proposal", event.proposal_id).await;
    Ok(())
}

/// An order waits for its payment.
pub async fn order_placed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: sales::OrderPlaced = delivery.read()?;
    if let Some(company) = delivery.company {
        flows.app.live().tell(Audience::Company(company), "order", event.order_id).await;
    }
    Ok(())
}

/// Money came in.
pub async fn payment_captured(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::PaymentCaptured = delivery.read()?;
    flows.app.live().tell(Audience::Order(event.order_id), "order", event.order_id).await;
    flows.app.live().tell(Audience::Operator, "payment", event.payment_id).await;
    Ok(())
}

/// An attempt to pay was refused.
pub async fn payment_failed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::PaymentFailed = delivery.read()?;
    flows.app.live().tell(Audience::Operator, "payment", event.payment_id).await;
    Ok(())
}

/// Money came in otherwise than it should; the operator decides.
pub async fn payment_held(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::PaymentHeld = delivery.read()?;
    flows.app.live().tell(Audience::Operator, "payment", event.payment_id).await;
    Ok(())
}

/// Money goes back to a buyer.
pub async fn refund_requested(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::RefundRequested = delivery.read()?;
    flows.app.live().tell(Audience::Operator, "payment", event.payment_id).await;
    Ok(())
}

/// Money went back to a buyer.
pub async fn refund_succeeded(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::RefundSucceeded = delivery.read()?;
    flows.app.live().tell(Audience::Operator, "payment", event.payment_id).await;
    Ok(())
}

/// A product is no longer on sale.
pub async fn listing_ended(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: catalog::events::ListingEnded = delivery.read()?;
    if let Some(company) = delivery.company {
        flows.app.live().tell(Audience::Company(company), "listing", event.listing_id).await;
    }
    Ok(())
}

/// The provider refuses a refund; a person has to look at it.
pub async fn refund_failed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: payment::events::RefundFailed = delivery.read()?;
    flows.app.live().tell(Audience::Operator, "payment", event.payment_id).await;
    Ok(())
}

/// Money is owed to a company.
pub async fn payout_opened(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutOpened = delivery.read()?;
    tell_of_payout(&flows, &event.0).await;
    Ok(())
}

/// A payout is on its way to the bank.
pub async fn payout_sent(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutSent = delivery.read()?;
    tell_of_payout(&flows, &event.0).await;
    Ok(())
}

/// A payout has arrived.
pub async fn payout_paid(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutPaid = delivery.read()?;
    tell_of_payout(&flows, &event.0).await;
    Ok(())
}

/// A payout came back.
pub async fn payout_returned(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutReturned = delivery.read()?;
    tell_of_payout(&flows, &event.0).await;
    Ok(())
}

async fn tell_of_payout(flows: &Flows, payout: &ledger::events::PayoutFacts) {
    flows.app.live().tell(Audience::Operator, "payout", payout.payout_id).await;
    flows.app.live().tell(Audience::Company(payout.company_id), "payout", payout.payout_id).await;
}

/// A trade began.
pub async fn trade_opened(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: trade::events::TradeOpened = delivery.read()?;
    tell_parties(&flows, event.seller_id, event.supplier_id, event.order_id, event.trade_id).await;
    Ok(())
}

/// A trade took a step.
pub async fn trade_moved(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: trade::events::TradeMoved = delivery.read()?;
    tell_parties(&flows, event.seller_id, event.supplier_id, event.order_id, event.trade_id).await;
    Ok(())
}

async fn tell_parties(flows: &Flows, seller: kernel::CompanyId, supplier: kernel::CompanyId, order: kernel::OrderId, trade: kernel::TradeId) {
    let live = flows.app.live();
    live.tell(Audience::Company(seller), "trade", trade).await;
    if supplier != seller {
        live.tell(Audience::Company(supplier), "trade", trade).await;
    }
    live.tell(Audience::Order(order), "trade", trade).await;
    live.tell(Audience::Operator, "trade", trade).await;
}
