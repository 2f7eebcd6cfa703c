//! What webhooks lead to.

use super::reconcile::refresh;
use crate::{Gateways, actions, entity::webhook, gateway::WebhookHeaders, queries, sandbox};
use kernel::Result;
use platform::App;
use sea_orm::EntityTrait;

/// Looks into a webhook that was written down: asks the provider about its payment. It does not
/// matter in which order webhooks come, how often, or how late.
pub async fn handle_webhook(app: &App, gateways: &Gateways, gateway: &str, event_id: &str) -> Result<()> {
    let tx = app.platform().await?;
    let row = tx.find(webhook::Entity::find_by_id((gateway.to_owned(), event_id.to_owned()))).await?;
    let payment = match row.provider_ref.as_deref() {
        Some(provider_ref) => queries::by_provider_ref(&tx, gateway, provider_ref).await?,
        None => None,
    };
    tx.commit().await?;
    let outcome = match payment {
        None => "no such payment",
        Some(payment) if refresh(app, gateways, &payment).await?.state == payment.state => "nothing new",
        Some(_) => "applied",
    };
    let tx = app.platform().await?;
    actions::webhook_handled(&tx, gateway, event_id, outcome).await?;
    tx.commit().await
}

/// Sends the sandbox provider's webhooks that are due, through the same check of signature and age
/// and the same book as those of a real provider. Returns how many were new.
pub async fn sandbox_webhooks(app: &App, gateways: &Gateways) -> Result<u64> {
    let Ok(gateway) = gateways.named(sandbox::NAME) else { return Ok(0) };
    let mut new = 0;
    for due in sandbox::due_webhooks(app).await? {
        let headers = WebhookHeaders::from([(sandbox::SIGNATURE_HEADER.to_owned(), due.signature)]);
        let event = gateway.verify_webhook(&headers, due.body.as_bytes())?;
        let tx = app.platform().await?;
        new += u64::from(actions::receive_webhook(&tx, sandbox::NAME, &event).await?);
        sandbox::webhook_sent(&tx, &due.provider_ref).await?;
        tx.commit().await?;
    }
    Ok(new)
}
