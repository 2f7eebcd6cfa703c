//! JSON shapes of webhooks.

use crate::{
    entity::{
        webhook_attempt as attempt,
        webhook_delivery::{self as delivery, State},
        webhook_endpoint::{self as endpoint, OffReason},
    },
    queries::webhooks::{DeliveryFilter, Gap},
    webhooks::{EventType, shown},
};
use chrono::{DateTime, Utc};
use kernel::{PageQuery, WebhookDeliveryId, WebhookEndpointId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// An address to which webhooks go.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(in crate::http) struct WebhookEndpoint {
    /// The endpoint.
    id: WebhookEndpointId,
    /// Where webhooks go.
    #[schema(example = "https://hooks.example/madang")]
    url: String,
    /// What it is for.
    description: String,
    /// What it wants to hear of.
    event_types: Vec<EventType>,
    /// Whether anything is sent.
    enabled: bool,
    /// Why nothing is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    off_reason: Option<OffReason>,
    /// Since when nothing is sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    off_at: Option<DateTime<Utc>>,
    /// Since when nothing was taken, if the last try failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    failing_since: Option<DateTime<Utc>>,
    /// The secret that signs, only in the answer to adding the endpoint or rotating its secret.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "whsec_…")]
    secret: Option<String>,
    /// Until when the old secret signs too.
    #[serde(skip_serializing_if = "Option::is_none")]
    old_secret_ends_at: Option<DateTime<Utc>>,
    /// When it was added.
    created_at: DateTime<Utc>,
    /// Grows with every change; sent back as `If-Match`.
    pub(in crate::http) version: i64,
}

impl WebhookEndpoint {
    pub(in crate::http) fn new(row: endpoint::Model, now: DateTime<Utc>) -> Self {
        Self {
            id: row.id,
            url: row.url,
            description: row.description,
            event_types: row.event_types.0,
            enabled: row.enabled,
            off_reason: row.off_reason,
            off_at: row.off_at,
            failing_since: row.failing_since,
            secret: None,
            old_secret_ends_at: row.old_ends_at.filter(|end| *end > now),
            created_at: row.created_at,
            version: row.version,
        }
    }

    /// With the secret that was made for it, if this is the first answer and not a repeated one.
    pub(in crate::http) fn shown_once(mut self, secret: &[u8], first: bool) -> Self {
        self.secret = first.then(|| shown(secret));
        self
    }
}

/// A webhook on its way to an endpoint.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(in crate::http) struct WebhookDelivery {
    /// The `webhook-id` that the receiver sees.
    id: WebhookDeliveryId,
    /// To which endpoint.
    endpoint_id: WebhookEndpointId,
    /// What it tells of.
    event_type: EventType,
    /// What it is about.
    object: String,
    /// Its place among all that this endpoint hears of the object, from 1 on.
    sequence: i64,
    /// Where it is on its way.
    state: State,
    /// Tries so far.
    attempts: i32,
    /// When it is tried next.
    #[serde(skip_serializing_if = "Option::is_none")]
    next_at: Option<DateTime<Utc>>,
    /// When it was made.
    created_at: DateTime<Utc>,
    /// When it was last taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    delivered_at: Option<DateTime<Utc>>,
}

impl From<delivery::Model> for WebhookDelivery {
    fn from(row: delivery::Model) -> Self {
        Self {
            id: row.id,
            endpoint_id: row.endpoint_id,
            event_type: row.event_type,
            object: row.object,
            sequence: row.sequence,
            state: row.state,
            attempts: row.attempts,
            next_at: (row.state == State::Pending).then_some(row.next_at),
            created_at: row.created_at,
            delivered_at: row.delivered_at,
        }
    }
}

/// A delivery with what was sent and what came back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(in crate::http) struct WebhookDeliveryDetail {
    #[serde(flatten)]
    delivery: WebhookDelivery,
    /// The bytes that were signed and sent, as text; empty once they are no longer kept.
    payload: String,
    /// The latest tries, the newest first.
    tries: Vec<WebhookAttempt>,
}

impl WebhookDeliveryDetail {
    pub(in crate::http) fn new(row: delivery::Model, tries: Vec<attempt::Model>) -> Self {
        Self { payload: row.payload.clone(), delivery: row.into(), tries: tries.into_iter().map(WebhookAttempt::from).collect() }
    }
}

/// One try, and what came back.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(in crate::http) struct WebhookAttempt {
    /// Its number, from 1 on.
    number: i32,
    /// When.
    at: DateTime<Utc>,
    /// The HTTP status of the answer, if there was one.
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<i16>,
    /// Why there was none: `address_refused`, `unreachable`, `timed_out`, `broken_off`, `url_refused`.
    #[serde(skip_serializing_if = "Option::is_none")]
    error: Option<String>,
    /// How the answer begins.
    answer: String,
    /// How long it took, in milliseconds.
    duration_ms: i32,
}

impl From<attempt::Model> for WebhookAttempt {
    fn from(row: attempt::Model) -> Self {
        Self { number: row.number, at: row.at, status: row.status, error: row.error, answer: row.answer, duration_ms: row.duration_ms }
    }
}

/// What of an object an endpoint has not taken.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(in crate::http) struct WebhookGap {
    /// The object.
    object: String,
    /// The newest place in its sequence.
    newest: i64,
    /// How many were not taken.
    missing: i64,
    /// Their places in the sequence; a hundred at the most.
    sequences: Vec<i64>,
    /// When the oldest of them was made.
    since: DateTime<Utc>,
}

impl From<Gap> for WebhookGap {
    fn from(row: Gap) -> Self {
        let sequences = serde_json::from_value(row.sequences).unwrap_or_default();
        Self { object: row.object, newest: row.newest, missing: row.missing, sequences, since: row.since }
    }
}

/// How many were put back in the queue.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
pub(in crate::http) struct WebhookReplayed {
    /// Deliveries that are sent once more; 10,000 at the most.
    pub(in crate::http) count: u64,
}

/// Which deliveries.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(in crate::http) struct DeliveryQuery {
    /// Only those in this state.
    state: Option<State>,
    /// Only those of this type.
    event_type: Option<EventType>,
    /// Only those about this object.
    #[param(max_length = 100)]
    object: Option<String>,
    /// Only those made at this moment or later.
    from: Option<DateTime<Utc>>,
    /// Only those made before this moment.
    to: Option<DateTime<Utc>>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    cursor: Option<String>,
}

impl DeliveryQuery {
    pub(in crate::http) fn parts(self) -> (DeliveryFilter, PageQuery) {
        let filter = DeliveryFilter { state: self.state, event_type: self.event_type, object: self.object, from: self.from, to: self.to };
        (filter, PageQuery { limit: self.limit, cursor: self.cursor })
    }
}
