//! The payment is captured, not held, and in the trade's currency.

use super::{Check, Finding, GateFacts};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let found = |code| Finding::new(Check::Payment, code).amount(facts.trade.at_stake());
    match facts.captured {
        None => findings.push(found("not_captured")),
        Some(captured) if captured.currency != facts.trade.currency => {
            findings.push(found("currency_differs").between(facts.trade.currency, captured.currency));
        }
        Some(_) => {}
    }
}
