//! What follows for the order in the seller's schema, for the goods in the supplier's, and for
//! the money owed back to the buyer.

use crate::{
    Flows, checkout,
    trades::{Step, step},
};
use kernel::{Actor, OrderLineId, Problem, Result};
use payment::events::{PaymentCaptured, PaymentUnmatched, RefundSucceeded, WebhookReceived};
use platform::Delivery;
use sales::OrderExpiryDue;
use trade::{
    events::{TradeMoved, TradeOpened},
    rules::{Action, State},
};

/// The time to pay is over.
pub async fn expiry_due(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: OrderExpiryDue = delivery.read()?;
    let seller = delivery.company.ok_or_else(|| Problem::internal("an order without a company"))?;
    checkout::expire(&flows, seller, event.order_id).await
}

/// A provider reported something.
pub async fn webhook(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: WebhookReceived = delivery.read()?;
    payment::work::handle_webhook(&flows.app, &flows.gateways, &event.gateway, &event.event_id).await
}

/// Money came in: the trades are opened, if that was not done at once.
pub async fn captured(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: PaymentCaptured = delivery.read()?;
    checkout::complete(&flows, event.payment_id).await
}

/// Goods whose reservation has run out go back on sale.
pub async fn reservation_due(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: stock::ReservationDue = delivery.read()?;
    let supplier = delivery.company.ok_or_else(|| Problem::internal("a reservation without a company"))?;
    let tx = flows.app.tenant(supplier).await?;
    stock::actions::release_expired(&tx, event.order_id).await?;
    tx.commit().await
}

/// The order is paid; the customer and the best-sellers are counted once per order and part.
pub async fn paid(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeOpened = delivery.read()?;
    let tx = flows.app.tenant(event.seller_id).await?;
    if tx.first_time(delivery.id, "sales.mark_paid").await? {
        sales::actions::mark_paid(&tx, event.order_id, event.at).await?;
        sales::actions::part_changed(&tx, event.trade_id, State::Paid.name(), 0, &[]).await?;
        let full = sales::queries::order(&tx, event.order_id).await?.ok_or_else(Problem::not_found)?;
        let sold: Vec<_> =
            full.lines.iter().filter(|line| line.trade_id == event.trade_id).map(|line| (line.listing_id, i64::from(line.quantity))).collect();
        catalog::actions::count_sold(&tx, &sold).await?;
        tx.commit().await?;
    }
    Ok(())
}

/// The goods are the buyer's now. Where they were released meanwhile and are gone, because the
/// money came late, the trade is cancelled and the money goes back.
pub async fn firm(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeOpened = delivery.read()?;
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, event.trade_id).await?;
    drop(tx);
    if full.trade.state == State::Cancelled {
        return Ok(());
    }
    let lines: Vec<OrderLineId> = full.lines.iter().map(|line| line.id).collect();
    let tx = flows.app.tenant(event.supplier_id).await?;
    match stock::actions::firm(&tx, &lines).await {
        Ok(()) => tx.commit().await,
        Err(problem) if problem.code == stock::UNAVAILABLE => {
            drop(tx);
            let tx = flows.app.platform().await?;
            let reason = "late_payment".to_owned();
            step(&tx, event.trade_id, Actor::SYSTEM, Step::Cancel { lines: None, reason }).await?;
            tx.commit().await
        }
        Err(problem) => Err(problem),
    }
}

/// The seller's order shows where each of its parts stands.
pub async fn part_changed(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeMoved = delivery.read()?;
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, event.trade_id).await?;
    drop(tx);
    let cancelled: Vec<OrderLineId> = full.lines.iter().filter(|line| line.cancelled).map(|line| line.id).collect();
    let tx = flows.app.tenant(event.seller_id).await?;
    // The state is the trade's present one, not the event's: a late repetition cannot set it back.
    sales::actions::part_changed(&tx, event.trade_id, full.trade.state.name(), full.trade.refunded_minor, &cancelled).await?;
    tx.commit().await
}

/// Goods leave the warehouse when the shipment is approved, and go back on sale when cancelled.
pub async fn stock_moved(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeMoved = delivery.read()?;
    if !matches!(event.action, Action::ApproveShipment | Action::Cancel | Action::CancelLines | Action::DeclinePo) {
        return Ok(());
    }
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, event.trade_id).await?;
    drop(tx);
    let tx = flows.app.tenant(event.supplier_id).await?;
    if !tx.first_time(delivery.id, "stock.follow_trade").await? {
        return Ok(());
    }
    if event.action == Action::ApproveShipment {
        let shipped: Vec<_> =
            full.lines.iter().filter(|line| !line.cancelled).map(|line| (line.id, line.delivered.unwrap_or(line.quantity))).collect();
        stock::actions::ship(&tx, event.trade_id, &shipped).await?;
    } else {
        let lines: Vec<OrderLineId> =
            full.lines.iter().filter(|line| line.cancelled || full.trade.state == State::Cancelled).map(|line| line.id).collect();
        stock::actions::release(&tx, &lines).await?;
    }
    tx.commit().await
}

/// Money is owed to a buyer: the provider is asked at once, and again by the sweep if it does not answer.
pub async fn refund_requested(flows: Flows, _delivery: Delivery) -> Result<()> {
    payment::work::submit_refunds(&flows.app, &flows.gateways).await.map(drop)
}

/// The provider has paid the buyer back.
pub async fn refund_succeeded(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: RefundSucceeded = delivery.read()?;
    let tx = flows.app.platform().await?;
    ledger::moves::refund_paid(&tx, event.refund_id, event.amount).await?;
    tx.commit().await
}

/// Captured money that belongs to no order is set aside for its payer.
pub async fn unmatched(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: PaymentUnmatched = delivery.read()?;
    let tx = flows.app.platform().await?;
    ledger::moves::refund_unmatched(&tx, event.payment_id, event.amount).await?;
    tx.commit().await
}
