//! `stock_level`: on hand and promised, per variant. The statements that change `reserved` stand
//! here, because each must decide and change at once.

use chrono::{DateTime, Utc};
use kernel::{Result, VariantId};
use platform::{In, Tenant, TenantTx};
use sea_orm::{FromQueryResult, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "stock_level")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub variant_id: VariantId,
    pub on_hand: i32,
    pub reserved: i32,
    pub reorder_at: i32,
    pub updated_at: DateTime<Utc>,
    /// Counts what people change and what leaves the house, not reservations: a person who counts
    /// goods is not disturbed by somebody filling a cart.
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}

impl Model {
    /// On hand and not promised.
    #[must_use]
    pub const fn available(&self) -> i32 {
        self.on_hand - self.reserved
    }

    /// Whether it is time to make or order more.
    #[must_use]
    pub const fn is_low(&self) -> bool {
        self.available() <= self.reorder_at
    }
}

/// The figures of a level after a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Figures {
    /// In the house.
    pub on_hand: i32,
    /// On hand and not promised.
    pub available: i32,
}

/// Promises `quantity` if it is there. `None`: it is not, or there is no such variant.
pub(crate) async fn take(tx: &TenantTx, variant: VariantId, quantity: i32) -> Result<Option<Figures>> {
    let sql = "UPDATE stock_level SET reserved = reserved + $2, updated_at = $3
               WHERE variant_id = $1 AND on_hand - reserved >= $2
               RETURNING on_hand, on_hand - reserved AS available";
    tx.row(sql, [variant.into(), quantity.into(), tx.now().into()]).await
}

/// Takes back a promise of `quantity`.
pub(crate) async fn give_back(tx: &TenantTx, variant: VariantId, quantity: i32) -> Result<Option<Figures>> {
    let sql = "UPDATE stock_level SET reserved = reserved - $2, updated_at = $3
               WHERE variant_id = $1
               RETURNING on_hand, on_hand - reserved AS available";
    tx.row(sql, [variant.into(), quantity.into(), tx.now().into()]).await
}

/// Lets `shipped` leave the house and ends the promise of `promised`.
pub(crate) async fn send_off(tx: &TenantTx, variant: VariantId, shipped: i32, promised: i32) -> Result<Option<Figures>> {
    let sql = "UPDATE stock_level SET on_hand = on_hand - $2, reserved = reserved - $3, updated_at = $4, version = version + 1
               WHERE variant_id = $1
               RETURNING on_hand, on_hand - reserved AS available";
    tx.row(sql, [variant.into(), shipped.into(), promised.into(), tx.now().into()]).await
}
