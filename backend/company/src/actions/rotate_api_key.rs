//! An API key gets a new secret. The old one goes on for a while beside it, so that a program is
//! never without one that opens.

use crate::{api_key, audit, codes, entity::api_key as table, rules};
use chrono::{DateTime, Duration, Utc};
use kernel::{ApiKeyId, CompanyId, Problem, Result};
use platform::PlatformTx;
use sea_orm::{IntoActiveModel, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

/// How a key is rotated.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Rotation {
    /// Hours for which the old secret still opens; 0 ends it at once.
    #[schema(minimum = 0, maximum = 168, example = 24)]
    pub overlap_hours: i64,
    /// When the key ends now; unchanged if left out.
    pub expires_at: Option<DateTime<Utc>>,
}

/// Gives a living key this secret. A secret that was still ending from an earlier rotation ends
/// now: there are never more than two.
pub async fn rotate_api_key(tx: &PlatformTx, company: CompanyId, id: ApiKeyId, how: &Rotation, secret: &str) -> Result<table::Model> {
    let row = tx.find(table::of(company, id).lock_exclusive()).await?;
    let now = tx.now();
    if !row.lives(now) {
        return Err(codes::API_KEY_ENDED.into());
    }
    if !(0..=rules::LONGEST_OVERLAP_HOURS).contains(&how.overlap_hours) {
        return Err(Problem::invalid("overlap_hours", "out_of_range"));
    }
    if how.expires_at.is_some_and(|end| !rules::api_key_ends_in_time(end, now)) {
        return Err(Problem::invalid("expires_at", "out_of_range"));
    }
    let overlaps = how.overlap_hours > 0;
    let before = ends(&row);
    let (old_hint, old_hash) = (row.hint.clone(), row.secret_hash.clone());
    let mut change = row.into_active_model();
    change.old_hint = Set(overlaps.then_some(old_hint));
    change.old_secret_hash = Set(overlaps.then_some(old_hash));
    change.old_ends_at = Set(overlaps.then(|| now + Duration::hours(how.overlap_hours)));
    change.hint = Set(api_key::hint(secret));
    change.secret_hash = Set(api_key::hash(secret));
    change.rotated_at = Set(Some(now));
    if let Some(end) = how.expires_at {
        change.expires_at = Set(end);
    }
    let row = tx.update(change).await?;
    tx.record(audit::about_key(audit::API_KEY_ROTATED, &row).changed(before, ends(&row))).await?;
    Ok(row)
}

/// When a key and its old secret end.
fn ends(row: &table::Model) -> Value {
    json!({"expires_at": row.expires_at, "old_ends_at": row.old_ends_at})
}

/// Ends the old secret of a rotated key now.
pub async fn end_api_key_overlap(tx: &PlatformTx, company: CompanyId, id: ApiKeyId) -> Result<table::Model> {
    let row = tx.find(table::of(company, id).lock_exclusive()).await?;
    let before = ends(&row);
    let mut change = row.into_active_model();
    change.old_hint = Set(None);
    change.old_secret_hash = Set(None);
    change.old_ends_at = Set(None);
    let row = tx.update(change).await?;
    tx.record(audit::about_key(audit::API_KEY_OVERLAP_ENDED, &row).changed(before, ends(&row))).await?;
    Ok(row)
}
