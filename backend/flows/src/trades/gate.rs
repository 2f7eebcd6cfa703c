//! The gate before a purchase order: gathers the facts from where they live, lets the trade
//! context compare them, and keeps what it found.

use crate::Flows;
use kernel::{CompanyId, Result, TradeId, VariantId};
use std::collections::HashMap;
use trade::gate::{self, Finding, PaymentFacts, Standing};

/// Checks an order against the registered items. Returns what does not agree; empty is green.
pub async fn check(flows: &Flows, id: TradeId) -> Result<Vec<Finding>> {
    let started = flows.app.clock().stopwatch();
    let tx = flows.app.platform().await?;
    let full = trade::queries::full(&tx, id).await?;
    let (seller, supplier) = (full.trade.seller_id, full.trade.supplier_id);
    let mut facts = gate::load(&tx, &full.trade, &full.lines).await?;
    let parties = company::queries::by_ids(&tx, &[seller, supplier]).await?;
    facts.standing = [seller, supplier].into_iter().map(|id| (id, standing(parties.get(&id)))).collect::<HashMap<CompanyId, Standing>>();
    let payment = payment::queries::payment(&tx, full.trade.payment_id).await?;
    facts.payment = Some(PaymentFacts {
        captured: payment.state == payment::PaymentState::Captured,
        held: payment.state == payment::PaymentState::Held,
        captured_minor: payment.captured_minor,
        currency: payment.currency,
    });
    drop(tx);
    facts.stock = stock(flows, supplier, &full).await?;
    let findings = gate::check(&facts);
    let tx = flows.app.platform().await?;
    trade::actions::record_check(&tx, id, &findings, started.elapsed()).await?;
    tx.commit().await?;
    Ok(findings)
}

fn standing(company: Option<&crate::names::Company>) -> Standing {
    use company::company::Status;
    match company.map(|company| company.status) {
        Some(Status::Verified) => Standing::Good,
        Some(Status::Suspended) => Standing::Suspended,
        _ => Standing::Unverified,
    }
}

/// Units at the supplier by variant: what is free, and what is reserved for this very trade.
async fn stock(flows: &Flows, supplier: CompanyId, full: &trade::queries::TradeFull) -> Result<HashMap<VariantId, i32>> {
    let variants: Vec<VariantId> = full.lines.iter().map(|line| line.variant_id).collect();
    let tx = flows.app.tenant(supplier).await?;
    let levels = stock::queries::levels(&tx, &variants).await?;
    let mut units: HashMap<VariantId, i32> = levels.into_iter().map(|(id, level)| (id, level.on_hand - level.reserved)).collect();
    for reservation in stock::queries::reservations(&tx, full.trade.order_id).await? {
        let own = full.lines.iter().any(|line| line.id == reservation.order_line_id);
        if own && reservation.state.counts() {
            *units.entry(reservation.variant_id).or_default() += reservation.quantity;
        }
    }
    Ok(units)
}
