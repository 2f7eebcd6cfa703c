//! Who hears of what by webhook: the companies concerned, each in the shape in which the API shows it
//! to that company. A supplier does not learn what a buyer paid, nor of a trade before its order.

use super::mails;
use crate::{Flows, names};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, PayoutId, Problem, Result};
use ledger::http::body::{Payout, Settlement};
use notify::{
    EventType, Template,
    actions::webhooks::{Occurrence, record},
    events::WebhookSwitchedOff,
    queries::webhooks::wanting,
};
use platform::{Delivery, PlatformTx};
use serde::Serialize;
use serde_json::{Value, json};
use trade::{
    events::{TradeMoved, TradeOpened},
    http::body::{Viewer, view},
    queries::TradeFull,
    rules::Action,
};

/// An order was paid, and a trade began: its seller hears of both, of the order once.
pub async fn trade_opened(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeOpened = delivery.read()?;
    let tx = flows.app.platform().await?;
    let seller = event.seller_id;
    if wants(&tx, seller, EventType::OrderPaid).await? {
        let parts = trade::queries::by_order(&tx, event.order_id).await?;
        // All trades of an order begin at once; the first of them speaks for it.
        if let Some(first) = parts.iter().map(|part| part.trade.id).min().filter(|id| *id == event.trade_id) {
            let number = parts.iter().find(|part| part.trade.id == first).map(|part| part.trade.order_number.clone());
            let mut trades = Vec::with_capacity(parts.len());
            for part in &parts {
                trades.push(seen_by(&tx, part, seller).await?);
            }
            let data = json!({"id": event.order_id, "number": number, "paid_at": event.at, "trades": trades});
            tell(&tx, &delivery, seller, EventType::OrderPaid, &event.order_id, event.at, data).await?;
        }
    }
    if wants(&tx, seller, EventType::TradeOpened).await? {
        let full = trade::queries::full(&tx, event.trade_id).await?;
        let data = seen_by(&tx, &full, seller).await?;
        tell(&tx, &delivery, seller, EventType::TradeOpened, &event.trade_id, event.at, data).await?;
    }
    tx.commit().await
}

/// A trade took a step: its seller hears of it, and its supplier from the purchase order on.
pub async fn trade_moved(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeMoved = delivery.read()?;
    let tx = flows.app.platform().await?;
    let mut full = None;
    for (company, kind) in heard(&event) {
        if !wants(&tx, company, kind).await? {
            continue;
        }
        let full = match &full {
            Some(full) => full,
            None => full.insert(trade::queries::full(&tx, event.trade_id).await?),
        };
        if full.trade.is_visible_to(company) {
            let data = seen_by(&tx, full, company).await?;
            tell(&tx, &delivery, company, kind, &event.trade_id, event.at, data).await?;
        }
    }
    tx.commit().await
}

/// Who hears what of a step.
fn heard(event: &TradeMoved) -> Vec<(CompanyId, EventType)> {
    let (seller, supplier) = (event.seller_id, event.supplier_id);
    let kind = match event.action {
        Action::IssuePo => return vec![(seller, EventType::PurchaseOrderIssued), (supplier, EventType::PurchaseOrderReceived)],
        // The beginning is an event of its own.
        Action::Open => return Vec::new(),
        Action::RequestPo => EventType::PoRequested,
        Action::AcceptPo => EventType::PoAccepted,
        Action::DeclinePo => EventType::PoDeclined,
        Action::FileDelivery => EventType::DeliveryFiled,
        Action::ReturnDelivery => EventType::DeliveryReturned,
        Action::ApproveShipment => EventType::ShipmentApproved,
        Action::MarkInTransit => EventType::InTransit,
        Action::MarkArrived => EventType::Arrived,
        Action::Confirm => EventType::Confirmed,
        Action::Settle => EventType::Settled,
        Action::CancelLines => EventType::LinesCancelled,
        Action::Cancel => EventType::Cancelled,
    };
    // The supplier does not hear of a purchase order before it is issued.
    if seller == supplier || kind == EventType::PoRequested { vec![(seller, kind)] } else { vec![(seller, kind), (supplier, kind)] }
}

/// A settlement was made.
pub async fn settled(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::SettlementMade = delivery.read()?;
    let tx = flows.app.platform().await?;
    if wants(&tx, event.company_id, EventType::SettlementMade).await? {
        let row = ledger::queries::settlement(&tx, event.settlement_id, Some(event.company_id)).await?;
        let data = json_of(&Settlement::from(row))?;
        tell(&tx, &delivery, event.company_id, EventType::SettlementMade, &event.settlement_id, delivery.at, data).await?;
    }
    tx.commit().await
}

/// A payout was opened.
pub async fn payout_opened(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutOpened = delivery.read()?;
    payout(flows, delivery, event.0.payout_id, EventType::PayoutOpened).await
}

/// A payout was given to the bank.
pub async fn payout_sent(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutSent = delivery.read()?;
    payout(flows, delivery, event.0.payout_id, EventType::PayoutSent).await
}

/// A payout has arrived.
pub async fn payout_paid(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutPaid = delivery.read()?;
    payout(flows, delivery, event.0.payout_id, EventType::PayoutPaid).await
}

/// A payout came back.
pub async fn payout_returned(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: ledger::events::PayoutReturned = delivery.read()?;
    payout(flows, delivery, event.0.payout_id, EventType::PayoutReturned).await
}

async fn payout(flows: Flows, delivery: Delivery, id: PayoutId, kind: EventType) -> Result<()> {
    let tx = flows.app.platform().await?;
    let row = ledger::queries::payout(&tx, id).await?;
    let company = row.company_id;
    if wants(&tx, company, kind).await? {
        let data = json_of(&Payout::from(row))?;
        tell(&tx, &delivery, company, kind, &id, delivery.at, data).await?;
    }
    tx.commit().await
}

/// An endpoint was given up: its company is written to.
pub async fn switched_off(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: WebhookSwitchedOff = delivery.read()?;
    let link = format!("{}/company/integrations/webhooks/{}", flows.app.config().public_url(), event.endpoint_id);
    let data = json!({"url": event.url, "what": event.reason, "endpoint_link": link});
    mails::company_mail(&flows, &delivery, event.company_id, Template::WebhookSwitchedOff, data).await
}

async fn wants(tx: &PlatformTx, company: CompanyId, kind: EventType) -> Result<bool> {
    Ok(!wanting(tx, company, kind).await?.is_empty())
}

async fn seen_by(tx: &PlatformTx, full: &TradeFull, company: CompanyId) -> Result<Value> {
    json_of(&view(full, &names::of_trade(tx, full).await?, Viewer::Company(company)))
}

fn json_of(shape: &impl Serialize) -> Result<Value> {
    serde_json::to_value(shape).map_err(Problem::internal)
}

async fn tell(
    tx: &PlatformTx,
    delivery: &Delivery,
    company: CompanyId,
    kind: EventType,
    object: &impl ToString,
    at: DateTime<Utc>,
    data: Value,
) -> Result<()> {
    let key = format!("{}:{}", delivery.id, kind.name());
    record(tx, &Occurrence { company, kind, object: object.to_string(), key, at, data }).await
}
