//! JSON shapes of stock.

use crate::{
    actions::{Adjustment, Receipt},
    entity::{level, stock_move},
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, Problem, Result, StockMoveId, TradeId, VariantId, code};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Characters of a reason.
const LONGEST_REASON: usize = 200;

/// How much of a variant there is.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct StockLevel {
    pub variant_id: VariantId,
    /// In the house.
    pub on_hand: i32,
    /// Promised to orders.
    pub reserved: i32,
    /// On hand and not promised.
    pub available: i32,
    /// At this many available it is time to make or order more.
    pub reorder_at: i32,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

impl From<level::Model> for StockLevel {
    fn from(row: level::Model) -> Self {
        Self {
            available: row.available(),
            variant_id: row.variant_id,
            on_hand: row.on_hand,
            reserved: row.reserved,
            reorder_at: row.reorder_at,
            updated_at: row.updated_at,
            version: row.version,
        }
    }
}

/// A change of the quantity on hand.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct StockMove {
    pub id: StockMoveId,
    pub kind: stock_move::MoveKind,
    /// Negative where goods left.
    pub quantity: i32,
    /// The quantity on hand afterwards.
    pub on_hand: i32,
    /// The trade for which goods left.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_id: Option<TradeId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Who entered it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_id: Option<AccountId>,
    pub at: DateTime<Utc>,
}

impl From<stock_move::Model> for StockMove {
    fn from(row: stock_move::Model) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            quantity: row.quantity,
            on_hand: row.on_hand,
            trade_id: row.trade_id,
            reason: row.reason,
            account_id: row.account_id,
            at: row.at,
        }
    }
}

/// Goods that came in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"quantity": 120, "reason": "오전 생산분"}))]
pub(super) struct NewReceipt {
    #[schema(minimum = 1, maximum = 1_000_000)]
    pub quantity: i32,
    /// Where they came from, in words.
    #[schema(max_length = 200)]
    pub reason: Option<String>,
}

impl NewReceipt {
    pub(super) fn checked(&self) -> Result<Receipt> {
        let mut problem = Problem::new(code::INVALID);
        if !(1..=1_000_000).contains(&self.quantity) {
            problem = problem.field("quantity", "out_of_range");
        }
        let reason = self.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
        if reason.is_some_and(|reason| reason.chars().count() > LONGEST_REASON) {
            problem = problem.field("reason", "too_long");
        }
        if problem.fields.is_empty() { Ok(Receipt { quantity: self.quantity, reason: reason.map(str::to_owned) }) } else { Err(problem) }
    }
}

/// What a count found.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"on_hand": 37, "reason": "재고 실사"}))]
pub(super) struct NewAdjustment {
    #[schema(minimum = 0, maximum = 100_000_000)]
    pub on_hand: i32,
    /// Why it differs, in words.
    #[schema(min_length = 1, max_length = 200)]
    pub reason: String,
}

impl NewAdjustment {
    pub(super) fn checked(&self, seen: i64) -> Result<Adjustment> {
        let mut problem = Problem::new(code::INVALID);
        if !(0..=100_000_000).contains(&self.on_hand) {
            problem = problem.field("on_hand", "out_of_range");
        }
        let reason = self.reason.trim();
        if reason.is_empty() {
            problem = problem.field("reason", "required");
        } else if reason.chars().count() > LONGEST_REASON {
            problem = problem.field("reason", "too_long");
        }
        if !problem.fields.is_empty() {
            return Err(problem);
        }
        Ok(Adjustment { on_hand: self.on_hand, reason: reason.to_owned(), seen: Some(seen) })
    }
}

/// When it is time to make or order more.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"reorder_at": 10}))]
pub(super) struct ReorderPoint {
    #[schema(minimum = 0, maximum = 100_000_000)]
    pub reorder_at: i32,
}

/// What a list of moves is asked for.
#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(super) struct MovesQuery {
    /// Only moves of this kind.
    #[param(inline)]
    pub kind: Option<stock_move::MoveKind>,
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    pub cursor: Option<String>,
}
