//! The selling price is not below the floor that the supplier registered.

use super::{Check, Finding, GateFacts};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    for line in &facts.lines {
        if let Some(variant) = facts.variant(line)
            && line.unit_price_minor < variant.price_floor_minor
        {
            let found = Finding::new(Check::PriceFloor, "below").between(variant.price_floor_minor, line.unit_price_minor);
            findings.push(found.line(line.id).amount(facts.goods(line)));
        }
    }
}
