//! Counting what was sold, for the order of "popular".

use crate::entity::listing;
use kernel::{ListingId, Result};
use platform::TenantTx;
use std::collections::BTreeMap;

/// Adds pieces sold to listings; cancelled ones are negative. Each listing once and in the order
/// of ids, so that two orders never wait for each other.
pub async fn count_sold(tx: &TenantTx, sold: &[(ListingId, i64)]) -> Result<()> {
    let mut sums: BTreeMap<ListingId, i64> = BTreeMap::new();
    for (id, pieces) in sold {
        *sums.entry(*id).or_default() += pieces;
    }
    for (id, pieces) in sums {
        listing::Entity::add_sold(tx, id, pieces).await?;
    }
    Ok(())
}
