//! Host names of companies' own: what one must look like, how it is proven, and how long a failing
//! one is believed.

use crate::entity::domain::State;
use chrono::{DateTime, Duration, Utc};
use std::net::IpAddr;

/// What the name of the record begins with.
pub const RECORD_PREFIX: &str = "_madang";
/// What its value begins with.
pub const VALUE_PREFIX: &str = "madang-verification=";

/// A host name as it is stored: lower case, in the form of the DNS. None: it is no name that a shop
/// could be reached by. `base` is the platform's own name, below which nobody claims one.
#[must_use]
pub fn host(text: &str, base: &str) -> Option<String> {
    let url::Host::Domain(host) = url::Host::parse(text.trim().trim_end_matches('.')).ok()? else { return None };
    let labels: Vec<&str> = host.split('.').collect();
    let fits = |label: &&str| (1..=63).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-') && !label.starts_with('_');
    let named =
        labels.len() >= 2 && host.len() <= 253 && labels.iter().all(fits) && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b));
    let top = labels.last().is_some_and(|top| top.bytes().any(|b| b.is_ascii_alphabetic()));
    let reserved = ["localhost", "local", "internal", "invalid", "onion", "arpa"].contains(labels.last()?);
    let ours = host == base || host.ends_with(&format!(".{base}"));
    (named && top && !reserved && !ours && host.parse::<IpAddr>().is_err()).then_some(host)
}

/// The name of the record that proves a host.
#[must_use]
pub fn record_name(host: &str) -> String {
    format!("{RECORD_PREFIX}.{host}")
}

/// What the record has to say.
#[must_use]
pub fn record_value(token: &str) -> String {
    format!("{VALUE_PREFIX}{token}")
}

/// Where a domain stands after a look at its record, and since when it fails.
#[must_use]
pub fn after_check(
    state: State,
    failing_since: Option<DateTime<Utc>>,
    found: bool,
    now: DateTime<Utc>,
    patience: Duration,
) -> (State, Option<DateTime<Utc>>) {
    match (state, found) {
        (_, true) => (State::Proven, None),
        (State::Proven, false) => {
            let since = failing_since.unwrap_or(now);
            (if now - since >= patience { State::Lost } else { State::Proven }, Some(since))
        }
        (State::Waiting | State::Lost, false) => (state, failing_since),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeZone;

    #[test]
    fn a_host_is_a_name_of_somebody_elses() {
        for (text, expected) in [
            ("shop.hanbit.example", Some("shop.hanbit.example")),
            (" Hanbit.Example. ", Some("hanbit.example")),
            ("빵집.example", Some("xn--9t4b11yi5a.example")),
            ("hanbit", None),
            ("127.0.0.1", None),
            ("[::1]", None),
            ("a..example", None),
            ("-a.example", None),
            ("_x.example", None),
            ("a.localhost", None),
            ("shop.123", None),
            ("madang.test", None),
            ("hanbit.madang.test", None),
            ("https://hanbit.example/", None),
            ("hanbit.example:8080", None),
            ("", None),
        ] {
            let found = host(text, "madang.test");
            if text.starts_with('빵') {
                assert!(found.is_some_and(|host| host.starts_with("xn--") && host.ends_with(".example")));
            } else {
                assert_eq!(found.as_deref(), expected, "{text}");
            }
        }
    }

    #[test]
    fn a_proven_name_that_fails_is_believed_for_a_while() {
        let at = |hour: i64| Utc.timestamp_opt(hour * 3600, 0).single().unwrap_or_default();
        let patience = Duration::hours(72);
        assert_eq!(after_check(State::Waiting, None, false, at(0), patience), (State::Waiting, None));
        assert_eq!(after_check(State::Waiting, None, true, at(0), patience), (State::Proven, None));
        assert_eq!(after_check(State::Proven, None, false, at(0), patience), (State::Proven, Some(at(0))));
        assert_eq!(after_check(State::Proven, Some(at(0)), false, at(71), patience), (State::Proven, Some(at(0))));
        assert_eq!(after_check(State::Proven, Some(at(0)), true, at(71), patience), (State::Proven, None));
        assert_eq!(after_check(State::Proven, Some(at(0)), false, at(72), patience), (State::Lost, Some(at(0))));
        assert_eq!(after_check(State::Lost, Some(at(0)), true, at(99), patience), (State::Proven, None));
    }
}
