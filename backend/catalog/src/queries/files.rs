//! The files that a company's pictures lie in.

use crate::entity::media;
use kernel::{MediaId, Result};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect};

/// Keys of the stored sizes of pictures, after one of them.
pub async fn picture_keys(tx: &TenantTx, after: Option<MediaId>, limit: u64) -> Result<Vec<(MediaId, Vec<String>)>> {
    let mut query = media::Entity::find().order_by_asc(media::Column::Id).limit(limit);
    if let Some(after) = after {
        query = query.filter(media::Column::Id.gt(after));
    }
    let rows = tx.all(query).await?;
    Ok(rows.into_iter().map(|row| (row.id, vec![row.keys.small, row.keys.medium, row.keys.large])).collect())
}
