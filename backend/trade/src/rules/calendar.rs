//! Business days, as data per country: the weekend and the public holidays that the law counts out.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

/// A country's calendar of business days.
#[derive(Clone, Copy, Debug)]
pub struct Calendar {
    /// The time zone in which its days begin.
    pub time_zone: Tz,
    /// Weekdays on which nobody owes anything, as (year, month, day), in order.
    holidays: &'static [(i32, u32, u32)],
}

/// Public holidays of Korea that fall on a weekday, with substitute holidays and election day.
/// Source: Act on Public Holidays and its decree (공휴일에 관한 법률, Constitution Day and Labour Day
/// included as amended in 2026); the days were compared with the `holidays` package, release 0.109.
const KR_HOLIDAYS: &[(i32, u32, u32)] = &[
    (2026, 1, 1),
    (2026, 2, 16),
    (2026, 2, 17),
    (2026, 2, 18),
    (2026, 3, 2),
    (2026, 5, 1),
    (2026, 5, 5),
    (2026, 5, 25),
    (2026, 6, 3),
    (2026, 7, 17),
    (2026, 8, 17),
    (2026, 9, 24),
    (2026, 9, 25),
    (2026, 10, 5),
    (2026, 10, 9),
    (2026, 12, 25),
    (2027, 1, 1),
    (2027, 2, 8),
    (2027, 2, 9),
    (2027, 3, 1),
    (2027, 5, 3),
    (2027, 5, 5),
    (2027, 5, 13),
    (2027, 7, 19),
    (2027, 8, 16),
    (2027, 9, 14),
    (2027, 9, 15),
    (2027, 9, 16),
    (2027, 10, 4),
    (2027, 10, 11),
    (2027, 12, 27),
];

impl Calendar {
    /// Korea.
    pub const KR: Self = Self { time_zone: chrono_tz::Asia::Seoul, holidays: KR_HOLIDAYS };

    /// The calendar day of a moment.
    #[must_use]
    pub fn day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.time_zone).date_naive()
    }

    /// Whether business is done on a day.
    #[must_use]
    pub fn is_business_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && self.holidays.binary_search(&(day.year(), day.month(), day.day())).is_err()
    }

    /// The last second of the `count`-th business day after the day of `at`; that day itself is
    /// not counted (Civil Act art. 157).
    #[must_use]
    pub fn end_of_business_day(&self, at: DateTime<Utc>, count: u32) -> DateTime<Utc> {
        let mut day = self.day(at);
        let mut left = count;
        while left > 0 {
            let Some(following) = day.checked_add_days(Days::new(1)) else { break };
            day = following;
            if self.is_business_day(day) {
                left -= 1;
            }
        }
        self.end_of(day)
    }

    /// The last second of a day.
    #[must_use]
    pub fn end_of(&self, day: NaiveDate) -> DateTime<Utc> {
        let last = NaiveTime::from_hms_opt(23, 59, 59).unwrap_or(NaiveTime::MIN);
        let local = day.and_time(last);
        self.time_zone.from_local_datetime(&local).latest().map_or_else(|| local.and_utc(), |at| at.with_timezone(&Utc))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap_or_default()
    }

    #[test]
    fn the_table_is_in_order_and_holds_weekdays_alone() {
        assert!(KR_HOLIDAYS.is_sorted());
        for (year, month, day) in KR_HOLIDAYS {
            let date = NaiveDate::from_ymd_opt(*year, *month, *day);
            assert!(date.is_some_and(|date| !matches!(date.weekday(), Weekday::Sat | Weekday::Sun)), "{year}-{month}-{day}");
        }
    }

    #[test]
    fn the_day_of_payment_is_not_counted() {
        // Monday morning in Seoul: Tuesday, Wednesday, Thursday.
        assert_eq!(Calendar::KR.end_of_business_day(at("2026-11-23T01:00:00Z"), 3), at("2026-11-26T14:59:59Z"));
    }

    #[test]
    fn weekends_are_skipped() {
        // Friday: Monday, Tuesday, Wednesday.
        assert_eq!(Calendar::KR.end_of_business_day(at("2026-11-20T03:00:00Z"), 3), at("2026-11-25T14:59:59Z"));
    }

    #[test]
    fn holidays_are_skipped() {
        // The Friday before Seollal 2026 (16 to 18 February): 19, 20 and, after a weekend, 23 February.
        assert_eq!(Calendar::KR.end_of_business_day(at("2026-02-13T03:00:00Z"), 3), at("2026-02-23T14:59:59Z"));
    }

    #[test]
    fn a_day_begins_at_midnight_in_seoul() {
        assert_eq!(Calendar::KR.day(at("2026-11-22T14:59:59Z")), Calendar::KR.day(at("2026-11-22T00:00:00Z")));
        assert_ne!(Calendar::KR.day(at("2026-11-22T15:00:00Z")), Calendar::KR.day(at("2026-11-22T14:59:59Z")));
    }
}
