//! Seller and supplier are verified companies that are not suspended.

use super::{Check, Finding, GateFacts, Standing};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let trade = &facts.trade;
    let mut one = |role: &str, company| {
        let standing = match facts.standing.get(&company) {
            Some(Standing::Good) => return,
            Some(Standing::Unverified) => "unverified",
            Some(Standing::Suspended) => "suspended",
            None => "unknown",
        };
        findings.push(Finding::new(Check::Standing, &format!("{role}_{standing}")).amount(trade.at_stake()));
    };
    one("seller", trade.seller);
    if trade.seller != trade.supplier {
        one("supplier", trade.supplier);
    }
}
