//! Slows down whoever guesses passwords. Only failures are counted, so that a person who signs in
//! often is never held up; once too many have failed, nothing is tried any more until the window
//! is over, not even the right password.

use chrono::{DateTime, Duration, Utc};
use kernel::{AccountId, Problem, Result, code};
use platform::App;
use std::{
    collections::HashMap,
    sync::{LazyLock, Mutex, PoisonError},
};

/// Failures for one account within the window.
const PER_ACCOUNT: u64 = 10;
/// Failures from one address within the window; a whole office may share one.
const PER_ADDRESS: u64 = 100;
/// Codes of a second factor that are tried for one account within the window. They are counted
/// before they are tried: six digits leave no room for many at once.
const CODES_PER_ACCOUNT: u64 = 10;
/// The same from one address.
const CODES_PER_ADDRESS: u64 = 200;
/// Answers of passkeys that are looked at for one account within the window; they cannot be guessed, so
/// this only bounds the work.
const PASSKEYS_PER_ACCOUNT: u64 = 30;
/// The same from one address, and challenges that it is given.
const PASSKEYS_PER_ADDRESS: u64 = 300;
/// Mails that one person can be made to receive within the window.
const MAILS_PER_PERSON: u64 = 5;
/// Mails that one address can cause within the window.
const MAILS_PER_ADDRESS: u64 = 300;
/// The window.
const WINDOW: std::time::Duration = std::time::Duration::from_secs(15 * 60);
/// Names remembered by one process; beyond that memory starts afresh.
const CAPACITY: usize = 50_000;

/// Until when a name is not tried any more. The counts themselves are shared by all servers; this
/// is only what a count has already told this process.
static BLOCKED: LazyLock<Mutex<HashMap<String, DateTime<Utc>>>> = LazyLock::new(Mutex::default);

fn names(email: &str, address: &str) -> [(String, u64); 2] {
    [(format!("sign-in:account:{email}"), PER_ACCOUNT), (format!("sign-in:address:{address}"), PER_ADDRESS)]
}

/// Refuses a sign-in that is not to be tried.
pub(crate) fn before(app: &App, email: &str, address: &str) -> Result<()> {
    let now = app.now();
    let blocked = BLOCKED.lock().unwrap_or_else(PoisonError::into_inner);
    let until = names(email, address).iter().filter_map(|(name, _)| blocked.get(name)).max().copied();
    match until {
        // A window that lies further ahead than any window can was noted under another clock.
        Some(until) if until > now && until - now <= Duration::minutes(15) => {
            let mut problem = Problem::new(code::TOO_MANY);
            problem.retry_after = u64::try_from((until - now).num_seconds() + 1).ok();
            Err(problem)
        }
        _ => Ok(()),
    }
}

/// Counts a failure.
pub(crate) async fn failed(app: &App, email: &str, address: &str) {
    for (name, limit) in names(email, address) {
        // The last failure that is allowed closes the door behind it.
        if let Err(problem) = app.limiter().take(&name, limit - 1, WINDOW).await {
            let seconds = problem.retry_after.and_then(|seconds| i64::try_from(seconds).ok()).unwrap_or(60);
            let mut blocked = BLOCKED.lock().unwrap_or_else(PoisonError::into_inner);
            if blocked.len() >= CAPACITY {
                blocked.clear();
            }
            blocked.insert(name, app.now() + Duration::seconds(seconds));
        }
    }
}

/// Counts a code that is about to be tried.
pub(crate) async fn code(app: &App, account: AccountId, address: &str) -> Result<()> {
    app.limiter().take(&format!("second-factor:account:{account}"), CODES_PER_ACCOUNT, WINDOW).await?;
    app.limiter().take(&format!("second-factor:address:{address}"), CODES_PER_ADDRESS, WINDOW).await
}

/// Counts a challenge that an address asks for.
pub(crate) async fn challenge(app: &App, address: &str) -> Result<()> {
    app.limiter().take(&format!("passkey-challenge:address:{address}"), PASSKEYS_PER_ADDRESS, WINDOW).await
}

/// Counts a passkey's answer that is about to be looked at. Whoever guesses passwords holds nobody's
/// passkey up: the counts are not the same.
pub(crate) async fn passkey(app: &App, address: &str) -> Result<()> {
    app.limiter().take(&format!("passkey:address:{address}"), PASSKEYS_PER_ADDRESS, WINDOW).await
}

/// The same, once it is known whose it is.
pub(crate) async fn passkey_of(app: &App, account: AccountId) -> Result<()> {
    app.limiter().take(&format!("passkey:account:{account}"), PASSKEYS_PER_ACCOUNT, WINDOW).await
}

/// Counts a mail that somebody asks us to send to an address that may not be theirs.
pub(crate) async fn mail(app: &App, email: &str, address: &str) -> Result<()> {
    app.limiter().take(&format!("account-mail:person:{email}"), MAILS_PER_PERSON, WINDOW).await?;
    app.limiter().take(&format!("account-mail:address:{address}"), MAILS_PER_ADDRESS, WINDOW).await
}
