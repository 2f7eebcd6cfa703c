//! The parts sum to the whole: lines to the trade, the trades of the order to what was captured,
//! and what was paid for the trade to what stands and what went back.

use super::{Check, Finding, GateFacts};

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let trade = &facts.trade;
    let mut differs = |code, expected: i128, actual: i128| {
        if expected != actual {
            findings.push(Finding::new(Check::Amount, code).between(expected, actual).amount(trade.at_stake()));
        }
    };
    if let Some(payment) = &facts.payment {
        differs("captured_differs", facts.order_total_minor.into(), payment.captured_minor.into());
    }
    let sum = |part: fn(&super::LineFacts) -> i64| facts.lines.iter().map(|line| i128::from(part(line))).sum::<i128>();
    differs("goods_differ", sum(|line| line.goods_minor), trade.goods_minor.into());
    differs("supply_differs", sum(|line| line.supply_minor), trade.supply_minor.into());
    differs("fee_differs", sum(|line| line.fee_minor), trade.fee_minor.into());
    let parts = i128::from(trade.supply_minor) + i128::from(trade.fee_minor) + i128::from(trade.margin_minor);
    differs("parts_differ", trade.goods_minor.into(), parts);
    let stands = i128::from(trade.goods_minor) + i128::from(trade.delivery_minor) + i128::from(trade.refunded_minor);
    differs("paid_differs", trade.paid_minor.into(), stands);
    for line in &facts.lines {
        let times = |unit: i64| i128::from(unit) * i128::from(line.quantity);
        if times(line.unit_price_minor) != i128::from(line.goods_minor) {
            let found = Finding::new(Check::Amount, "line_differs").between(times(line.unit_price_minor), line.goods_minor);
            findings.push(found.line(line.id).amount(facts.goods(line)));
        }
    }
}
