//! What was sent, or could not be, is sent once more.

use super::locked;
use crate::{codes, entity::webhook_delivery as delivery, queries};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Problem, Result, WebhookDeliveryId, WebhookEndpointId};
use platform::PlatformTx;
use sea_orm::{IntoActiveModel, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Which deliveries of an endpoint.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WebhookReplay)]
pub struct Replay {
    /// From when on, by the time of the event.
    pub from: DateTime<Utc>,
    /// Until when.
    pub to: DateTime<Utc>,
    /// Only those that were never taken.
    #[serde(default)]
    pub undelivered_only: bool,
}

/// Puts one delivery back in the queue, with the same id.
pub async fn replay_one(tx: &PlatformTx, company: CompanyId, id: WebhookDeliveryId) -> Result<delivery::Model> {
    let seen = tx.find(delivery::of(company, id)).await?;
    // The endpoint is locked first, as everywhere.
    if !locked(tx, company, seen.endpoint_id).await?.enabled {
        return Err(codes::ENDPOINT_OFF.into());
    }
    let row = tx.find(delivery::of(company, id).lock_exclusive()).await?;
    if row.payload.is_empty() {
        return Err(codes::DELIVERY_TOO_OLD.into());
    }
    let mut change = row.into_active_model();
    change.state = Set(delivery::State::Pending);
    change.tries = Set(0);
    change.next_at = Set(tx.now());
    tx.update(change).await
}

/// Puts the deliveries of a range of time back in the queue; returns how many. Where there are more
/// than one replay takes, the oldest are taken.
pub async fn replay(tx: &PlatformTx, company: CompanyId, id: WebhookEndpointId, which: &Replay) -> Result<u64> {
    if which.from >= which.to {
        return Err(Problem::invalid("to", "out_of_range"));
    }
    if !locked(tx, company, id).await?.enabled {
        return Err(codes::ENDPOINT_OFF.into());
    }
    queries::webhooks::replay(tx, id, which.from, which.to, which.undelivered_only).await
}
