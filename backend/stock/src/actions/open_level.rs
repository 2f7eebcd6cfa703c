//! A variant begins to be counted.

use super::tell::tell_always;
use crate::entity::{level, stock_move};
use kernel::{Problem, Result, StockMoveId, VariantId};
use platform::TenantTx;
use sea_orm::ActiveValue::Set;

/// Opens the level of a variant with what is in the house; a level that stands already is left alone.
pub async fn open_level(tx: &TenantTx, variant_id: VariantId, opening: i32) -> Result<()> {
    if opening < 0 {
        return Err(Problem::invalid("opening_stock", "negative"));
    }
    let row = level::ActiveModel {
        variant_id: Set(variant_id),
        on_hand: Set(opening),
        reserved: Set(0),
        reorder_at: Set(0),
        updated_at: Set(tx.now()),
        version: Set(1),
    };
    if !tx.insert_new(row).await? {
        return Ok(());
    }
    if opening > 0 {
        tx.insert(stock_move::ActiveModel {
            id: Set(StockMoveId::new()),
            variant_id: Set(variant_id),
            kind: Set(stock_move::MoveKind::Receipt),
            quantity: Set(opening),
            on_hand: Set(opening),
            trade_id: Set(None),
            reason: Set(None),
            account_id: Set(None),
            at: Set(tx.now()),
        })
        .await?;
    }
    tell_always(tx, variant_id, opening).await
}
