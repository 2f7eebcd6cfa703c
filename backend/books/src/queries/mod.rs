//! Reads of the books.

mod purchase_orders;
mod revenue;
mod settlements;
mod taxes;

pub use purchase_orders::{PurchaseOrderFilter, purchase_order, purchase_orders, purchase_orders_of_trade};
pub use revenue::{Period, RevenueFilter, RevenueSums, revenue, revenue_from, revenue_of_trade, revenue_summary};
pub use settlements::{SettlementFilter, settlement_entries};
pub use taxes::{TaxFilter, TaxSums, tax_entries, tax_from, tax_of_trade, tax_summary};

use crate::codes;
use kernel::{Currency, Problem, Result};
use sea_orm::{FromQueryResult, sea_query::LikeExpr};

/// The most entries of one trade.
const MOST_OF_TRADE: u64 = 1_000;

#[derive(FromQueryResult)]
struct Used {
    currency: Currency,
}

/// The currency of a summary: the one asked for, else the only one used. Sums never mix currencies.
fn only(asked: Option<Currency>, used: &[Used]) -> Result<Currency> {
    match (asked, used) {
        (Some(asked), _) => Ok(asked),
        (None, []) => Ok(Currency::KRW),
        (None, [one]) => Ok(one.currency),
        (None, _) => Err(Problem::new(codes::CURRENCY_NEEDED).field("currency", "required")),
    }
}

/// A pattern that matches `text` anywhere, with nothing in it taken for a wildcard.
fn anywhere(text: &str) -> LikeExpr {
    let escaped = text.trim().replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
    LikeExpr::new(format!("%{escaped}%"))
}
