//! Goods come in.

use super::tell::tell_always;
use crate::entity::{level, stock_move};
use kernel::{AccountId, Problem, Result, StockMoveId, VariantId};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// The most of one variant that a house holds; it keeps every sum of quantities within 32 bits.
pub(super) const MOST_ON_HAND: i32 = 100_000_000;

/// Goods that came in.
#[derive(Clone, Debug)]
pub struct Receipt {
    /// How many; more than nothing.
    pub quantity: i32,
    /// Where they came from, in words.
    pub reason: Option<String>,
}

/// Adds what came in. Errors: no such variant, a quantity out of range.
pub async fn receive(tx: &TenantTx, account: AccountId, variant_id: VariantId, receipt: Receipt) -> Result<level::Model> {
    if receipt.quantity <= 0 {
        return Err(Problem::invalid("quantity", "out_of_range"));
    }
    let before = tx.find(level::Entity::find_by_id(variant_id).lock_exclusive()).await?;
    let on_hand = before.on_hand.saturating_add(receipt.quantity);
    if on_hand > MOST_ON_HAND {
        return Err(Problem::invalid("quantity", "too_large"));
    }
    let version = before.version + 1;
    let mut row = before.into_active_model();
    row.on_hand = Set(on_hand);
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    let after = tx.update(row).await?;
    tx.insert(stock_move::ActiveModel {
        id: Set(StockMoveId::new()),
        variant_id: Set(variant_id),
        kind: Set(stock_move::MoveKind::Receipt),
        quantity: Set(receipt.quantity),
        on_hand: Set(on_hand),
        trade_id: Set(None),
        reason: Set(receipt.reason),
        account_id: Set(Some(account)),
        at: Set(tx.now()),
    })
    .await?;
    tell_always(tx, variant_id, after.available()).await?;
    Ok(after)
}
