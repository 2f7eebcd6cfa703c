//! Something has happened of which a company's programs want to hear.

use super::locked;
use crate::{
    codes,
    entity::{webhook_delivery as delivery, webhook_endpoint as endpoint},
    queries,
    webhooks::EventType,
};
use chrono::{DateTime, SecondsFormat, Utc};
use kernel::{CompanyId, Problem, Result, WebhookDeliveryId, WebhookEndpointId};
use platform::PlatformTx;
use sea_orm::Set;
use serde_json::{Value, json};

/// What has happened, for one company.
#[derive(Clone, Debug)]
pub struct Occurrence {
    /// Who hears of it.
    pub company: CompanyId,
    /// What it is.
    pub kind: EventType,
    /// What it is about, by its id.
    pub object: String,
    /// Two with the same key are one.
    pub key: String,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What the company sees of it, in the shape of the API.
    pub data: Value,
}

/// Puts a delivery in the queue for every endpoint of the company that chose the type; one that is
/// there already is left as it is. An endpoint that is off gets one that can be replayed.
pub async fn record(tx: &PlatformTx, what: &Occurrence) -> Result<()> {
    for row in queries::webhooks::wanting(tx, what.company, what.kind).await? {
        put(tx, &row, what).await?;
    }
    Ok(())
}

/// Puts a test in the queue of one endpoint.
pub async fn test(tx: &PlatformTx, company: CompanyId, id: WebhookEndpointId) -> Result<delivery::Model> {
    let row = locked(tx, company, id).await?;
    if !row.enabled {
        return Err(codes::ENDPOINT_OFF.into());
    }
    let what = Occurrence {
        company,
        kind: EventType::Test,
        object: id.to_string(),
        key: WebhookDeliveryId::new().to_string(),
        at: tx.now(),
        data: json!({"endpoint_id": id, "url": row.url}),
    };
    put(tx, &row, &what).await?.ok_or_else(|| Problem::internal("a test was there already"))
}

async fn put(tx: &PlatformTx, to: &endpoint::Model, what: &Occurrence) -> Result<Option<delivery::Model>> {
    // Another worker that is at the same event loses against the table's keys, and comes again.
    if queries::webhooks::is_recorded(tx, to.id, &what.key).await? {
        return Ok(None);
    }
    let sequence = queries::webhooks::next_sequence(tx, to.id, &what.object).await?;
    let payload = json!({
        "type": what.kind.name(),
        "timestamp": what.at.to_rfc3339_opts(SecondsFormat::Micros, true),
        "object": what.object,
        "sequence": sequence,
        "data": what.data,
    });
    let row = delivery::ActiveModel {
        id: Set(WebhookDeliveryId::new()),
        endpoint_id: Set(to.id),
        company_id: Set(to.company_id),
        event_key: Set(what.key.clone()),
        event_type: Set(what.kind),
        object: Set(what.object.clone()),
        sequence: Set(sequence),
        payload: Set(payload.to_string()),
        state: Set(if to.enabled { delivery::State::Pending } else { delivery::State::Skipped }),
        tries: Set(0),
        attempts: Set(0),
        next_at: Set(tx.now()),
        created_at: Set(tx.now()),
        delivered_at: Set(None),
    };
    tx.insert(row).await.map(Some)
}
