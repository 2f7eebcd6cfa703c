//! A company takes an endpoint away, with all that was sent to it.

use super::locked;
use crate::{audit, entity::webhook_endpoint as endpoint, rules::webhooks::MOST_ENDPOINTS};
use kernel::{CompanyId, Result, WebhookEndpointId};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::Value;

/// Deletes an endpoint; its deliveries and their tries go with it.
pub async fn remove(tx: &PlatformTx, company: CompanyId, id: WebhookEndpointId) -> Result<()> {
    let row = locked(tx, company, id).await?;
    delete(tx, row).await
}

/// Deletes every endpoint of a company that leaves.
pub async fn remove_all(tx: &PlatformTx, company: CompanyId) -> Result<()> {
    for row in tx.all(endpoint::Entity::find().filter(endpoint::Column::CompanyId.eq(company)).limit(MOST_ENDPOINTS * 2)).await? {
        delete(tx, row).await?;
    }
    Ok(())
}

async fn delete(tx: &PlatformTx, row: endpoint::Model) -> Result<()> {
    tx.delete_many(endpoint::Entity::delete_many().filter(endpoint::Column::Id.eq(row.id))).await?;
    tx.record(audit::about(audit::WEBHOOK_REMOVED, &row).changed(audit::endpoint(&row), Value::Null)).await
}
