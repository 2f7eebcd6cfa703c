//! Webhooks are written down once and looked into afterwards.

use crate::{entity::webhook, events::WebhookReceived, gateway::ProviderEvent};
use kernel::Result;
use platform::PlatformTx;
use sea_orm::ActiveValue::Set;

/// Writes a verified webhook down; `false` if it had come before.
pub async fn receive_webhook(tx: &PlatformTx, gateway: &str, event: &ProviderEvent) -> Result<bool> {
    let row = webhook::ActiveModel {
        gateway: Set(gateway.to_owned()),
        event_id: Set(event.id.clone()),
        kind: Set(event.kind.clone()),
        provider_ref: Set(event.provider_ref.clone()),
        payload: Set(event.payload.clone()),
        received_at: Set(tx.now()),
        handled_at: Set(None),
        outcome: Set(None),
    };
    let new = tx.insert_new(row).await?;
    if new {
        tx.emit(&WebhookReceived { gateway: gateway.to_owned(), event_id: event.id.clone() }).await?;
    }
    Ok(new)
}

/// Notes what came of a webhook.
pub async fn webhook_handled(tx: &PlatformTx, gateway: &str, event_id: &str, outcome: &str) -> Result<()> {
    let change = webhook::ActiveModel {
        gateway: Set(gateway.to_owned()),
        event_id: Set(event_id.to_owned()),
        handled_at: Set(Some(tx.now())),
        outcome: Set(Some(outcome.to_owned())),
        ..Default::default()
    };
    tx.update(change).await.map(drop)
}
