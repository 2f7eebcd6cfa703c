//! Reads of API keys, and the note of their use.

use crate::{entity::api_key, rules::USE_NOTED_EVERY};
use kernel::{ApiKeyId, CompanyId, Page, PageQuery, Result};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter};
use std::collections::HashMap;

/// The keys of a company, the newest first; those that have ended among them.
pub async fn of_company(tx: &PlatformTx, company: CompanyId, page: &PageQuery) -> Result<Page<api_key::Model>> {
    let limit = page.limit()?;
    let rows = tx.all(api_key::of_company(company, page.position()?, limit + 1)).await?;
    Ok(Page::from_surplus(rows, limit, |row| row.id))
}

/// The names of keys.
pub async fn names(tx: &PlatformTx, ids: &[ApiKeyId]) -> Result<HashMap<ApiKeyId, String>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = tx.all(api_key::Entity::find().filter(api_key::Column::Id.is_in(ids.iter().copied()))).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
}

/// Notes that a key is in use; tells whether anything was written. At most once a minute, and never
/// while another request is doing so: many requests of one program do not wait for one row.
pub(crate) async fn note_use(tx: &PlatformTx, id: ApiKeyId) -> Result<bool> {
    let now = tx.now();
    let written = tx
        .run(
            "UPDATE api_key SET last_used_at = $2 WHERE id IN (
               SELECT id FROM api_key WHERE id = $1 AND (last_used_at IS NULL OR last_used_at <= $3) FOR UPDATE SKIP LOCKED)",
            [id.into(), now.into(), (now - USE_NOTED_EVERY).into()],
        )
        .await?;
    Ok(written > 0)
}
