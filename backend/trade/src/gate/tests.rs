//! The gate over generated orders: no clean one is stopped, every anomaly is caught, and a check
//! takes next to no time.

mod generator;

use super::{CHECKS, Check, check};
use generator::{ANOMALIES, Chance, clean, spoil};
use kernel::Result;
use proptest::prelude::*;
use std::{
    collections::BTreeMap,
    io::Write,
    time::{Duration, Instant},
};

/// Orders that are generated.
const ORDERS: u64 = 10_000;
/// What 95 of 100 checks stay under.
const P95_MAX: Duration = Duration::from_millis(50);

#[test]
fn there_are_twelve_checks_with_twelve_names() {
    let mut names: Vec<_> = CHECKS.iter().map(|(check, _)| check.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), 12);
    for (check, _) in CHECKS {
        assert_eq!(serde_json::to_value(check).ok(), Some(check.name().into()));
    }
}

/// Half of the orders are clean; the others have one anomaly each, all twelve in turn.
#[test]
fn of_ten_thousand_orders_no_clean_one_is_stopped_and_every_anomaly_is_caught() -> Result<()> {
    let mut took = Vec::new();
    let mut caught: BTreeMap<&str, u32> = BTreeMap::new();
    for seed in 0..ORDERS {
        let mut chance = Chance(seed);
        let mut facts = clean(&mut chance)?;
        let anomaly = (seed % 2 == 1).then(|| ANOMALIES[usize::try_from(seed / 2 % 12).unwrap_or(0)]);
        if let Some(anomaly) = anomaly {
            spoil(&mut facts, anomaly, &mut chance);
        }
        let started = Instant::now();
        let findings = check(&facts);
        took.push(started.elapsed());
        match anomaly {
            None => assert!(findings.is_empty(), "order {seed} was stopped: {findings:?}"),
            Some(anomaly) => {
                assert!(findings.iter().any(|finding| finding.check == anomaly), "order {seed}: {anomaly:?} was missed, found {findings:?}");
                *caught.entry(anomaly.name()).or_default() += 1;
            }
        }
    }
    took.sort_unstable();
    let p95 = took[took.len() * 95 / 100];
    let _ = writeln!(std::io::stderr(), "gate: {ORDERS} orders, caught {caught:?}, p95 of one check {p95:?}");
    assert_eq!(caught.len(), 12);
    assert!(p95 < P95_MAX, "p95 of one check is {p95:?}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(3_000))]

    #[test]
    fn a_clean_order_is_green(seed in any::<u64>()) {
        let facts = clean(&mut Chance(seed)).map_err(|e| TestCaseError::fail(e.to_string()))?;
        prop_assert_eq!(check(&facts), vec![]);
    }

    #[test]
    fn an_anomaly_is_found_by_its_own_check_alone_and_told_with_the_money_at_stake(seed in any::<u64>(), kind in 0_usize..12) {
        let mut chance = Chance(seed);
        let mut facts = clean(&mut chance).map_err(|e| TestCaseError::fail(e.to_string()))?;
        spoil(&mut facts, ANOMALIES[kind], &mut chance);
        let findings = check(&facts);
        prop_assert!(findings.iter().any(|finding| finding.check == ANOMALIES[kind]), "{:?}: {findings:?}", ANOMALIES[kind]);
        for finding in &findings {
            prop_assert_eq!(finding.check, ANOMALIES[kind], "{:?}", finding);
            prop_assert!(finding.amount.is_some());
        }
    }
}

#[test]
fn what_is_not_known_is_never_green() -> Result<()> {
    let mut facts = clean(&mut Chance(7))?;
    facts.payment = None;
    facts.stock.clear();
    facts.standing.clear();
    let found: Vec<_> = check(&facts).into_iter().map(|finding| finding.check).collect();
    for check in [Check::Payment, Check::Stock, Check::Standing] {
        assert!(found.contains(&check), "{check:?}");
    }
    Ok(())
}

#[test]
fn a_trade_of_which_nothing_is_left_is_not_ordered() -> Result<()> {
    let mut facts = clean(&mut Chance(11))?;
    facts.lines.clear();
    assert!(check(&facts).iter().any(|finding| finding.check == Check::Quantity && finding.code == "nothing_left"));
    Ok(())
}

#[test]
fn after_some_lines_were_cancelled_the_rest_still_adds_up() -> Result<()> {
    use crate::rules::amounts::{Amounts, LineAmounts};
    let mut facts = clean(&mut Chance(3))?;
    while facts.lines.len() < 2 {
        facts = clean(&mut Chance(facts.trade.paid_minor.unsigned_abs()))?;
    }
    facts.lines.pop();
    facts.others.clear();
    let parts: Vec<_> = facts
        .lines
        .iter()
        .map(|line| LineAmounts { goods_minor: line.goods_minor, supply_minor: line.supply_minor, fee_minor: line.fee_minor })
        .collect();
    let left = Amounts::of(&parts, facts.trade.delivery_minor, facts.trade.currency)?;
    facts.trade.refunded_minor = facts.trade.goods_minor - left.goods_minor;
    (facts.trade.goods_minor, facts.trade.supply_minor) = (left.goods_minor, left.supply_minor);
    (facts.trade.fee_minor, facts.trade.margin_minor) = (left.fee_minor, left.margin_minor);
    assert_eq!(check(&facts), []);
    Ok(())
}
