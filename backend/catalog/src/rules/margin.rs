//! Price floors, margins and losses.

use kernel::{Money, Result};
use rust_decimal::Decimal;

/// The lowest selling price that a supplier allows: its list price times the rate. None: no floor.
pub fn floor(list: Money, rate: Option<Decimal>) -> Result<Money> {
    Ok(match rate {
        Some(rate) => list.at_rate(rate)?,
        None => Money::zero(list.currency),
    })
}

/// What remains of the selling price after the supply price; the fee is not taken off here.
pub fn margin(selling: Money, supply: Money) -> Result<Money> {
    Ok(selling.minus(supply)?)
}

/// The platform's fee on one piece at this price, and what is left after it. A sale of several
/// pieces is rounded once, so that its fee may differ from this by less than a unit each.
pub fn after_fee(selling: Money, supply: Money, rate: Decimal) -> Result<(Money, Money)> {
    let fee = selling.at_rate(rate)?;
    Ok((fee, margin(selling, supply)?.minus(fee)?))
}

/// Whether a distributor would pay more for the goods than it gets for them.
#[must_use]
pub const fn is_loss(selling_minor: i64, supply_minor: i64) -> bool {
    selling_minor < supply_minor
}

/// Whether a price is lower than the supplier allows.
#[must_use]
pub const fn is_below_floor(selling_minor: i64, floor_minor: i64) -> bool {
    selling_minor < floor_minor
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_floor_is_a_share_of_the_list_price_rounded_half_up() {
        assert_eq!(floor(Money::won(22_000), Some(Decimal::new(8, 1))).ok(), Some(Money::won(17_600)));
        assert_eq!(floor(Money::won(15), Some(Decimal::new(5, 1))).ok(), Some(Money::won(8)));
        assert_eq!(floor(Money::won(22_000), Some(Decimal::ONE)).ok(), Some(Money::won(22_000)));
        assert_eq!(floor(Money::won(22_000), None).ok(), Some(Money::won(0)));
    }

    #[test]
    fn the_fee_is_taken_off_the_margin() {
        let rate = Decimal::new(3, 2);
        assert_eq!(after_fee(Money::won(22_000), Money::won(16_500), rate).ok(), Some((Money::won(660), Money::won(4_840))));
        // A price above the supply price may still lose money.
        assert_eq!(after_fee(Money::won(16_900), Money::won(16_500), rate).ok(), Some((Money::won(507), Money::won(-107))));
        assert_eq!(after_fee(Money::won(22_000), Money::won(16_500), Decimal::ZERO).ok(), Some((Money::won(0), Money::won(5_500))));
    }

    #[test]
    fn the_margin_may_be_negative() {
        assert_eq!(margin(Money::won(22_000), Money::won(16_500)).ok(), Some(Money::won(5_500)));
        assert_eq!(margin(Money::won(16_000), Money::won(16_500)).ok(), Some(Money::won(-500)));
        assert!(is_loss(16_499, 16_500) && !is_loss(16_500, 16_500));
        assert!(is_below_floor(17_599, 17_600) && !is_below_floor(17_600, 17_600));
    }
}
