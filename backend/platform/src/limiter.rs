//! Rate limits by fixed window. Counted in Redis so that all servers share them; without Redis
//! each server counts for itself, so that a limit never vanishes.

use crate::{cache::Cache, clock::Clock};
use kernel::{Problem, Result, code};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// Windows kept by one server at the most. Where so many are open, those that are over go, and if
/// none is, all: a limit may then be passed once, but memory is bounded.
const CAPACITY: usize = 100_000;

/// What a caller may still do within a window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Allowance {
    /// Uses within a window.
    pub limit: u64,
    /// Seconds of a window.
    pub window_s: u64,
    /// Uses that are left in this one.
    pub remaining: u64,
    /// Seconds until the next one begins.
    pub reset_s: u64,
    /// Whether this use passed the limit.
    pub passed: bool,
}

impl Allowance {
    fn new(used: u64, limit: u64, window_s: u64, reset_s: u64) -> Self {
        Self { limit, window_s, remaining: limit.saturating_sub(used), reset_s, passed: used > limit }
    }

    /// Error: [`code::TOO_MANY`] where the limit was passed, with the time to wait.
    pub fn verdict(&self) -> Result<()> {
        if !self.passed {
            return Ok(());
        }
        let mut problem = Problem::new(code::TOO_MANY);
        problem.retry_after = Some(self.reset_s);
        Err(problem)
    }
}

/// A window that this server counts: its end by the clock, and the uses so far.
#[derive(Clone, Copy)]
struct Window {
    ends: i64,
    used: u64,
}

/// Counts and refuses.
#[derive(Clone)]
pub struct Limiter {
    cache: Cache,
    clock: Clock,
    local: Arc<Mutex<HashMap<String, Window>>>,
}

impl Limiter {
    /// A limiter that counts in `cache` while it can.
    #[must_use]
    pub fn new(cache: Cache, clock: Clock) -> Self {
        Self { cache, clock, local: Arc::default() }
    }

    /// Counts one use of `key`. Error: [`code::TOO_MANY`] once `limit` is passed within `window`.
    pub async fn take(&self, key: &str, limit: u64, window: Duration) -> Result<()> {
        self.count(key, limit, window).await.verdict()
    }

    /// Counts one use of `key` and tells what is left.
    pub async fn count(&self, key: &str, limit: u64, window: Duration) -> Allowance {
        let window = Duration::from_secs(window.as_secs().max(1));
        let seconds = i64::try_from(window.as_secs()).unwrap_or(i64::MAX);
        let now = self.clock.now().timestamp();
        let slot = now.div_euclid(seconds);
        let ends = slot.saturating_add(1).saturating_mul(seconds);
        let name = format!("limit:{key}:{slot}");
        let used = match self.cache.count(&name, window).await {
            Some(used) => used,
            None => self.count_here(name, now, ends),
        };
        Allowance::new(used, limit, window.as_secs(), u64::try_from(ends - now).unwrap_or(0))
    }

    fn count_here(&self, name: String, now: i64, ends: i64) -> u64 {
        let mut local = self.local.lock().unwrap_or_else(PoisonError::into_inner);
        if local.len() >= CAPACITY && !local.contains_key(&name) {
            local.retain(|_, window| window.ends > now);
            if local.len() >= CAPACITY {
                local.clear();
            }
        }
        let window = local.entry(name).or_insert(Window { ends, used: 0 });
        window.used += 1;
        window.used
    }
}
