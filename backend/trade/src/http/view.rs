//! A trade as each viewer sees it. A supplier for another seller sees what it supplies and where
//! to, never the selling price, the fee or the seller's margin; a buyer sees what it pays, never
//! what the companies get.

use super::body::{
    BuyerView, ClaimView, DeliveryLineView, DeliveryView, DocumentView, HoldView, LineView, Party, ProgramName, PurchaseOrderView, TimelineEntry,
    TradeView,
};
use crate::{
    entity::{
        claim, trade,
        trade_event::{self, OVERRIDE_REASON},
        trade_line,
    },
    queries::{CompanyRole, DeliveryFull, TradeFull},
    rules::{self, Action},
};
use kernel::{ActorKind, ApiKeyId, CompanyId};
use std::collections::HashMap;

/// Who looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Viewer {
    /// A person of the operator.
    Operator,
    /// A member of a company.
    Company(CompanyId),
    /// The buyer.
    Buyer,
}

/// What things are called in other contexts.
#[derive(Clone, Debug, Default)]
pub struct Names {
    /// Companies.
    pub companies: HashMap<CompanyId, String>,
    /// Programs, by their API keys.
    pub programs: HashMap<ApiKeyId, String>,
}

/// What a viewer may see.
#[derive(Clone, Copy)]
struct Sight {
    /// What the buyer pays.
    prices: bool,
    /// What the supplier gets.
    supply: bool,
    /// Fee and margin.
    margin: bool,
    /// Who acted, and why a red check was passed.
    inside: bool,
}

impl Sight {
    fn of(viewer: Viewer, trade: &trade::Model) -> Self {
        match viewer {
            Viewer::Operator => Self { prices: true, supply: true, margin: true, inside: true },
            Viewer::Company(company) if company == trade.seller_id => Self { prices: true, supply: true, margin: true, inside: false },
            Viewer::Company(_) => Self { prices: false, supply: true, margin: false, inside: false },
            Viewer::Buyer => Self { prices: true, supply: false, margin: false, inside: false },
        }
    }
}

/// The trade as `viewer` sees it; `names` are those of its companies and of the programs in its timeline.
#[must_use]
pub fn view(full: &TradeFull, names: &Names, viewer: Viewer) -> TradeView {
    let trade = &full.trade;
    let sight = Sight::of(viewer, trade);
    let money = |minor| trade.money(minor);
    TradeView {
        id: trade.id,
        number: trade.number.clone(),
        order_id: trade.order_id,
        order_number: trade.order_number.clone(),
        seller: party(trade.seller_id, names),
        supplier: party(trade.supplier_id, names),
        contract: trade.contract,
        state: trade.state,
        my_roles: my_roles(trade, viewer),
        summary: trade.summary.clone(),
        paid: sight.prices.then(|| money(trade.paid_minor)),
        goods: sight.prices.then(|| money(trade.goods_minor)),
        delivery: money(trade.delivery_minor),
        supply: sight.supply.then(|| money(trade.supply_minor)),
        fee: sight.margin.then(|| money(trade.fee_minor)),
        fee_vat: sight.margin.then(|| money(trade.fee_vat_minor)),
        margin: sight.margin.then(|| money(trade.margin_minor)),
        refunded: sight.prices.then(|| money(trade.refunded_minor)),
        buyer: BuyerView {
            name: trade.buyer.name.clone(),
            phone: sight.prices.then(|| trade.buyer.phone.clone()),
            email: sight.prices.then(|| trade.buyer.email.clone()),
        },
        ship_to: trade.ship_to.clone(),
        hold: hold(trade, viewer, sight),
        carrier: trade.carrier.clone(),
        tracking_number: trade.tracking_number.clone(),
        due_at: trade.due_at,
        due_by: trade.due_by,
        confirm_due_at: trade.confirm_due_at,
        paid_at: trade.paid_at,
        arrived_at: trade.arrived_at,
        confirmed_at: trade.confirmed_at,
        updated_at: trade.updated_at,
        lines: full.lines.iter().map(|row| line(trade, row, sight)).collect(),
        purchase_order: full.po.as_ref().filter(|_| viewer != Viewer::Buyer).map(|po| PurchaseOrderView {
            id: po.id,
            number: po.number.clone(),
            issued_at: po.issued_at,
        }),
        delivery_confirmation: full.delivery.as_ref().filter(|_| viewer != Viewer::Buyer).map(|filed| delivery(trade, filed, viewer)),
        claims: full.claims.iter().map(|row| claim_view(trade, row, sight)).collect(),
        timeline: full.events.iter().filter(|row| is_theirs(row, trade, viewer)).map(|row| entry(row, names, viewer, sight)).collect(),
        allowed_actions: allowed(trade, viewer),
        version: trade.version,
    }
}

fn party(id: CompanyId, names: &Names) -> Party {
    Party { id, name: names.companies.get(&id).cloned().unwrap_or_default() }
}

