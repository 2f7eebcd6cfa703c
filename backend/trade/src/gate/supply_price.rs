//! The frozen supply price is the one registered in the version under which the line was sold.

use super::{Check, Finding, GateFacts};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    for line in &facts.lines {
        let found = |code| Finding::new(Check::SupplyPrice, code).line(line.id).amount(facts.trade.currency.minor(line.supply_minor));
        if let Some(variant) = facts.variant(line)
            && variant.supply_price_minor != line.unit_supply_minor
        {
            findings.push(found("differs").between(variant.supply_price_minor, line.unit_supply_minor));
        }
        let supply = i128::from(line.unit_supply_minor) * i128::from(line.quantity);
        if supply != i128::from(line.supply_minor) {
            findings.push(found("line_differs").between(supply, line.supply_minor));
        }
        if let Some(version) = facts.versions.get(&(line.item, line.version))
            && version.currency != facts.trade.currency
        {
            findings.push(found("currency_differs").between(version.currency, facts.trade.currency));
        }
    }
}
