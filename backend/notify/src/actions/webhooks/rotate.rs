//! An endpoint gets a new secret. While the two overlap, each webhook bears a signature by either,
//! so that a receiver can change over at any moment.

use super::{locked, sealed};
use crate::{audit, entity::webhook_endpoint as endpoint, rules::webhooks::LONGEST_OVERLAP_HOURS};
use chrono::Duration;
use kernel::{CompanyId, Problem, Result, WebhookEndpointId};
use platform::{PlatformTx, config::SecretConfig};
use sea_orm::{IntoActiveModel, Set};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How a secret is rotated.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = WebhookRotation)]
pub struct Rotation {
    /// Hours for which webhooks are signed with the old secret too; 0 ends it at once.
    #[schema(minimum = 0, maximum = 168, example = 24)]
    pub overlap_hours: i64,
}

/// Gives an endpoint this secret. An earlier one that was still ending ends now.
pub async fn rotate(
    tx: &PlatformTx,
    config: &SecretConfig,
    company: CompanyId,
    id: WebhookEndpointId,
    how: &Rotation,
    secret: &[u8],
) -> Result<endpoint::Model> {
    if !(0..=LONGEST_OVERLAP_HOURS).contains(&how.overlap_hours) {
        return Err(Problem::invalid("overlap_hours", "out_of_range"));
    }
    let row = locked(tx, company, id).await?;
    let before = audit::overlap(&row);
    let (old, version) = (row.secret.clone(), row.version);
    let overlaps = how.overlap_hours > 0;
    let mut change = row.into_active_model();
    change.secret = Set(sealed(config, id, secret)?);
    change.old_secret = Set(overlaps.then_some(old));
    change.old_ends_at = Set(overlaps.then(|| tx.now() + Duration::hours(how.overlap_hours)));
    change.updated_at = Set(tx.now());
    change.version = Set(version + 1);
    let row = tx.update(change).await?;
    tx.record(audit::about(audit::WEBHOOK_ROTATED, &row).changed(before, audit::overlap(&row))).await?;
    Ok(row)
}

/// Ends the old secret of an endpoint now.
pub async fn end_overlap(tx: &PlatformTx, company: CompanyId, id: WebhookEndpointId) -> Result<endpoint::Model> {
    let row = locked(tx, company, id).await?;
    let (before, version) = (audit::overlap(&row), row.version);
    let mut change = row.into_active_model();
    change.old_secret = Set(None);
    change.old_ends_at = Set(None);
    change.updated_at = Set(tx.now());
    change.version = Set(version + 1);
    let row = tx.update(change).await?;
    tx.record(audit::about(audit::WEBHOOK_OVERLAP_ENDED, &row).changed(before, audit::overlap(&row))).await?;
    Ok(row)
}
