//! The payment is captured, not held, and in the trade's currency.

use super::{Check, Finding, GateFacts};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let found = |code| Finding::new(Check::Payment, code).amount(facts.trade.at_stake());
    let Some(payment) = &facts.payment else {
        findings.push(found("unknown"));
        return;
    };
    if payment.held {
        findings.push(found("held"));
    } else if !payment.captured {
        findings.push(found("not_captured"));
    }
    if payment.currency != facts.trade.currency {
        findings.push(found("currency_differs").between(facts.trade.currency, payment.currency));
    }
}
