//! The companies' own copies: purchase orders given and received, revenue, tax and settlement
//! entries, written from the facts of the trade under its matching key.

use crate::Flows;
use books::{
    actions::{NewSettlementEntry, PoCopy, PostedFor},
    purchase_order::{Direction, PoLine},
    rules::{Contract, FactLine, Party, Role, TradeFacts, postings},
    settlement_entry::Kind,
};
use kernel::{Problem, Result, SettlementId, TaxRule};
use ledger::events::{PayoutFacts, PayoutPaid, PayoutReturned, PayoutSent, SettlementMade};
use platform::{Delivery, TenantTx, clock::business_day, config::OperatorConfig};
use trade::{
    events::TradeMoved,
    queries::TradeFull,
    rules::{Action, State},
};

/// Lines of a settlement read at once.
const LINES_READ: u64 = 1_000;

/// Purchase orders: given at the seller, received at the supplier.
pub async fn purchase_orders(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeMoved = delivery.read()?;
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, event.trade_id).await?;
    let parties = crate::names::companies(&tx, &[event.seller_id, event.supplier_id]).await?;
    drop(tx);
    let Some(po) = &full.po else { return Ok(()) };
    for (owner, other, direction) in
        [(event.seller_id, event.supplier_id, Direction::Given), (event.supplier_id, event.seller_id, Direction::Received)]
    {
        let (Some(company), Some(counterparty)) = (parties.get(&owner), parties.get(&other)) else { continue };
        let tx = flows.app.tenant(owner).await?;
        let copy = PoCopy {
            id: po.id,
            trade_id: event.trade_id,
            number: po.number.clone(),
            counterparty_id: other,
            counterparty_name: counterparty.name.clone(),
            contract: contract(full.trade.contract),
            state: full.trade.state.name().to_owned(),
            currency: full.trade.currency,
            lines: full.lines.iter().filter(|line| !line.cancelled).map(po_line).collect(),
            supply_minor: full.trade.supply_minor,
            delivery_minor: full.trade.delivery_minor,
            ordered_on: business_day(po.issued_at, &company.time_zone),
            issued_at: po.issued_at,
        };
        // The trade's present state is written, not the event's, so a late repetition is harmless.
        if !books::actions::record_purchase_order(&tx, direction, copy.clone()).await? {
            books::actions::refresh_purchase_order(&tx, direction, copy, full.trade.arrived_at).await?;
        }
        tx.commit().await?;
    }
    Ok(())
}

fn po_line(line: &trade::entity::trade_line::Model) -> PoLine {
    PoLine {
        id: line.id,
        sku: line.sku.clone(),
        name: line.name.clone(),
        variant_name: line.variant_name.clone(),
        unit: line.unit.clone(),
        tax_class: line.tax_class,
        quantity: line.quantity,
        delivered: line.delivered,
        unit_supply_minor: line.unit_supply_minor,
        supply_minor: line.supply_minor,
    }
}

const fn contract(kind: trade::ContractKind) -> Contract {
    match kind {
        trade::ContractKind::Own => Contract::Own,
        trade::ContractKind::Resale => Contract::Resale,
        trade::ContractKind::Consignment => Contract::Consignment,
        trade::ContractKind::Agency => Contract::Agency,
    }
}

/// Sales, revenue and tax of a confirmed trade, on both sides.
pub async fn revenue_and_tax(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: TradeMoved = delivery.read()?;
    if event.action != Action::Confirm || event.to != State::Confirmed {
        return Ok(());
    }
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, event.trade_id).await?;
    let parties = crate::names::companies(&tx, &[event.seller_id, event.supplier_id]).await?;
    drop(tx);
    let (Some(seller), Some(supplier)) = (parties.get(&event.seller_id), parties.get(&event.supplier_id)) else {
        return Err(Problem::internal("a party of the trade is missing"));
    };
    let facts = facts(&full, seller, supplier, &flows.app.config().operator)?;
    let sides = [(seller, Role::Seller), (supplier, Role::Supplier)];
    let sides = if seller.id == supplier.id { &sides[..1] } else { &sides[..] };
    for (company, role) in sides {
        let tx = flows.app.tenant(company.id).await?;
        if tx.first_time(delivery.id, "books.revenue_and_tax").await? {
            let posted = postings(&facts, *role)?;
            let of = PostedFor {
                trade_id: event.trade_id,
                order_id: (*role == Role::Seller).then_some(event.order_id),
                posted_on: business_day(event.at, &company.time_zone),
                event_id: delivery.id,
            };
            books::actions::post_trade(&tx, &posted, of).await?;
            tx.commit().await?;
        }
    }
    Ok(())
}

