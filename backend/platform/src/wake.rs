//! Wakes the worker of this process as soon as an event is committed; other processes poll.

use std::sync::Arc;
use tokio::sync::Notify;

/// A handle to wake the worker.
#[derive(Clone, Debug, Default)]
pub struct Wake(Arc<Notify>);

impl Wake {
    /// Wakes the worker of this process.
    pub fn worker(&self) {
        self.0.notify_one();
    }

    /// Waits until woken, or for `poll`.
    pub async fn wait(&self, poll: std::time::Duration) {
        // A timeout is the ordinary case: it only means that nobody woke us.
        drop(tokio::time::timeout(poll, self.0.notified()).await);
    }
}
