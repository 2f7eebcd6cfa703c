//! The buyer has probably ordered the same twice: the same goods in the same quantities to the
//! same address, shortly before.

use super::{Check, Finding, GateFacts};
use chrono::Duration;
use kernel::VariantId;

/// How near in time two equal orders are taken for one.
pub const WINDOW_MINUTES: i64 = 30;

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let mine = sorted(facts.lines.iter().map(|line| (line.variant, line.quantity)).collect());
    if mine.is_empty() {
        return;
    }
    let window = Duration::minutes(WINDOW_MINUTES);
    let double = facts.others.iter().find(|other| {
        let before = facts.trade.paid_at - other.paid_at;
        other.same_address && before >= Duration::zero() && before <= window && sorted(other.lines.clone()) == mine
    });
    if let Some(other) = double {
        findings.push(Finding::new(Check::DoubleOrder, "likely").actual(&other.number).amount(facts.trade.at_stake()));
    }
}

fn sorted(mut lines: Vec<(VariantId, i32)>) -> Vec<(VariantId, i32)> {
    lines.sort_unstable();
    lines
}
