//! Each line's quantity lies within the limits of the version under which it was sold.

use super::{Check, Finding, GateFacts};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    for line in &facts.lines {
        let Some(version) = facts.versions.get(&(line.item, line.version)) else { continue };
        let found = |code, limit: i32| Finding::new(Check::Quantity, code).between(limit, line.quantity).line(line.id).amount(facts.goods(line));
        let least = version.min_quantity.max(1);
        if line.quantity < least {
            findings.push(found("too_few", least));
        }
        if let Some(most) = version.max_quantity
            && line.quantity > most
        {
            findings.push(found("too_many", most));
        }
    }
    if facts.lines.is_empty() {
        findings.push(Finding::new(Check::Quantity, "nothing_left"));
    }
}
