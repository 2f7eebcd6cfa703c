//! The seller's contract for each item, as it ran when the order was paid, is of the kind under
//! which the trade runs; a company that sells its own goods needs none.

use super::{Check, Finding, GateFacts};
use crate::contract::ContractKind;

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let trade = &facts.trade;
    let is_own = trade.seller == trade.supplier;
    if is_own != (trade.contract == ContractKind::Own) {
        findings.push(Finding::new(Check::Contract, "own_mismatch").actual(trade.contract).amount(trade.at_stake()));
        return;
    }
    for line in &facts.lines {
        let found = |code| Finding::new(Check::Contract, code).line(line.id).amount(facts.goods(line));
        match facts.contracts.get(&line.item) {
            None if is_own => {}
            None => findings.push(found("missing")),
            Some(kind) if *kind == trade.contract => {}
            Some(kind) => findings.push(found("differs").between(kind, trade.contract)),
        }
    }
}
