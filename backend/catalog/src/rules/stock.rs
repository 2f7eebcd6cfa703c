//! How much of a variant can be had, in three words. The exact number is told only when it is
//! small: it helps a buyer to decide then, and tells competitors nothing otherwise.

use crate::http::body::ProductStock;

/// At or below this many, few are left.
pub const FEW: i32 = 10;

/// The word for a quantity; less than the least quantity of a line is nothing.
#[must_use]
pub const fn class(available: i32, min_quantity: i32) -> ProductStock {
    let least = if min_quantity > 1 { min_quantity } else { 1 };
    if available < least {
        ProductStock::Out
    } else if available <= FEW {
        ProductStock::Low
    } else {
        ProductStock::In
    }
}

/// The word itself, where only a quantity is known.
#[must_use]
pub const fn stock_class(available: i32) -> &'static str {
    match class(available, 1) {
        ProductStock::In => "in",
        ProductStock::Low => "low",
        ProductStock::Out => "out",
    }
}

/// How many are left, if few.
#[must_use]
pub fn left(class: ProductStock, available: i32) -> Option<i32> {
    (class == ProductStock::Low).then_some(available)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantities_become_words() {
        let cases = [
            (0, 1, ProductStock::Out),
            (-3, 1, ProductStock::Out),
            (1, 1, ProductStock::Low),
            (10, 1, ProductStock::Low),
            (11, 1, ProductStock::In),
            (4, 5, ProductStock::Out),
            (5, 5, ProductStock::Low),
        ];
        for (available, least, word) in cases {
            assert_eq!(class(available, least), word, "{available} of {least}");
        }
        assert_eq!(left(ProductStock::Low, 3), Some(3));
        assert_eq!(left(ProductStock::In, 300), None);
    }
}