fn actors(trade: &trade::Model, viewer: Viewer) -> Vec<ActorKind> {
    match viewer {
        Viewer::Operator => vec![ActorKind::Operator],
        Viewer::Company(company) => trade.roles_of(company),
        Viewer::Buyer => vec![ActorKind::Buyer],
    }
}

fn my_roles(trade: &trade::Model, viewer: Viewer) -> Vec<CompanyRole> {
    actors(trade, viewer)
        .into_iter()
        .filter_map(|actor| match actor {
            ActorKind::Seller => Some(CompanyRole::Seller),
            ActorKind::Supplier => Some(CompanyRole::Supplier),
            ActorKind::Buyer | ActorKind::Operator | ActorKind::System => None,
        })
        .collect()
}

/// What the viewer may do with a trade now.
fn allowed(trade: &trade::Model, viewer: Viewer) -> Vec<Action> {
    rules::offered(trade.state, &actors(trade, viewer))
}

/// The operator sees what was found; the seller, that its trade waits, and for what.
fn hold(trade: &trade::Model, viewer: Viewer, sight: Sight) -> Option<HoldView> {
    let hold = trade.hold.as_ref()?;
    let is_shown = match viewer {
        Viewer::Operator => true,
        Viewer::Company(_) => sight.margin,
        Viewer::Buyer => false,
    };
    is_shown.then(|| HoldView { at: hold.at.clone(), findings: hold.findings.0.clone() })
}

fn line(trade: &trade::Model, row: &trade_line::Model, sight: Sight) -> LineView {
    LineView {
        id: row.id,
        variant_id: row.variant_id,
        sku: row.sku.clone(),
        name: row.name.clone(),
        variant_name: row.variant_name.clone(),
        unit: row.unit.clone(),
        tax_class: row.tax_class,
        quantity: row.quantity,
        delivered: row.delivered,
        cancelled: row.cancelled,
        unit_price: sight.prices.then(|| trade.money(row.unit_price_minor)),
        unit_supply: sight.supply.then(|| trade.money(row.unit_supply_minor)),
        goods: sight.prices.then(|| trade.money(row.goods_minor)),
        supply: sight.supply.then(|| trade.money(row.supply_minor)),
    }
}

fn delivery(trade: &trade::Model, filed: &DeliveryFull, viewer: Viewer) -> DeliveryView {
    let row = &filed.confirmation;
    let face = if viewer == Viewer::Operator { "operator" } else { "company" };
    let document = match (&row.document_name, &row.document_type, &row.document_sha256) {
        (Some(name), Some(media_type), Some(sha256)) => Some(DocumentView {
            name: name.clone(),
            media_type: media_type.clone(),
            sha256: sha256.clone(),
            url: format!("/api/v1/{face}/trades/{}/document", trade.id),
        }),
        _ => None,
    };
    DeliveryView {
        id: row.id,
        filed_at: row.filed_at,
        carrier: row.carrier.clone(),
        tracking_number: row.tracking_number.clone(),
        lines: filed
            .lines
            .iter()
            .map(|line| DeliveryLineView { line_id: line.trade_line_id, quantity: line.quantity, lot: line.lot.clone() })
            .collect(),
        document,
        content_sha256: row.content_sha256.clone(),
        approved_at: row.approved_at,
    }
}

fn claim_view(trade: &trade::Model, row: &claim::Model, sight: Sight) -> ClaimView {
    ClaimView {
        id: row.id,
        kind: row.kind,
        state: row.state,
        reason: row.reason.clone(),
        refund: sight.prices.then(|| trade.money(row.refund_minor)),
        opened_at: row.opened_at,
    }
}

/// A supplier for another seller sees the timeline from its purchase order on.
fn is_theirs(row: &trade_event::Model, trade: &trade::Model, viewer: Viewer) -> bool {
    match viewer {
        Viewer::Company(company) if company != trade.seller_id => trade.po_issued_at.is_some_and(|issued| row.at >= issued),
        Viewer::Operator | Viewer::Company(_) | Viewer::Buyer => true,
    }
}

fn entry(row: &trade_event::Model, names: &Names, viewer: Viewer, sight: Sight) -> TimelineEntry {
    let override_reason = row.details.as_ref().and_then(|details| details.get(OVERRIDE_REASON)).and_then(|reason| reason.as_str());
    TimelineEntry {
        action: row.action,
        from: row.from_state,
        to: row.to_state,
        at: row.at,
        by: row.actor_kind,
        account_id: row.account_id.filter(|_| sight.inside),
        // What a company calls its programs is its own.
        program: row.api_key_id.filter(|_| sight.inside || row.company_id.is_some_and(|company| viewer == Viewer::Company(company))).map(|id| {
            let name = names.programs.get(&id).cloned().unwrap_or_default();
            ProgramName { id, name }
        }),
        reason: row.reason.clone(),
        // Why a red check was passed is between the operator's own people.
        override_reason: override_reason.filter(|_| sight.inside).map(str::to_owned),
    }
}

#[cfg(test)]
mod tests;
