//! Redis, for what may be lost. Every call has a short time limit and a missing or stopped Redis
//! is an ordinary answer (`None`), never an error: it costs speed, not correctness.

use redis::{AsyncCommands, Client, aio::ConnectionManager};
use std::{sync::Arc, time::Duration};
use tokio::sync::OnceCell;

const TIME_LIMIT: Duration = Duration::from_millis(150);

/// A handle to Redis, or to nothing.
#[derive(Clone, Default)]
pub struct Cache(Option<Arc<Inner>>);

struct Inner {
    client: Client,
    connection: OnceCell<ConnectionManager>,
}

impl Cache {
    /// Prepares a handle; an empty or unreadable URL means none.
    #[must_use]
    pub fn open(url: &str) -> Self {
        match Client::open(url) {
            Ok(client) if !url.is_empty() => Self(Some(Arc::new(Inner { client, connection: OnceCell::new() }))),
            _ => Self(None),
        }
    }

    /// The client, for subscriptions.
    #[must_use]
    pub fn client(&self) -> Option<Client> {
        self.0.as_ref().map(|inner| inner.client.clone())
    }

    async fn connection(&self) -> Option<ConnectionManager> {
        let inner = self.0.as_ref()?;
        let made = tokio::time::timeout(TIME_LIMIT, inner.connection.get_or_try_init(|| ConnectionManager::new(inner.client.clone())));
        made.await.ok()?.ok().cloned()
    }

    /// Adds one to a counter that forgets itself after `window`; `None` if Redis does not answer.
    pub async fn count(&self, key: &str, window: Duration) -> Option<u64> {
        let mut connection = self.connection().await?;
        let seconds = i64::try_from(window.as_secs()).unwrap_or(i64::MAX);
        let mut pipe = redis::pipe();
        pipe.atomic().incr(key, 1).cmd("EXPIRE").arg(key).arg(seconds).arg("NX").ignore();
        let answer: (u64,) = tokio::time::timeout(TIME_LIMIT, pipe.query_async(&mut connection)).await.ok()?.ok()?;
        Some(answer.0)
    }

    /// Publishes a message; tells whether Redis took it.
    pub async fn publish(&self, channel: &str, message: &str) -> bool {
        let Some(mut connection) = self.connection().await else { return false };
        let sent = tokio::time::timeout(TIME_LIMIT, connection.publish::<_, _, i64>(channel, message)).await;
        matches!(sent, Ok(Ok(_)))
    }

    /// Whether Redis answers; `None` if none is configured.
    pub async fn alive(&self) -> Option<bool> {
        self.0.as_ref()?;
        let Some(mut connection) = self.connection().await else { return Some(false) };
        let pong = tokio::time::timeout(TIME_LIMIT, redis::cmd("PING").query_async::<String>(&mut connection)).await;
        Some(matches!(pong, Ok(Ok(_))))
    }
}
