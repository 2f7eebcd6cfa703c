//! An API key ends at once.

use crate::{audit, entity::api_key as table};
use kernel::{AccountId, ApiKeyId, CompanyId, Result};
use platform::PlatformTx;
use sea_orm::{IntoActiveModel, QuerySelect, Set};

/// Ends a key; one that has been revoked stays as it is. The row is kept, because timelines name it.
pub async fn revoke_api_key(tx: &PlatformTx, company: CompanyId, id: ApiKeyId, account: AccountId) -> Result<table::Model> {
    let row = tx.find(table::of(company, id).lock_exclusive()).await?;
    if row.revoked_at.is_some() {
        return Ok(row);
    }
    let mut change = row.into_active_model();
    change.revoked_at = Set(Some(tx.now()));
    change.revoked_by = Set(Some(account));
    let row = tx.update(change).await?;
    tx.record(audit::about_key(audit::API_KEY_REVOKED, &row)).await?;
    Ok(row)
}
