//! The supplier has the goods: what is free, and what is reserved for this trade, covers what all
//! lines of a variant ask for.

use super::{Check, Finding, GateFacts};
use kernel::VariantId;
use std::collections::BTreeMap;

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let mut wanted: BTreeMap<VariantId, i64> = BTreeMap::new();
    for line in &facts.lines {
        *wanted.entry(line.variant).or_default() += i64::from(line.quantity);
    }
    for line in &facts.lines {
        // The first line of a variant speaks for all of them.
        let Some(wanted) = wanted.remove(&line.variant) else { continue };
        let found = |code| Finding::new(Check::Stock, code).line(line.id).amount(facts.goods(line));
        match facts.stock.get(&line.variant) {
            None => findings.push(found("unknown")),
            Some(units) if i64::from(*units) < wanted => findings.push(found("short").between(wanted, units)),
            Some(_) => {}
        }
    }
}
