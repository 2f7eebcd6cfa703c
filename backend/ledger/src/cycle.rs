//! When companies are settled. Pure.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How often a company is settled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Cycle {
    /// Every day.
    Daily,
    /// On Mondays.
    Weekly,
    /// On the first of the month.
    Monthly,
}

impl Cycle {
    /// The cycle of this name; one that is not known counts as daily, so that nobody waits.
    #[must_use]
    pub fn parse(name: &str) -> Self {
        match name {
            "weekly" => Self::Weekly,
            "monthly" => Self::Monthly,
            _ => Self::Daily,
        }
    }

    /// Whether a company of this cycle is settled on a business day.
    #[must_use]
    pub fn is_due(self, on: NaiveDate) -> bool {
        match self {
            Self::Daily => true,
            Self::Weekly => on.weekday() == Weekday::Mon,
            Self::Monthly => on.day() == 1,
        }
    }

    /// The first settlement day after `day`.
    #[must_use]
    pub fn next_after(self, day: NaiveDate) -> NaiveDate {
        let next = match self {
            Self::Daily => day.checked_add_days(Days::new(1)),
            Self::Weekly => day.checked_add_days(Days::new(u64::from(7 - day.weekday().num_days_from_monday()))),
            Self::Monthly => day.with_day(1).and_then(|first| first.checked_add_months(Months::new(1))),
        };
        next.unwrap_or(NaiveDate::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_settlement_day_is_due_and_none_lies_between() {
        let mut day = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
        for _ in 0..800 {
            for cycle in [Cycle::Daily, Cycle::Weekly, Cycle::Monthly] {
                let next = cycle.next_after(day);
                assert!(cycle.is_due(next));
                assert_eq!(day.iter_days().skip(1).find(|day| cycle.is_due(*day)), Some(next));
            }
            day = day.succ_opt().unwrap_or(day);
        }
    }
}
