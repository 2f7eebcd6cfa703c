//! Tax classes and the rule by which VAT is found in a VAT-inclusive amount. The rule is data:
//! a country's table carries its rate and its source.

use crate::{Money, MoneyError};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How an item is taxed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum TaxClass {
    /// VAT at the standard rate is part of the price (과세).
    Taxable,
    /// VAT at 0 % (영세율).
    ZeroRated,
    /// Outside VAT (면세).
    Exempt,
}

/// A country's VAT rule. `rate_percent` is the standard rate; `source` names the law.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaxRule {
    /// Name stored on documents, so that a figure can be recomputed later.
    pub name: &'static str,
    /// Standard rate in per cent.
    pub rate_percent: i64,
    /// The law it is taken from.
    pub source: &'static str,
}

impl TaxRule {
    /// Korea: 10 %, the tax of an inclusive amount is rounded down once per document and class.
    pub const KR: Self = Self { name: "kr-vat-10-floor", rate_percent: 10, source: "Value-Added Tax Act (Korea) art. 30" };

    /// The rule of a country (ISO 3166-1 alpha-2); `None` where no table exists yet.
    #[must_use]
    pub fn of_country(country: &str) -> Option<Self> {
        (country == "KR").then_some(Self::KR)
    }

    /// The VAT contained in `gross`: ⌊gross · rate / (100 + rate)⌋ for taxable, zero otherwise.
    /// A negative amount (a correction) is the mirror of the positive one.
    pub fn included(self, gross: Money, class: TaxClass) -> Result<Money, MoneyError> {
        if class != TaxClass::Taxable {
            return Ok(Money::zero(gross.currency));
        }
        let magnitude = i128::from(gross.minor).abs() * i128::from(self.rate_percent) / i128::from(100 + self.rate_percent);
        let vat = i64::try_from(magnitude).map_err(|_| MoneyError::Overflow)?;
        Ok(gross.currency.minor(if gross.minor < 0 { -vat } else { vat }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn vat_of_22000_won_is_2000() {
        assert_eq!(TaxRule::KR.included(Money::won(22_000), TaxClass::Taxable), Ok(Money::won(2_000)));
        assert_eq!(TaxRule::KR.included(Money::won(-22_000), TaxClass::Taxable), Ok(Money::won(-2_000)));
        assert_eq!(TaxRule::KR.included(Money::won(22_000), TaxClass::Exempt), Ok(Money::won(0)));
        assert_eq!(TaxRule::KR.included(Money::won(10), TaxClass::Taxable), Ok(Money::won(0)));
    }
}
