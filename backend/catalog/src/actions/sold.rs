//! Counting what was sold, for the order of "popular".

use crate::entity::listing;
use kernel::{ListingId, Result};
use platform::TenantTx;

/// Adds pieces sold to listings; cancelled ones are negative. In the order of ids, so that two
/// orders never wait for each other.
pub async fn count_sold(tx: &TenantTx, sold: &[(ListingId, i64)]) -> Result<()> {
    let mut sold = sold.to_vec();
    sold.sort_unstable();
    for (id, pieces) in sold {
        listing::Entity::add_sold(tx, id, pieces).await?;
    }
    Ok(())
}
