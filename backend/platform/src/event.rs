//! Events: facts in the past tense, put in the outbox with the change that they tell of.

use chrono::{DateTime, Utc};
use kernel::{CompanyId, EventId, Problem, Result};
use serde::{Serialize, de::DeserializeOwned};

/// A fact that others react to.
pub trait Event: Serialize + DeserializeOwned + Send + Sync {
    /// `context.noun_verbed`, with a version suffix once the payload changes (`.v2`).
    const NAME: &'static str;
    /// Events with the same key are delivered in order (`trade:<id>`).
    fn key(&self) -> String;
}

/// An event on its way to a reaction.
#[derive(Clone, Debug)]
pub struct Delivery {
    /// Unique; reactions are idempotent by it.
    pub id: EventId,
    /// [`Event::NAME`].
    pub name: String,
    /// The tenant it came from, if any.
    pub company: Option<CompanyId>,
    /// The payload.
    pub payload: serde_json::Value,
    /// When the fact was recorded.
    pub at: DateTime<Utc>,
}

impl Delivery {
    /// The payload as its type. Error: a payload of another shape.
    pub fn read<E: Event>(&self) -> Result<E> {
        serde_json::from_value(self.payload.clone()).map_err(|error| Problem::internal(format!("{}: {error}", self.name)))
    }
}
