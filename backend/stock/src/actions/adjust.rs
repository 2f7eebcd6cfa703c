//! A count finds another quantity.

use super::{receive::MOST_ON_HAND, tell::tell_always};
use crate::{
    codes,
    entity::{level, stock_move},
};
use kernel::{AccountId, Problem, Result, StockMoveId, VariantId};
use platform::{TenantTx, scope::same_version};
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// What a count found.
#[derive(Clone, Debug)]
pub struct Adjustment {
    /// In the house.
    pub on_hand: i32,
    /// Why it differs, in words.
    pub reason: String,
    /// The version of the level that the person saw.
    pub seen: Option<i64>,
}

/// Sets the quantity on hand. Errors: no such variant; a stale version; less than is promised to
/// orders, for those goods are sold.
pub async fn adjust(tx: &TenantTx, account: AccountId, variant_id: VariantId, found: Adjustment) -> Result<level::Model> {
    if !(0..=MOST_ON_HAND).contains(&found.on_hand) {
        return Err(Problem::invalid("on_hand", "out_of_range"));
    }
    let before = tx.find(level::Entity::find_by_id(variant_id).lock_exclusive()).await?;
    same_version(found.seen, before.version)?;
    if found.on_hand < before.reserved {
        let detail = format!("{} are promised to orders", before.reserved);
        return Err(Problem::new(codes::BELOW_RESERVED).detail(detail).field("on_hand", "below_reserved"));
    }
    let difference = found.on_hand - before.on_hand;
    if difference == 0 {
        return Ok(before);
    }
    let version = before.version + 1;
    let mut row = before.into_active_model();
    row.on_hand = Set(found.on_hand);
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    let after = tx.update(row).await?;
    tx.insert(stock_move::ActiveModel {
        id: Set(StockMoveId::new()),
        variant_id: Set(variant_id),
        kind: Set(stock_move::MoveKind::Adjustment),
        quantity: Set(difference),
        on_hand: Set(found.on_hand),
        trade_id: Set(None),
        reason: Set(Some(found.reason)),
        account_id: Set(Some(account)),
        at: Set(tx.now()),
    })
    .await?;
    tell_always(tx, variant_id, after.available()).await?;
    Ok(after)
}
