//! Seller and supplier are verified companies.

use super::{Check, Finding, GateFacts, Standing};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let trade = &facts.trade;
    let mut one = |role: &str, company| {
        let standing = match facts.standing.get(&company) {
            Some(Standing::Verified) => return,
            Some(Standing::Pending) => "pending",
            Some(Standing::Rejected) => "rejected",
            Some(Standing::Suspended) => "suspended",
            None => "unknown",
        };
        let found = Finding::new(Check::Standing, &format!("{role}_{standing}"));
        findings.push(found.between("verified", standing).amount(trade.at_stake()));
    };
    one("seller", trade.seller);
    if trade.seller != trade.supplier {
        one("supplier", trade.supplier);
    }
}
