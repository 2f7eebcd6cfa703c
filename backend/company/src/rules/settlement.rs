//! The days on which a company is settled with.

use crate::company::SettlementCycle;
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// The first settlement day after `today`: every day, every Monday, or the first of every month.
#[must_use]
pub fn next_settlement(cycle: SettlementCycle, today: NaiveDate) -> NaiveDate {
    let next = match cycle {
        SettlementCycle::Daily => today.checked_add_days(Days::new(1)),
        SettlementCycle::Weekly => today.checked_add_days(Days::new(u64::from(7 - today.weekday().days_since(Weekday::Mon)))),
        SettlementCycle::Monthly => today.with_day(1).and_then(|first| first.checked_add_months(Months::new(1))),
    };
    next.unwrap_or(NaiveDate::MAX)
}

#[cfg(test)]
mod tests {
    use super::{SettlementCycle::*, *};

    #[test]
    fn the_next_day_is_always_ahead() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap_or_default();
        for (cycle, today, next) in [
            (Daily, "2026-12-31", "2027-01-01"),
            (Weekly, "2026-11-22", "2026-11-23"),
            (Weekly, "2026-11-23", "2026-11-30"),
            (Monthly, "2026-11-22", "2026-12-01"),
            (Monthly, "2026-12-01", "2027-01-01"),
            (Monthly, "2026-01-31", "2026-02-01"),
        ] {
            assert_eq!(next_settlement(cycle, day(today)), day(next), "{cycle:?} {today}");
        }
    }
}
