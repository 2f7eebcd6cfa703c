//! Seller and supplier are verified companies that are not suspended.

use super::{Check, Finding, GateFacts};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let trade = &facts.trade;
    let found = |code| Finding::new(Check::Standing, code).amount(trade.at_stake());
    if !facts.seller_in_good_standing {
        findings.push(found("seller_may_not_trade"));
    }
    if !facts.supplier_in_good_standing && trade.supplier != trade.seller {
        findings.push(found("supplier_may_not_trade"));
    }
}
