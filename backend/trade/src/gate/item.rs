//! The item is registered by the trade's supplier, was open when the order was paid, and the
//! variant belongs to the version under which it was sold. An item that the operator has blocked
//! is stopped whenever that happened; one that its supplier ended later is still delivered.

use super::{Check, Finding, GateFacts, ItemFacts};
use crate::{contract::Visibility, entity::registered_item::Status};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    for line in &facts.lines {
        if let Some(code) = fault(facts, line) {
            findings.push(Finding::new(Check::Item, code).line(line.id).amount(facts.goods(line)));
        }
    }
}

fn fault(facts: &GateFacts, line: &super::LineFacts) -> Option<&'static str> {
    let Some(item) = facts.items.get(&line.item) else { return Some("not_registered") };
    if item.supplier != facts.trade.supplier {
        return Some("other_supplier");
    }
    let since_before = item.changed_at <= facts.trade.paid_at;
    match item.status {
        Status::Blocked => return Some("blocked"),
        Status::Ended if since_before => return Some("ended"),
        Status::Ended | Status::Active => {}
    }
    if since_before && !is_open_to_seller(facts, item) {
        return Some("not_offered");
    }
    if !facts.versions.contains_key(&(line.item, line.version)) {
        return Some("version_unknown");
    }
    facts.variant(line).is_none().then_some("variant_unknown")
}

fn is_open_to_seller(facts: &GateFacts, item: &ItemFacts) -> bool {
    facts.trade.seller == item.supplier
        || match item.visibility {
            Visibility::Own => false,
            Visibility::All => true,
            Visibility::Chosen => item.companies.contains(&facts.trade.seller),
        }
}
