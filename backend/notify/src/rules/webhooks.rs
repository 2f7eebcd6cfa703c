//! How often a webhook is tried, and when an endpoint is given up.

use chrono::Duration;

/// Endpoints of one company.
pub(crate) const MOST_ENDPOINTS: u64 = 10;
/// Hours for which two secrets of an endpoint may overlap.
pub(crate) const LONGEST_OVERLAP_HOURS: i64 = 168;
/// An endpoint that has taken nothing for so long is switched off.
pub(crate) const GIVEN_UP_AFTER: Duration = Duration::days(5);
/// How long deliveries can be read and replayed.
pub(crate) const KEPT: Duration = Duration::days(30);
/// How long the last delivery of an object is known, so that its sequence goes on.
pub(crate) const SEQUENCE_KEPT: Duration = Duration::days(400);
/// Deliveries that one replay takes.
pub(crate) const MOST_REPLAYED: i64 = 10_000;
/// Thousandths by which a wait is stretched at the most, so that what failed together does not
/// come back together.
pub(crate) const JITTER: i64 = 200;

/// Seconds between tries: ten tries in a little over three days.
const WAITS_S: [i64; 9] = [5, 5 * 60, 30 * 60, 2 * 3_600, 5 * 3_600, 10 * 3_600, 14 * 3_600, 20 * 3_600, 24 * 3_600];

/// How long to wait after so many tries; `None` when it was the last. `jitter` is in thousandths,
/// `asked_s` what the receiver wants; it is given a day at the most.
pub(crate) fn wait(tries: i32, jitter: i64, asked_s: Option<i64>) -> Option<Duration> {
    let place = usize::try_from(tries - 1).ok()?;
    let base = WAITS_S.get(place)?;
    let stretched = base * 1_000 + base * jitter.clamp(0, JITTER);
    let asked = asked_s.unwrap_or(0).clamp(0, 24 * 3_600);
    Some(Duration::milliseconds(stretched.max(asked * 1_000)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tries_go_on_for_three_days_and_end() {
        let waits: Vec<Duration> = (1..=20).map_while(|tries| wait(tries, 0, None)).collect();
        assert_eq!(waits.len(), 9);
        assert!(waits.windows(2).all(|pair| pair[0] < pair[1]));
        let sum: Duration = waits.iter().sum();
        assert!(sum > Duration::days(3) && sum < Duration::days(4));
        assert_eq!(wait(1, JITTER, None), Some(Duration::seconds(6)));
        assert_eq!(wait(1, 9_999, Some(60)), Some(Duration::seconds(60)));
        assert_eq!(wait(1, 0, Some(i64::MAX)), Some(Duration::days(1)));
        assert_eq!(wait(0, 0, None), None);
    }
}
