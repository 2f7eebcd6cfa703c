//! When a mail that could not be sent is tried again.

pub(crate) mod webhooks;

use chrono::Duration;

/// Tries after which a mail is given up; with the waits below, about a week.
pub(crate) const MOST_ATTEMPTS: i32 = 40;

/// How long to wait after so many failed tries: half a minute, doubling, at most six hours.
pub(crate) fn wait(attempts: i32) -> Duration {
    let exponent = u32::try_from(attempts.clamp(1, 12) - 1).unwrap_or(0);
    Duration::seconds((30 * 2_i64.saturating_pow(exponent)).min(6 * 3600))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_grow_and_end() {
        let seconds: Vec<i64> = [0, 1, 2, 3, 11, 40].iter().map(|attempts| wait(*attempts).num_seconds()).collect();
        assert_eq!(seconds, [30, 30, 60, 120, 21_600, 21_600]);
        let total: i64 = (1..=MOST_ATTEMPTS).map(|attempts| wait(attempts).num_seconds()).sum();
        assert!((6 * 86_400..9 * 86_400).contains(&total), "{total}");
    }
}
