//! Where a shop's products are, for search engines.

use crate::entity::{ListingStatus, listing};
use chrono::{DateTime, Utc};
use kernel::Result;
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};

/// A published product's address, and when what it says last changed.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ProductAddress {
    /// The address in the shop.
    pub slug: String,
    /// The last change.
    pub updated_at: DateTime<Utc>,
}

/// The addresses of published products, the newest first, `limit` at most.
pub async fn product_addresses(tx: &TenantTx, limit: u64) -> Result<Vec<ProductAddress>> {
    let query = listing::Entity::find()
        .select_only()
        .column(listing::Column::Slug)
        .column(listing::Column::UpdatedAt)
        .filter(listing::Column::Status.eq(ListingStatus::Published))
        .order_by_desc(listing::Column::PublishedAt)
        .order_by_desc(listing::Column::Id)
        .limit(limit);
    tx.all_as(query).await
}
