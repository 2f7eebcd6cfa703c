//! `cart_line`: a listed variant in a cart. Prices are not kept: a cart always shows today's.

use chrono::{DateTime, Utc};
use kernel::{CartId, Result};
use platform::{In, Tenant, TenantTx};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "cart_line")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub cart_id: CartId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub listing_variant_id: Uuid,
    pub quantity: i32,
    pub added_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}

/// Puts the lines of one cart into another; of a variant in both, the larger quantity stays, so
/// that doing it twice changes nothing.
pub(crate) async fn pour(tx: &TenantTx, from: CartId, into: CartId) -> Result<()> {
    let sql = "INSERT INTO cart_line (cart_id, listing_variant_id, quantity, added_at)
               SELECT $2, listing_variant_id, quantity, added_at FROM cart_line WHERE cart_id = $1
               ON CONFLICT (cart_id, listing_variant_id) DO UPDATE SET quantity = GREATEST(cart_line.quantity, EXCLUDED.quantity)";
    tx.run(sql, [from.into(), into.into()]).await?;
    Ok(())
}
