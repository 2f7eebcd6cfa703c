//! Rate limits by fixed window. Counted in Redis so that all servers share them; without Redis
//! each server counts for itself, so that a limit never vanishes.

use crate::{cache::Cache, clock::Clock};
use kernel::{Problem, Result, code};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

/// Windows kept by one server at the most; the oldest go first.
const CAPACITY: usize = 100_000;

/// Counts and refuses.
#[derive(Clone)]
pub struct Limiter {
    cache: Cache,
    clock: Clock,
    local: Arc<Mutex<HashMap<String, u64>>>,
}

impl Limiter {
    /// A limiter that counts in `cache` while it can.
    #[must_use]
    pub fn new(cache: Cache, clock: Clock) -> Self {
        Self { cache, clock, local: Arc::default() }
    }

    /// Counts one use of `key`. Error: [`code::TOO_MANY`] once `limit` is passed within `window`.
    pub async fn take(&self, key: &str, limit: u64, window: Duration) -> Result<()> {
        let seconds = i64::try_from(window.as_secs().max(1)).unwrap_or(i64::MAX);
        let now = self.clock.now().timestamp();
        let slot = now.div_euclid(seconds);
        let name = format!("limit:{key}:{slot}");
        let used = match self.cache.count(&name, window).await {
            Some(used) => used,
            None => self.count_here(name),
        };
        if used <= limit {
            return Ok(());
        }
        let mut problem = Problem::new(code::TOO_MANY);
        problem.retry_after = u64::try_from((slot + 1) * seconds - now).ok();
        Err(problem)
    }

    fn count_here(&self, name: String) -> u64 {
        let mut local = self.local.lock().unwrap_or_else(PoisonError::into_inner);
        if local.len() >= CAPACITY {
            local.clear();
        }
        let used = local.entry(name).or_default();
        *used += 1;
        *used
    }
}
