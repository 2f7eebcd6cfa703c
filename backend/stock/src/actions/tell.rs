//! Telling others of a changed quantity.

use crate::{events::StockChanged, rules};
use kernel::{Result, VariantId};
use platform::TenantTx;

/// Emits [`StockChanged`] where the change is worth telling.
pub(super) async fn tell(tx: &TenantTx, variant_id: VariantId, before: i32, available: i32) -> Result<()> {
    if rules::worth_telling(before, available) {
        tell_always(tx, variant_id, available).await?;
    }
    Ok(())
}

/// Emits [`StockChanged`] for what people did: it is rare, and they look for it.
pub(super) async fn tell_always(tx: &TenantTx, variant_id: VariantId, available: i32) -> Result<()> {
    tx.emit(&StockChanged { variant_id, available }).await?;
    Ok(())
}
