//! Numbers that people read to each other: a day and a short code without look-alike letters.

use crate::rules::calendar::Calendar;
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Crockford's base 32: no I, L, O, U.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a code.
const LENGTH: usize = 6;

/// `prefix`, the day of `at` in Seoul, and six letters drawn from `chance`.
#[must_use]
pub fn number(prefix: &str, at: DateTime<Utc>, chance: Uuid) -> String {
    let day = Calendar::KR.day(at).format("%Y%m%d");
    // The last bytes of a random UUID are random in full.
    let code: String = chance.as_bytes().iter().rev().take(LENGTH).map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    format!("{prefix}{day}-{code}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_names_its_day_in_seoul_and_six_letters() {
        let at = "2026-11-22T15:30:00Z".parse().unwrap_or_default();
        assert_eq!(number("PO-", at, Uuid::from_u128(0)), "PO-20261123-000000");
        let other = number("T", at, Uuid::from_u128(u128::MAX));
        assert_eq!(other, "T20261123-ZZZZZZ");
    }
}
