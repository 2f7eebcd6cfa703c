//! A process that dies in the middle: a future that is polled a number of times and then dropped,
//! wherever it stands. What it had not committed is gone, what it had committed stays.

use std::{pin::pin, task::Poll};

/// Runs work up to its `polls`th step; `None` if it was dropped before it came to its end.
pub async fn interrupted<T>(polls: usize, work: impl Future<Output = T>) -> Option<T> {
    let mut work = pin!(work);
    let mut left = polls;
    std::future::poll_fn(|context| {
        if left == 0 {
            return Poll::Ready(None);
        }
        left -= 1;
        work.as_mut().poll(context).map(Some)
    })
    .await
}
