//! A company takes an endpoint away, with all that was sent to it.

use super::locked;
use crate::entity::webhook_endpoint as endpoint;
use kernel::{CompanyId, Result, WebhookEndpointId};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};

/// Deletes an endpoint; its deliveries and their tries go with it.
pub async fn remove(tx: &PlatformTx, company: CompanyId, id: WebhookEndpointId) -> Result<()> {
    let row = locked(tx, company, id).await?;
    tx.delete_many(endpoint::Entity::delete_many().filter(endpoint::Column::Id.eq(row.id))).await.map(drop)
}
