//! Live updates: small hints ("this trade changed") for open screens. Nothing depends on them;
//! a screen that misses one finds the truth when it next loads.

use crate::cache::Cache;
use futures_util::StreamExt;
use kernel::{CompanyId, OrderId};
use serde::{Deserialize, Serialize};
use tokio::sync::broadcast;

const CHANNEL: &str = "madang:live";

/// Who may hear a hint.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Members of a company.
    Company(CompanyId),
    /// Whoever may see an order.
    Order(OrderId),
    /// The operator's people.
    Operator,
}

/// A hint.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Hint {
    /// Who may hear it.
    pub audience: Audience,
    /// What kind of thing changed (`trade`, `order`, `payment`, `payout`, `mail`, `company`).
    pub topic: String,
    /// Which one.
    pub id: String,
}

/// The hub of one process, bridged by Redis to the other processes.
#[derive(Clone)]
pub struct Live {
    cache: Cache,
    hub: broadcast::Sender<Hint>,
}

impl Live {
    /// A hub; `cache` bridges it.
    #[must_use]
    pub fn new(cache: Cache) -> Self {
        Self { cache, hub: broadcast::channel(1024).0 }
    }

    /// Tells everyone concerned, in every process.
    pub async fn tell(&self, audience: Audience, topic: &str, id: impl ToString) {
        let hint = Hint { audience, topic: topic.to_owned(), id: id.to_string() };
        let bridged = match serde_json::to_string(&hint) {
            Ok(text) => self.cache.publish(CHANNEL, &text).await,
            Err(_) => false,
        };
        if !bridged {
            // No one listening is not an error.
            drop(self.hub.send(hint));
        }
    }

    /// Hears every hint of this process.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Hint> {
        self.hub.subscribe()
    }

    /// Carries hints from Redis to this process, reconnecting for ever.
    pub async fn bridge(&self) {
        let Some(client) = self.cache.client() else { return };
        loop {
            if let Ok(mut subscription) = client.get_async_pubsub().await
                && subscription.subscribe(CHANNEL).await.is_ok()
            {
                let mut messages = subscription.on_message();
                while let Some(message) = messages.next().await {
                    let text: String = message.get_payload().unwrap_or_default();
                    if let Ok(hint) = serde_json::from_str(&text) {
                        drop(self.hub.send(hint));
                    }
                }
            }
            tokio::time::sleep(std::time::Duration::from_secs(1)).await;
        }
    }
}
