//! Reads of sales.

mod customers;
mod figures;
mod orders;

pub use customers::{CustomerFilter, CustomerSort, customer, customers};
pub use figures::{DaySales, TopProduct, sales_by_day, top_products};
pub use orders::{OrderFilter, OrderFull, OrderSummary, by_checkout_key, for_account, list, of_customer, order, order_for, order_of_trade};

use sea_orm::sea_query::LikeExpr;

/// A pattern that matches `text` anywhere, with nothing in it taken for a wildcard.
fn anywhere(text: &str) -> LikeExpr {
    let mut pattern = String::with_capacity(text.len() + 2);
    pattern.push('%');
    for letter in text.trim().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    LikeExpr::new(pattern)
}
