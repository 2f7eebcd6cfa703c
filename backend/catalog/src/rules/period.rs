//! Periods of prices. At most one price of a kind holds at any moment. A new price ends the one
//! that runs when it begins; if it has an end itself, the earlier one goes on afterwards, so that a
//! temporary price never leaves a variant without any. It may not run into one that is planned.

use chrono::{DateTime, SubsecRound, TimeDelta, Utc};

/// From a moment on, up to another, exclusively; without end it runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first moment.
    pub from: DateTime<Utc>,
    /// The first moment after it.
    pub to: Option<DateTime<Utc>>,
}

impl Period {
    /// Whether it holds at a moment.
    #[must_use]
    pub fn covers(&self, at: DateTime<Utc>) -> bool {
        self.from <= at && self.to.is_none_or(|to| at < to)
    }

    /// Whether it reaches beyond another's end.
    fn outlasts(&self, end: DateTime<Utc>) -> bool {
        self.to.is_none_or(|to| to > end)
    }
}

/// What a new price does to the one that runs when it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Which of the given periods.
    pub index: usize,
    /// Whether it is replaced whole, because it begins at the same moment and so never held
    /// before the new one; otherwise it ends where the new one begins.
    pub replaced: bool,
    /// The period in which it goes on afterwards, if the new one has an end before its own.
    pub resumes: Option<Period>,
}

/// Why a period is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It ends before it begins.
    Empty,
    /// It begins in the past; history is not rewritten.
    Past,
    /// A price is planned that begins within it.
    Planned(DateTime<Utc>),
}

/// How far in the past "now" may lie, for clocks that run behind.
const SLACK: TimeDelta = TimeDelta::seconds(60);

/// The period asked for, beginning now unless said otherwise.
pub fn asked(from: Option<DateTime<Utc>>, to: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Result<Period, Refusal> {
    let from = from.unwrap_or(now);
    if from + SLACK < now {
        return Err(Refusal::Past);
    }
    // The database keeps microseconds; moments must be equal here if they are equal there.
    let (from, to) = (from.max(now).trunc_subsecs(6), to.map(|to| to.trunc_subsecs(6)));
    if to.is_some_and(|to| to <= from) {
        return Err(Refusal::Empty);
    }
    Ok(Period { from, to })
}

/// What a new period changes in those that stand.
pub fn place(standing: &[Period], new: Period) -> Result<Option<Change>, Refusal> {
    let begins_within = |period: &&Period| period.from > new.from && new.to.is_none_or(|to| period.from < to);
    if let Some(planned) = standing.iter().filter(begins_within).map(|period| period.from).min() {
        return Err(Refusal::Planned(planned));
    }
    let running = standing.iter().enumerate().find(|(_, period)| period.covers(new.from));
    Ok(running.map(|(index, period)| Change {
        index,
        replaced: period.from == new.from,
        resumes: new.to.filter(|end| period.outlasts(*end)).map(|end| Period { from: end, to: period.to }),
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(n: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::days(n)
    }
    fn period(from: i64, to: Option<i64>) -> Period {
        Period { from: day(from), to: to.map(day) }
    }

    #[test]
    fn a_new_price_ends_the_running_one() {
        let change = place(&[period(0, Some(5)), period(5, None)], period(10, None));
        assert_eq!(change, Ok(Some(Change { index: 1, replaced: false, resumes: None })));
        assert_eq!(place(&[], period(10, None)), Ok(None));
    }

    #[test]
    fn a_temporary_price_interrupts_the_running_one() {
        let change = place(&[period(0, None)], period(10, Some(12)));
        assert_eq!(change, Ok(Some(Change { index: 0, replaced: false, resumes: Some(period(12, None)) })));
        let change = place(&[period(0, Some(20))], period(10, Some(12)));
        assert_eq!(change, Ok(Some(Change { index: 0, replaced: false, resumes: Some(period(12, Some(20))) })));
        let change = place(&[period(0, Some(12)), period(12, None)], period(10, Some(12)));
        assert_eq!(change, Ok(Some(Change { index: 0, replaced: false, resumes: None })));
    }

    #[test]
    fn a_price_from_the_same_moment_replaces_one_that_never_held() {
        let change = place(&[period(0, Some(10)), period(10, None)], period(10, None));
        assert_eq!(change, Ok(Some(Change { index: 1, replaced: true, resumes: None })));
    }

    #[test]
    fn a_period_does_not_run_into_a_planned_one() {
        let standing = [period(0, Some(10)), period(10, None)];
        assert_eq!(place(&standing, period(5, None)), Err(Refusal::Planned(day(10))));
        assert_eq!(place(&standing, period(5, Some(11))), Err(Refusal::Planned(day(10))));
        assert!(place(&standing, period(5, Some(10))).is_ok());
    }

    #[test]
    fn history_is_not_rewritten_and_a_period_is_not_empty() {
        assert_eq!(asked(Some(day(1)), None, day(2)), Err(Refusal::Past));
        assert_eq!(asked(Some(day(2) - TimeDelta::seconds(30)), None, day(2)), Ok(period(2, None)));
        assert_eq!(asked(None, Some(day(2)), day(2)), Err(Refusal::Empty));
        assert_eq!(asked(None, Some(day(3)), day(2)), Ok(period(2, Some(3))));
    }

    #[test]
    fn at_every_moment_exactly_one_price_holds_after_any_series_of_changes() {
        let mut standing = vec![period(0, None)];
        for (from, to) in [(3, Some(5)), (10, None), (4, Some(6)), (7, Some(8)), (12, Some(20)), (3, Some(4)), (15, Some(16))] {
            let new = period(from, to);
            let Ok(Some(change)) = place(&standing, new) else { continue };
            let old = standing[change.index];
            if change.replaced {
                standing.remove(change.index);
            } else {
                standing[change.index] = Period { from: old.from, to: Some(new.from) };
            }
            standing.push(new);
            standing.extend(change.resumes);
        }
        assert!(standing.len() > 5);
        for hour in 0..24 * 40 {
            let at = day(0) + TimeDelta::hours(hour);
            assert_eq!(standing.iter().filter(|p| p.covers(at)).count(), 1, "at hour {hour}");
        }
    }
}
