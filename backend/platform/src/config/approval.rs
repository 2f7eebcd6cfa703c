//! Settings of the two-person rule.

use kernel::Currency;
use serde::Deserialize;
use std::{collections::BTreeMap, num::NonZeroU16};

/// Settings of the two-person rule.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApprovalConfig {
    /// Days after which a proposal that nobody decided expires.
    pub lasts_days: NonZeroU16,
    /// Days for which somebody has been entitled before they count as a second person.
    pub member_days: u16,
    /// Above which amounts payouts need two persons.
    pub payout_limits: PayoutLimits,
}

/// Amounts above which payouts need two persons, written as `KRW=10000000,USD=1000000`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(try_from = "String")]
pub struct PayoutLimits(BTreeMap<Currency, i64>);

impl PayoutLimits {
    /// The limit of a currency in its minor unit; none where every payout needs two persons.
    #[must_use]
    pub fn of(&self, currency: Currency) -> Option<i64> {
        self.0.get(&currency).copied()
    }
}

impl TryFrom<String> for PayoutLimits {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let limit = |part: &str| {
            let (currency, minor) = part.split_once('=')?;
            let minor = minor.trim().parse().ok().filter(|minor: &i64| *minor >= 0)?;
            Some((currency.trim().parse().ok()?, minor))
        };
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        let limits = parts.map(|part| limit(part).ok_or_else(|| format!("{part:?} is no limit such as KRW=10000000")));
        limits.collect::<Result<_, _>>().map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn limits_are_read_or_refused() {
        let limits = PayoutLimits::try_from(" KRW=10000000, USD = 1000000,".to_owned()).unwrap_or_default();
        assert_eq!((limits.of(Currency::KRW), limits.of(Currency::USD)), (Some(10_000_000), Some(1_000_000)));
        assert_eq!("EUR".parse().ok().and_then(|euro| limits.of(euro)), None);
        for wrong in ["KRW", "KRW=-1", "KRW=many", "won=1", "KRW=1;USD=2"] {
            assert!(PayoutLimits::try_from(wrong.to_owned()).is_err(), "{wrong}");
        }
    }
}
