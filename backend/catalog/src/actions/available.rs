//! Hearing from stock what can be sold.

use crate::entity::{listing, listing_variant, variant};
use kernel::{Result, VariantId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, sea_query::Expr};

/// Notes what can be sold of a variant, own or of a supplier, wherever this company shows it.
pub async fn set_available(tx: &TenantTx, id: VariantId, available: i32) -> Result<()> {
    let available = available.max(0);
    hold_listings(tx, id).await?;
    let own = variant::Entity::update_many().col_expr(variant::Column::Available, Expr::value(available)).filter(variant::Column::Id.eq(id));
    tx.update_many(own).await?;
    let listed = listing_variant::Entity::update_many()
        .col_expr(listing_variant::Column::Available, Expr::value(available))
        .filter(listing_variant::Column::VariantId.eq(id));
    if tx.update_many(listed).await? > 0 {
        listing::Entity::refresh_stock(tx, id).await?;
    }
    Ok(())
}

/// Whoever changes a listing with its variants holds the listing first; so does this, so that the
/// two never wait for each other.
async fn hold_listings(tx: &TenantTx, id: VariantId) -> Result<()> {
    let of_variant = listing_variant::Entity::find()
        .select_only()
        .column(listing_variant::Column::ListingId)
        .filter(listing_variant::Column::VariantId.eq(id))
        .into_query();
    let query = listing::Entity::find().filter(listing::Column::Id.in_subquery(of_variant)).order_by_asc(listing::Column::Id).lock_exclusive();
    tx.all(query).await?;
    Ok(())
}
