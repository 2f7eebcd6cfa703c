//! For how long a company's records are kept after it has left, and by which law (Korea). It is a
//! table, so that another country gets its own.

/// Contracts, withdrawals, payment and supply.
const TRADE: &str = "E-Commerce Act art. 6, Enforcement Decree art. 6(1): contracts, payment and supply, 5 years";
/// Books and the papers behind them.
const BOOKS: &str = "Framework Act on National Taxes art. 85-3(2): books and evidence, 5 years";
/// Complaints and disputes.
const DISPUTES: &str = "E-Commerce Act art. 6, Enforcement Decree art. 6(1): complaints and disputes, 3 years";
/// What nobody has decided about is kept for the longest time rather than lost.
const UNDECIDED: &str = "undecided: kept as contracts are";

/// What a company leaves behind for nobody: its catalogue, what was never ordered, the program's own.
const NOT_KEPT: &[&str] = &[
    "cart",
    "cart_line",
    "handled",
    "idempotency",
    "item",
    "item_category",
    "listing",
    "listing_variant",
    "media",
    "price",
    "reservation",
    "seaql_migrations",
    "shop_category",
    "stock_level",
    "supply_offer",
    "variant",
];

/// The years and the law for a table of a company's schema; none: it is not kept.
#[must_use]
pub fn kept(table: &str) -> Option<(i32, &'static str)> {
    match table {
        "orders" | "order_part" | "order_line" | "customer" | "stock_move" => Some((5, TRADE)),
        "purchase_order" | "revenue_entry" | "tax_entry" | "settlement_entry" => Some((5, BOOKS)),
        "claim" | "claim_line" | "dispute" => Some((3, DISPUTES)),
        other if NOT_KEPT.contains(&other) => None,
        _ => Some((5, UNDECIDED)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contracts_are_kept_and_carts_are_not() {
        assert_eq!(kept("orders").map(|(years, _)| years), Some(5));
        assert_eq!(kept("tax_entry").map(|(years, _)| years), Some(5));
        assert_eq!(kept("claim").map(|(years, _)| years), Some(3));
        assert_eq!(kept("cart"), None);
        assert_eq!(kept("something_new"), Some((5, UNDECIDED)));
    }
}
