//! The amounts of a trade: `goods = supply + fee + margin` at every moment, and what was paid is
//! what stands (goods and delivery) and what went back.

use crate::codes::DRAFT_INVALID;
use kernel::{Currency, Money, MoneyError, Problem, Result, TaxClass, TaxRule, divide_half_away, split};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// The parts of one line, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineAmounts {
    /// What the buyer pays.
    pub goods_minor: i64,
    /// What the supplier gets.
    pub supply_minor: i64,
    /// The line's share of the platform's fee.
    pub fee_minor: i64,
}

/// The parts of a trade, in minor units.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amounts {
    /// What the buyer pays for the goods.
    pub goods_minor: i64,
    /// What the buyer pays for the delivery.
    pub delivery_minor: i64,
    /// What the supplier gets for the goods.
    pub supply_minor: i64,
    /// The platform's fee, VAT included.
    pub fee_minor: i64,
    /// The VAT in the fee.
    pub fee_vat_minor: i64,
    /// What is left to the seller; negative if it sells at a loss.
    pub margin_minor: i64,
}

impl Amounts {
    /// What the buyer pays in all.
    pub fn total(&self) -> Result<i64> {
        add(self.goods_minor, self.delivery_minor)
    }

    /// The sums over lines, with a delivery fee. Error: overflow.
    pub fn of(lines: &[LineAmounts], delivery_minor: i64, currency: Currency) -> Result<Self> {
        let mut sum = Self { delivery_minor, ..Self::default() };
        for line in lines {
            sum.goods_minor = add(sum.goods_minor, line.goods_minor)?;
            sum.supply_minor = add(sum.supply_minor, line.supply_minor)?;
            sum.fee_minor = add(sum.fee_minor, line.fee_minor)?;
        }
        sum.fee_vat_minor = fee_vat(sum.fee_minor, currency)?;
        sum.margin_minor = add(sum.goods_minor, -sum.supply_minor)?;
        sum.margin_minor = add(sum.margin_minor, -sum.fee_minor)?;
        Ok(sum)
    }
}

/// The sum. Error: overflow.
pub fn add(a: i64, b: i64) -> Result<i64> {
    a.checked_add(b).ok_or_else(|| MoneyError::Overflow.into())
}

/// The VAT contained in a fee: the fee is a taxable service of the operator.
pub fn fee_vat(fee_minor: i64, currency: Currency) -> Result<i64> {
    Ok(TaxRule::KR.included(currency.minor(fee_minor), TaxClass::Taxable)?.minor)
}

/// A line before its amounts are frozen.
#[derive(Clone, Copy, Debug)]
pub struct Units {
    /// How many.
    pub quantity: i32,
    /// Selling price of one.
    pub price_minor: i64,
    /// Supply price of one.
    pub supply_minor: i64,
    /// Fee on the goods, VAT included (0.03 is 3 %).
    pub fee_rate: Decimal,
}

/// Digits of a fee rate after the point.
const RATE_SCALE: u32 = 6;
const RATE_UNIT: i128 = 1_000_000;

/// The amounts of lines. The fee is rounded once for all lines and split over them in proportion
/// to what each owes, so that it always sums to the whole.
/// Errors: a quantity that is not positive, a negative price, a rate outside 0 to 1, overflow.
pub fn frozen(lines: &[Units], currency: Currency) -> Result<Vec<LineAmounts>> {
    if lines.is_empty() {
        return Err(DRAFT_INVALID.into());
    }
    let mut parts = Vec::with_capacity(lines.len());
    let mut owed = Vec::with_capacity(lines.len());
    for line in lines {
        let is_rate = line.fee_rate >= Decimal::ZERO && line.fee_rate < Decimal::ONE;
        if line.quantity <= 0 || line.price_minor < 0 || line.supply_minor < 0 || !is_rate {
            return Err(DRAFT_INVALID.into());
        }
        let times = |minor: i64| currency.minor(minor).times(i64::from(line.quantity)).map(|money: Money| money.minor);
        let part = LineAmounts { goods_minor: times(line.price_minor)?, supply_minor: times(line.supply_minor)?, fee_minor: 0 };
        owed.push(i64::try_from(i128::from(part.goods_minor) * millionths(line.fee_rate)).map_err(|_| MoneyError::Overflow)?);
        parts.push(part);
    }
    let fee = divide_half_away(owed.iter().copied().map(i128::from).sum(), RATE_UNIT)?;
    for (part, fee) in parts.iter_mut().zip(split(fee, &owed)?) {
        part.fee_minor = fee;
    }
    Ok(parts)
}

/// A rate in millionths.
fn millionths(mut rate: Decimal) -> i128 {
    rate.rescale(RATE_SCALE);
    rate.mantissa()
}

