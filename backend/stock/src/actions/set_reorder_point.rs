//! The quantity at which more is to be made or ordered.

use crate::entity::level;
use kernel::{Problem, Result, VariantId};
use platform::{TenantTx, scope::same_version};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// Sets the reorder point. Errors: no such variant, a stale version, a negative quantity.
pub async fn set_reorder_point(tx: &TenantTx, variant_id: VariantId, reorder_at: i32, seen: Option<i64>) -> Result<level::Model> {
    if reorder_at < 0 {
        return Err(Problem::invalid("reorder_at", "out_of_range"));
    }
    let level = tx.find(level::Entity::find_by_id(variant_id).lock_exclusive()).await?;
    same_version(seen, level.version)?;
    let version = level.version + 1;
    let mut row = level.into_active_model();
    row.reorder_at = Set(reorder_at);
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    tx.update(row).await
}
