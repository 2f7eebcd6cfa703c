//! A company names an address for its webhooks.

use super::{description, event_types, sealed};
use crate::{
    audit, codes,
    entity::webhook_endpoint as endpoint,
    rules::webhooks::MOST_ENDPOINTS,
    webhooks::{EventType, target::acceptable},
};
use kernel::{AccountId, CompanyId, Problem, Result, WebhookEndpointId};
use platform::{PlatformTx, config::Config};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Set};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// An endpoint to be added.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewWebhookEndpoint)]
pub struct NewEndpoint {
    /// Where webhooks go: https, in the public internet.
    #[schema(max_length = 500, example = "https://hooks.example/madang")]
    pub url: String,
    /// What it is for.
    #[serde(default)]
    #[schema(max_length = 200, example = "창고 프로그램")]
    pub description: String,
    /// What it wants to hear of.
    #[schema(min_items = 1, max_items = 30)]
    pub event_types: Vec<EventType>,
}

/// Adds an endpoint with this secret. Errors: an address that cannot be one; too many endpoints.
pub async fn add(tx: &PlatformTx, config: &Config, company: CompanyId, by: AccountId, new: &NewEndpoint, secret: &[u8]) -> Result<endpoint::Model> {
    let url = acceptable(&config.webhook, &new.url).map_err(|reason| Problem::invalid("url", reason))?;
    let (description, event_types) = (description(&new.description)?, event_types(&new.event_types)?);
    // Counted without a lock: one more than the limit does no harm.
    if tx.count(endpoint::Entity::find().filter(endpoint::Column::CompanyId.eq(company))).await? >= MOST_ENDPOINTS {
        return Err(codes::TOO_MANY_ENDPOINTS.into());
    }
    let id = WebhookEndpointId::new();
    let row = endpoint::ActiveModel {
        id: Set(id),
        company_id: Set(company),
        url: Set(url),
        description: Set(description),
        event_types: Set(event_types),
        enabled: Set(true),
        off_reason: Set(None),
        off_at: Set(None),
        secret: Set(sealed(&config.secret, id, secret)?),
        old_secret: Set(None),
        old_ends_at: Set(None),
        failing_since: Set(None),
        created_by: Set(by),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        version: Set(1),
    };
    let row = tx.insert(row).await?;
    tx.record(audit::about(audit::WEBHOOK_ADDED, &row).changed(Value::Null, audit::endpoint(&row))).await?;
    Ok(row)
}