/// The amounts of what was delivered of a line: goods and supply by quantity, the fee in
/// proportion. Error: a quantity outside 0 to the ordered one.
pub fn delivered(whole: LineAmounts, ordered: i32, delivered: i32) -> Result<LineAmounts> {
    if ordered <= 0 || !(0..=ordered).contains(&delivered) {
        return Err(Problem::internal("a delivered quantity is outside the ordered one"));
    }
    let share = |minor: i64| divide_half_away(i128::from(minor) * i128::from(delivered), i128::from(ordered));
    Ok(LineAmounts { goods_minor: share(whole.goods_minor)?, supply_minor: share(whole.supply_minor)?, fee_minor: share(whole.fee_minor)? })
}

/// What one set of amounts is smaller than another by.
#[must_use]
pub const fn less(whole: LineAmounts, part: LineAmounts) -> LineAmounts {
    LineAmounts {
        goods_minor: whole.goods_minor - part.goods_minor,
        supply_minor: whole.supply_minor - part.supply_minor,
        fee_minor: whole.fee_minor - part.fee_minor,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn units(quantity: i32, price_minor: i64, supply_minor: i64, permille: i64) -> Units {
        Units { quantity, price_minor, supply_minor, fee_rate: Decimal::new(permille, 3) }
    }

    #[test]
    fn lines_of_different_rates_owe_in_proportion() {
        let parts = frozen(&[units(1, 10_000, 0, 30), units(1, 10_000, 0, 60), units(1, 15, 0, 30)], Currency::KRW).unwrap_or_default();
        let fees: Vec<i64> = parts.iter().map(|part| part.fee_minor).collect();
        // 300 + 600 + 0.45 is 900 in all.
        assert_eq!(fees, [300, 600, 0]);
    }

    #[test]
    fn the_example_to_keep_in_mind() {
        let parts = frozen(&[units(1, 22_000, 16_500, 30)], Currency::KRW).unwrap_or_default();
        let sum = Amounts::of(&parts, 0, Currency::KRW).unwrap_or_default();
        let expected =
            Amounts { goods_minor: 22_000, delivery_minor: 0, supply_minor: 16_500, fee_minor: 660, fee_vat_minor: 60, margin_minor: 4_840 };
        assert_eq!(sum, expected);
    }

    #[test]
    fn a_loss_is_a_negative_margin() {
        let parts = frozen(&[units(2, 1_000, 1_200, 0)], Currency::KRW).unwrap_or_default();
        assert_eq!(Amounts::of(&parts, 0, Currency::KRW).map(|sum| sum.margin_minor).ok(), Some(-400));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        assert!(frozen(&[], Currency::KRW).is_err());
        for line in
            [units(0, 1, 1, 30), units(1, -1, 0, 30), units(1, 0, -1, 30), units(2, i64::MAX, 0, 30), units(1, 1, 1, 1_000), units(1, 1, 1, -1)]
        {
            assert!(frozen(&[line], Currency::KRW).is_err(), "{line:?}");
        }
        assert!(delivered(LineAmounts::default(), 2, 3).is_err());
        assert!(delivered(LineAmounts::default(), 2, -1).is_err());
    }

    proptest! {
        #[test]
        fn parts_sum_to_the_whole_and_what_is_delivered_and_missing_sums_to_the_line(
            lines in prop::collection::vec((1_i32..999, 0_i64..3_000_000, 0_i64..3_000_000), 1..12),
            permille in 0_i64..400,
            share in 0_i32..=100,
        ) {
            let goods: i64 = lines.iter().map(|(q, price, _)| i64::from(*q) * price).sum();
            let whole: Vec<Units> = lines.iter().map(|(quantity, price, supply)| units(*quantity, *price, *supply, permille)).collect();
            let parts = frozen(&whole, Currency::KRW).map_err(|e| TestCaseError::fail(e.to_string()))?;
            let sum = Amounts::of(&parts, 3_000, Currency::KRW).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(sum.goods_minor, goods);
            prop_assert_eq!(Ok(sum.fee_minor), Money::won(goods).at_rate(Decimal::new(permille, 3)).map(|m| m.minor));
            prop_assert_eq!(sum.goods_minor, sum.supply_minor + sum.fee_minor + sum.margin_minor);
            prop_assert!(sum.fee_vat_minor >= 0 && sum.fee_vat_minor <= sum.fee_minor);
            for (part, (quantity, price, supply)) in parts.iter().zip(&lines) {
                let came = quantity * share / 100;
                let kept = delivered(*part, *quantity, came).map_err(|e| TestCaseError::fail(e.to_string()))?;
                prop_assert_eq!(kept.goods_minor, i64::from(came) * price);
                prop_assert_eq!(kept.supply_minor, i64::from(came) * supply);
                let missing = less(*part, kept);
                prop_assert!(kept.fee_minor >= 0 && missing.fee_minor >= 0);
                prop_assert_eq!(kept.fee_minor + missing.fee_minor, part.fee_minor);
            }
        }
    }
}
