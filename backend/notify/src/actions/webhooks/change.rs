//! A company changes an endpoint, or switches it on or off.

use super::{description, event_types, locked, skip_waiting};
use crate::{
    audit,
    entity::webhook_endpoint::{self as endpoint, OffReason},
    webhooks::{EventType, target::acceptable},
};
use kernel::{CompanyId, Problem, Result, WebhookEndpointId};
use platform::{PlatformTx, config::Config, scope::same_version};
use sea_orm::{IntoActiveModel, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What changes; what is left out stays.
#[derive(Clone, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WebhookEndpointChange)]
pub struct EndpointChange {
    /// Where webhooks go.
    #[schema(max_length = 500)]
    pub url: Option<String>,
    /// What it is for.
    #[schema(max_length = 200)]
    pub description: Option<String>,
    /// What it wants to hear of.
    #[schema(min_items = 1, max_items = 30)]
    pub event_types: Option<Vec<EventType>>,
    /// Whether anything is sent. What happens while nothing is can be replayed.
    pub enabled: Option<bool>,
}

/// Changes an endpoint that the caller saw in this version.
pub async fn change(
    tx: &PlatformTx,
    config: &Config,
    company: CompanyId,
    id: WebhookEndpointId,
    seen: i64,
    with: &EndpointChange,
) -> Result<endpoint::Model> {
    let row = locked(tx, company, id).await?;
    same_version(Some(seen), row.version)?;
    let before = audit::endpoint(&row);
    let (was_on, version) = (row.enabled, row.version);
    let mut change = row.into_active_model();
    if let Some(url) = &with.url {
        change.url = Set(acceptable(&config.webhook, url).map_err(|reason| Problem::invalid("url", reason))?);
    }
    if let Some(text) = &with.description {
        change.description = Set(description(text)?);
    }
    if let Some(types) = &with.event_types {
        change.event_types = Set(event_types(types)?);
    }
    match with.enabled {
        Some(true) if !was_on => {
            change.enabled = Set(true);
            change.off_reason = Set(None);
            change.off_at = Set(None);
            change.failing_since = Set(None);
        }
        Some(false) if was_on => {
            change.enabled = Set(false);
            change.off_reason = Set(Some(OffReason::Person));
            change.off_at = Set(Some(tx.now()));
            skip_waiting(tx, id).await?;
        }
        _ => {}
    }
    change.updated_at = Set(tx.now());
    change.version = Set(version + 1);
    let row = tx.update(change).await?;
    tx.record(audit::about(audit::WEBHOOK_CHANGED, &row).changed(before, audit::endpoint(&row))).await?;
    Ok(row)
}
