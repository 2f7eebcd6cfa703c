//! The goods of every line are reserved at the supplier.

use super::{Check, Finding, GateFacts};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    for line in &facts.lines {
        let reserved = facts.reserved.get(&line.id).copied().unwrap_or(0);
        if reserved < line.quantity {
            let found = Finding::new(Check::Stock, "not_reserved").between(line.quantity, reserved);
            findings.push(found.line(line.id).amount(facts.goods(line)));
        }
    }
}