fn facts(full: &TradeFull, seller: &crate::names::Company, supplier: &crate::names::Company, operator: &OperatorConfig) -> Result<TradeFacts> {
    let party = |company: &crate::names::Company| Party { id: company.id, name: company.name.clone(), number: company.business_number.clone() };
    let trade = &full.trade;
    Ok(TradeFacts {
        trade_id: trade.id,
        order_id: trade.order_id,
        contract: contract(trade.contract),
        currency: trade.currency,
        tax_rule: TaxRule::of_country(&seller.country).unwrap_or(TaxRule::KR),
        buyer_name: trade.buyer.name.clone(),
        seller: party(seller),
        supplier: party(supplier),
        operator_name: operator.name.clone(),
        operator_number: Some(operator.business_number.clone()).filter(|number| !number.is_empty()),
        lines: full
            .lines
            .iter()
            .filter(|line| !line.cancelled)
            .map(|line| {
                let delivered = i64::from(line.delivered.unwrap_or(line.quantity));
                FactLine {
                    tax_class: line.tax_class,
                    goods_minor: delivered * line.unit_price_minor,
                    supply_minor: delivered * line.unit_supply_minor,
                }
            })
            .collect(),
        delivery_minor: trade.delivery_minor,
        fee_minor: trade.fee_minor,
        fee_vat_minor: trade.fee_vat_minor,
    })
}

/// A settlement, line by line.
pub async fn settled(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: SettlementMade = delivery.read()?;
    let tx = flows.app.platform().await?;
    let mut lines = Vec::new();
    loop {
        let after = lines.last().map(|line: &ledger::entity::settlement_line::Model| (line.trade_id, line.role));
        let page = ledger::queries::lines_after(&tx, event.settlement_id, after, LINES_READ).await?;
        let last = u64::try_from(page.len()).unwrap_or(0) < LINES_READ;
        lines.extend(page);
        if last {
            break;
        }
    }
    drop(tx);
    let tx = flows.app.tenant(event.company_id).await?;
    if !tx.first_time(delivery.id, "books.settlement").await? {
        return Ok(());
    }
    for line in lines {
        let entry = NewSettlementEntry {
            trade_id: Some(line.trade_id),
            settlement_id: event.settlement_id,
            payout_id: None,
            kind: Kind::Settled,
            role: Some(role_name(line.role).to_owned()),
            currency: event.net.currency,
            gross_minor: line.gross_minor,
            fee_minor: line.fee_minor,
            net_minor: line.net_minor,
            posted_on: event.settled_on,
            event_id: delivery.id,
        };
        books::actions::post_settlement(&tx, entry).await?;
    }
    tx.commit().await
}

const fn role_name(role: ledger::SettlementRole) -> &'static str {
    match role {
        ledger::SettlementRole::Seller => "seller",
        ledger::SettlementRole::Supplier => "supplier",
    }
}

/// Money is on its way to the company's bank.
pub async fn payout_sent(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: PayoutSent = delivery.read()?;
    payout(&flows, &delivery, Kind::PayoutSent, &event.0).await
}

/// The money has arrived at the company's bank.
pub async fn payout_paid(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: PayoutPaid = delivery.read()?;
    payout(&flows, &delivery, Kind::PayoutPaid, &event.0).await
}

/// The company's bank sent the money back.
pub async fn payout_returned(flows: Flows, delivery: Delivery) -> Result<()> {
    let event: PayoutReturned = delivery.read()?;
    payout(&flows, &delivery, Kind::PayoutReturned, &event.0).await
}

async fn payout(flows: &Flows, delivery: &Delivery, kind: Kind, fact: &PayoutFacts) -> Result<()> {
    let tx = flows.app.platform().await?;
    let company = company::queries::by_id(&tx, fact.company_id).await?.ok_or_else(Problem::not_found)?;
    let settlement = ledger::queries::payout(&tx, fact.payout_id).await?.settlement_id;
    drop(tx);
    let tx: TenantTx = flows.app.tenant(fact.company_id).await?;
    if !tx.first_time(delivery.id, "books.payout").await? {
        return Ok(());
    }
    let entry = NewSettlementEntry {
        trade_id: None,
        // A payout that follows a returned one belongs to no settlement of its own.
        settlement_id: settlement.unwrap_or(SettlementId(fact.payout_id.uuid())),
        payout_id: Some(fact.payout_id),
        kind,
        role: None,
        currency: fact.amount.currency,
        gross_minor: fact.amount.minor,
        fee_minor: 0,
        net_minor: fact.amount.minor,
        posted_on: business_day(delivery.at, &company.time_zone),
        event_id: delivery.id,
    };
    books::actions::post_settlement(&tx, entry).await?;
    tx.commit().await
}
