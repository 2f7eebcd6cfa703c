//! Ranges of days, bounded so that no question reads a whole history.

use crate::codes;
use chrono::NaiveDate;
use kernel::{Problem, Result};

/// The longest range, in days.
const LONGEST: i64 = 400;

/// Days from the first to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Range {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Range {
    /// A range. Errors: it ends before it begins; it is longer than 400 days.
    pub fn new(from: NaiveDate, to: NaiveDate) -> Result<Self> {
        match (to - from).num_days() {
            ..0 => Err(Problem::new(codes::RANGE_INVALID).field("to", "before_from")),
            LONGEST.. => Err(Problem::new(codes::RANGE_TOO_LONG).field("to", "too_late")),
            _ => Ok(Self { from, to }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Days;

    #[test]
    fn a_range_has_one_to_four_hundred_days() {
        let from = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap_or_default();
        let to = |days| from.checked_add_days(Days::new(days)).unwrap_or_default();
        assert!(Range::new(from, from).is_ok());
        assert!(Range::new(from, to(399)).is_ok());
        assert_eq!(Range::new(from, to(400)).map_err(|p| p.code), Err(codes::RANGE_TOO_LONG));
        assert_eq!(Range::new(to(1), from).map_err(|p| p.code), Err(codes::RANGE_INVALID));
    }
}
