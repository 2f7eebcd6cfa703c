//! Hearing from stock what can be sold.

use crate::entity::{listing, listing_variant, variant};
use kernel::{Result, VariantId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

/// Notes what can be sold of a variant, own or of a supplier, wherever this company shows it.
pub async fn set_available(tx: &TenantTx, id: VariantId, available: i32) -> Result<()> {
    let available = available.max(0);
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
