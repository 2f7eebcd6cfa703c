//! The sandbox's webhooks, signed as those of a real provider.

use crate::{
    ProviderEvent, WebhookHeaders, codes,
    entity::sandbox_charge::{ActiveModel, Column, Entity, Model, State},
    signature,
};
use chrono::{DateTime, Utc};
use kernel::{Problem, Result};
use platform::{App, PlatformTx};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};

/// The header of the signature.
pub const SIGNATURE_HEADER: &str = "madang-signature";
/// Webhooks sent per run.
const BATCH: u64 = 100;

#[derive(Serialize, Deserialize)]
struct Payload {
    id: String,
    #[serde(rename = "type")]
    kind: String,
    charge: String,
}

/// A webhook that is to be sent.
pub struct Due {
    /// The charge that it tells of.
    pub provider_ref: String,
    /// The body.
    pub body: String,
    /// The signature of the body.
    pub signature: String,
}

/// The webhooks that are due.
pub async fn due_webhooks(app: &App) -> Result<Vec<Due>> {
    let tx = app.platform().await?;
    let charges = tx.all(Entity::find().filter(Column::WebhookAt.lte(tx.now())).order_by_asc(Column::WebhookAt).limit(BATCH)).await?;
    tx.commit().await?;
    charges.iter().map(|charge| due(app, charge)).collect()
}

fn due(app: &App, charge: &Model) -> Result<Due> {
    let what = if charge.state == State::Captured { "captured" } else { "changed" };
    // The moment in the id tells a second webhook of a charge from a repetition of the first.
    let moment = charge.webhook_at.map_or(0, |at| at.timestamp_micros());
    let payload =
        Payload { id: format!("evt_{}_{what}_{moment}", charge.reference), kind: format!("charge.{what}"), charge: charge.reference.clone() };
    let body = serde_json::to_string(&payload).map_err(Problem::internal)?;
    let signature = signature::sign(&app.config().payment.sandbox_webhook_secret, app.now(), body.as_bytes())?;
    Ok(Due { provider_ref: charge.reference.clone(), body, signature })
}

/// The webhook was taken.
pub async fn webhook_sent(tx: &PlatformTx, reference: &str) -> Result<()> {
    tx.update(ActiveModel { reference: Set(reference.to_owned()), webhook_at: Set(None), ..Default::default() }).await.map(drop)
}

pub(super) fn verify(secret: &str, headers: &WebhookHeaders, now: DateTime<Utc>, body: &[u8]) -> Result<ProviderEvent> {
    signature::verify(secret, headers.get(SIGNATURE_HEADER).map(String::as_str), now, body)?;
    let malformed = |error: serde_json::Error| Problem::new(codes::SIGNATURE_INVALID).detail(error.to_string());
    let payload: Payload = serde_json::from_slice(body).map_err(malformed)?;
    let all = serde_json::to_value(&payload).map_err(Problem::internal)?;
    Ok(ProviderEvent { id: payload.id, kind: payload.kind, provider_ref: Some(payload.charge), payload: all })
}
