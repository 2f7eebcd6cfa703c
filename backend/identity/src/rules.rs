//! Pure rules: which passwords are good enough, what an e-mail address looks like, and what to
//! make of a refresh token that comes in.

mod guessable;

use chrono::{DateTime, Duration, Utc};
use kernel::{Problem, Result, code};

/// Characters of a password at the least.
pub(crate) const PASSWORD_SHORTEST: usize = 10;
/// Characters of a password at the most; hashing more would only be work for nothing.
pub(crate) const PASSWORD_LONGEST: usize = 128;
/// How long after its use a refresh token may still come from a second tab.
pub(crate) const SECOND_TAB: Duration = Duration::seconds(10);

/// Why a password is refused, if it is. Length is what counts (NIST SP 800-63B, 5.1.1.2): there
/// is no demand for digits or signs.
pub(crate) fn password_fault(password: &str, email: &str) -> Option<&'static str> {
    let length = password.chars().count();
    if length < PASSWORD_SHORTEST {
        return Some("too_short");
    }
    if length > PASSWORD_LONGEST {
        return Some("too_long");
    }
    if guessable::guessable(password) {
        return Some("common");
    }
    let lower = password.to_lowercase();
    // Shorter names would forbid passwords by chance.
    let local = email.split('@').next().unwrap_or_default().to_lowercase();
    (local.chars().count() >= 4 && lower.contains(&local)).then_some("contains_email")
}

/// An e-mail address in the form in which it is kept, if it is one.
pub(crate) fn email(text: &str) -> Option<String> {
    let text = text.trim().to_lowercase();
    let (local, domain) = text.split_once('@')?;
    let label = |label: &str| {
        !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let local_right = (1..=64).contains(&local.len())
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+/=?^_`{|}~.-".contains(&b));
    (text.len() <= 254 && local_right && domain.contains('.') && domain.split('.').all(label)).then_some(text)
}

/// A name in the form in which it is kept, or why it is refused.
pub(crate) fn name(text: &str) -> Result<String, &'static str> {
    let text = text.trim();
    match text.chars().count() {
        0 => Err("required"),
        1..=60 if text.chars().any(char::is_control) => Err("malformed"),
        1..=60 => Ok(text.to_owned()),
        _ => Err("too_long"),
    }
}

/// A telephone number in the form in which it is kept, or why it is refused.
pub(crate) fn phone(text: &str) -> Result<Option<String>, &'static str> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    let rest = text.strip_prefix('+').unwrap_or(text);
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let right = text.len() <= 20 && (8..=15).contains(&digits) && rest.bytes().all(|b| b.is_ascii_digit() || b == b'-');
    if right { Ok(Some(text.to_owned())) } else { Err("phone") }
}

/// One problem out of the fields at fault, if there are any.
pub(crate) fn verdict(faults: Vec<(&'static str, &'static str)>) -> Result<()> {
    if faults.is_empty() {
        return Ok(());
    }
    Err(faults.into_iter().fold(Problem::new(code::INVALID), |problem, (field, reason)| problem.field(field, reason)))
}

/// What to make of a refresh token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Presented {
    /// Unused: it is exchanged for one of the next generation.
    Fresh,
    /// Used a moment ago by another tab of the same browser, whose successor nobody has used yet:
    /// it gets a successor too.
    SecondTab,
    /// Used before: somebody else has it. The session ends.
    Stolen,
    /// Too old.
    Expired,
}

/// Judges a refresh token by its generation.
///
/// Every exchange makes a token of the next generation and uses up all tokens of its own and of
/// earlier ones. Two tabs that refresh at the same moment send the same token; both get one of the
/// next generation, whichever the browser keeps is good, and the other dies when that one is
/// exchanged. The leeway is safe, because it ends with the first use of the next generation:
/// a thief and the person can share a generation, but as soon as one of them moves on, the other
/// presents a token of a bygone generation and the session ends.
pub(crate) fn judge(used_at: Option<DateTime<Utc>>, expires_at: DateTime<Utc>, generation: i32, newest: i32, now: DateTime<Utc>) -> Presented {
    match used_at {
        _ if expires_at <= now => Presented::Expired,
        None => Presented::Fresh,
        Some(used) if now - used <= SECOND_TAB && newest <= generation.saturating_add(1) => Presented::SecondTab,
        Some(_) => Presented::Stolen,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_long_uncommon_and_not_the_address() {
        for (password, fault) in [
            ("short", Some("too_short")),
            ("마당에서만나요오늘", Some("too_short")),
            ("마당에서 만나요 오늘", None),
            ("Password123", Some("common")),
            ("aaaaaaaaaaaa", Some("common")),
            ("hanbit-2026-!", Some("contains_email")),
            ("correct horse battery", None),
        ] {
            assert_eq!(password_fault(password, "hanbit@example.com"), fault, "{password}");
        }
        assert_eq!(password_fault(&"긴".repeat(129), "a@b.kr"), Some("too_long"));
        assert_eq!(password_fault("a long pass phrase", "a@b.kr"), None);
    }

    #[test]
    fn addresses_are_kept_in_lower_case_and_checked() {
        assert_eq!(email(" Kim@Example.COM ").as_deref(), Some("kim@example.com"));
        for wrong in [
            "",
            "kim",
            "kim@",
            "@example.com",
            "kim@example",
            "kim@-a.kr",
            "k im@example.com",
            "kim@@example.com",
            "kim@exa_mple.com",
            ".k@example.com",
        ] {
            assert_eq!(email(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_used_refresh_token_is_a_second_tab_or_a_theft() {
        let now = DateTime::UNIX_EPOCH + Duration::days(1);
        let later = now + Duration::days(30);
        let ago = |seconds| Some(now - Duration::seconds(seconds));
        for (used, expires, generation, newest, expected) in [
            (None, later, 3, 3, Presented::Fresh),
            (ago(2), later, 3, 4, Presented::SecondTab),
            (ago(10), later, 3, 4, Presented::SecondTab),
            (ago(11), later, 3, 4, Presented::Stolen),
            (ago(2), later, 3, 5, Presented::Stolen),
            (ago(900), later, 3, 9, Presented::Stolen),
            (None, now, 3, 3, Presented::Expired),
            (ago(2), now, 3, 4, Presented::Expired),
        ] {
            assert_eq!(judge(used, expires, generation, newest, now), expected, "{used:?} {generation} {newest}");
        }
    }
}
