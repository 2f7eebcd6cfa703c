//! What a quantity means on a screen, and when a change of it is worth telling.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// At most this many left is shown as few.
const LOW_AT: i32 = 5;
/// Up to this many, each change is told, because carts and shop pages show or check the figure.
const TOLD_UP_TO: i32 = 20;

/// How stock looks to a buyer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = StockAvailability)]
pub enum Availability {
    /// Enough.
    In,
    /// A few left.
    Low,
    /// None left.
    Out,
}

/// How `available` looks to a buyer.
#[must_use]
pub const fn availability(available: i32) -> Availability {
    match available {
        ..=0 => Availability::Out,
        1..=LOW_AT => Availability::Low,
        _ => Availability::In,
    }
}

/// Whether a change from `before` to `after` is worth telling: selling from a full warehouse is not.
#[must_use]
pub fn worth_telling(before: i32, after: i32) -> bool {
    before != after && (before <= TOLD_UP_TO || after <= TOLD_UP_TO || availability(before) != availability(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_looks_like_what_it_is() {
        for (available, looks) in
            [(-1, Availability::Out), (0, Availability::Out), (1, Availability::Low), (5, Availability::Low), (6, Availability::In)]
        {
            assert_eq!(availability(available), looks, "{available}");
        }
    }

    #[test]
    fn a_change_is_told_where_a_screen_may_show_it() {
        for (before, after, told) in [(100, 99, false), (21, 20, true), (20, 21, true), (3, 2, true), (1, 0, true), (0, 500, true), (7, 7, false)] {
            assert_eq!(worth_telling(before, after), told, "{before} to {after}");
        }
    }
}
