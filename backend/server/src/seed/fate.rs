//! What becomes of a trade. Pure, but for the dice.

use super::dice::Dice;

/// What is special about a trade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Special {
    /// Nothing.
    None,
    /// The buyer changes their mind.
    BuyerCancels,
    /// The seller takes it back.
    SellerCancels,
    /// The seller takes one of several lines back.
    LineCancelled,
    /// The supplier declines the purchase order.
    Declined,
    /// Less is delivered than was ordered.
    Short,
    /// The first delivery confirmation is sent back by the operator.
    Returned,
}

/// How a trade goes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fate {
    pub special: Special,
    /// The buyer says nothing when the goods have arrived.
    pub silent: bool,
}

/// So many trades of a thousand are special.
const SPECIALS: [(Special, i64); 6] = [
    (Special::BuyerCancels, 40),
    (Special::SellerCancels, 20),
    (Special::LineCancelled, 20),
    (Special::Declined, 28),
    (Special::Short, 45),
    (Special::Returned, 25),
];

/// So many buyers of a hundred never confirm a purchase themselves.
const SILENT: i64 = 42;

impl Fate {
    /// A trade without anything special.
    pub const PLAIN: Self = Self { special: Special::None, silent: false };

    /// The fate of the next trade.
    pub fn thrown(dice: &mut Dice) -> Self {
        let mut throw = dice.between(1, 1000);
        let special = SPECIALS.into_iter().find(|(_, share)| {
            throw -= share;
            throw <= 0
        });
        Self { special: special.map_or(Special::None, |(special, _)| special), silent: dice.percent(SILENT) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn most_trades_are_plain_and_every_special_one_occurs() {
        let mut dice = Dice::new();
        let fates: Vec<Fate> = (0..1000).map(|_| Fate::thrown(&mut dice)).collect();
        let plain = fates.iter().filter(|fate| fate.special == Special::None).count();
        assert!((750..900).contains(&plain), "{plain}");
        for (special, _) in SPECIALS {
            assert!(fates.iter().any(|fate| fate.special == special), "{special:?}");
        }
    }
}
