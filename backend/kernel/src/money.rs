//! Money: integers in the currency's minor unit. Never floats. Arithmetic is checked, rounding
//! happens in one function, and the parts of a split always sum to the whole.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An ISO 4217 currency code, three upper-case letters.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Currency([u8; 3]);

impl Currency {
    /// South Korean won; no minor digits.
    pub const KRW: Self = Self(*b"KRW");
    /// United States dollar; two minor digits.
    pub const USD: Self = Self(*b"USD");

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or("XXX")
    }

    /// Digits after the decimal point (ISO 4217, list one; two unless listed).
    #[must_use]
    pub fn minor_digits(self) -> u32 {
        match &self.0 {
            b"KRW" | b"JPY" | b"VND" | b"CLP" | b"ISK" | b"UGX" | b"XAF" | b"XOF" | b"PYG" => 0,
            b"BHD" | b"KWD" | b"JOD" | b"OMR" | b"TND" | b"IQD" | b"LYD" => 3,
            _ => 2,
        }
    }

    /// An amount of this currency, in minor units.
    #[must_use]
    pub const fn minor(self, minor: i64) -> Money {
        Money { minor, currency: self }
    }
}

impl std::fmt::Debug for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl std::str::FromStr for Currency {
    type Err = MoneyError;
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let bytes: [u8; 3] = text.as_bytes().try_into().map_err(|_| MoneyError::Currency)?;
        if bytes.iter().all(u8::is_ascii_uppercase) { Ok(Self(bytes)) } else { Err(MoneyError::Currency) }
    }
}

impl Serialize for Currency {
    fn serialize<S: serde::Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Currency {
    fn deserialize<D: serde::Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = <std::borrow::Cow<'de, str>>::deserialize(d)?;
        text.parse().map_err(|_| serde::de::Error::custom("expected an ISO 4217 currency code"))
    }
}

impl utoipa::PartialSchema for Currency {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        use utoipa::openapi::schema::{ObjectBuilder, Type};
        ObjectBuilder::new()
            .schema_type(Type::String)
            .pattern(Some("^[A-Z]{3}$"))
            .description(Some("ISO 4217 currency code."))
            .examples([serde_json::json!("KRW")])
            .into()
    }
}

impl ToSchema for Currency {}

impl From<Currency> for sea_orm::Value {
    fn from(currency: Currency) -> Self {
        currency.as_str().to_owned().into()
    }
}

impl sea_orm::TryGetable for Currency {
    fn try_get_by<I: sea_orm::ColIdx>(res: &sea_orm::QueryResult, index: I) -> Result<Self, sea_orm::TryGetError> {
        let text = String::try_get_by(res, index)?;
        text.parse().map_err(|_| sea_orm::TryGetError::DbErr(sea_orm::DbErr::Type("currency code".into())))
    }
}

impl sea_orm::sea_query::ValueType for Currency {
    fn try_from(value: sea_orm::Value) -> Result<Self, sea_orm::sea_query::ValueTypeErr> {
        let text = <String as sea_orm::sea_query::ValueType>::try_from(value)?;
        text.parse().map_err(|_| sea_orm::sea_query::ValueTypeErr)
    }
    fn type_name() -> String {
        "Currency".into()
    }
    fn array_type() -> sea_orm::sea_query::ArrayType {
        sea_orm::sea_query::ArrayType::String
    }
    fn column_type() -> sea_orm::sea_query::ColumnType {
        sea_orm::sea_query::ColumnType::Text
    }
}

impl sea_orm::sea_query::Nullable for Currency {
    fn null() -> sea_orm::Value {
        sea_orm::Value::String(None)
    }
}

/// An amount of one currency, in its minor unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"minor": 22000, "currency": "KRW"}))]
pub struct Money {
    /// The amount in the currency's minor unit (22,000 won is 22000).
    pub minor: i64,
    /// The currency.
    pub currency: Currency,
}

/// Why an amount could not be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// Not an ISO 4217 code.
    Currency,
    /// Two currencies in one sum.
    Mixed,
    /// The result does not fit.
    Overflow,
}

impl std::fmt::Display for MoneyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Currency => "not a currency code",
            Self::Mixed => "amounts of different currencies",
            Self::Overflow => "the amount is too large",
        })
    }
}

impl std::error::Error for MoneyError {}

impl Money {
    /// Won.
    #[must_use]
    pub const fn won(minor: i64) -> Self {
        Currency::KRW.minor(minor)
    }

    /// Nothing, in a currency.
    #[must_use]
    pub const fn zero(currency: Currency) -> Self {
        currency.minor(0)
    }

    /// The sum. Errors: mixed currencies, overflow.
    pub fn plus(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        self.minor.checked_add(other.minor).map(|m| self.currency.minor(m)).ok_or(MoneyError::Overflow)
    }

    /// The difference. Errors: mixed currencies, overflow.
    pub fn minus(self, other: Self) -> Result<Self, MoneyError> {
        self.same(other)?;
        self.minor.checked_sub(other.minor).map(|m| self.currency.minor(m)).ok_or(MoneyError::Overflow)
    }

    /// The amount `quantity` times. Error: overflow.
    pub fn times(self, quantity: i64) -> Result<Self, MoneyError> {
        self.minor.checked_mul(quantity).map(|m| self.currency.minor(m)).ok_or(MoneyError::Overflow)
    }

    /// The amount times a rate (0.03 is 3 %), rounded half away from zero. Error: overflow.
    pub fn at_rate(self, rate: Decimal) -> Result<Self, MoneyError> {
        let denominator = 10_i128.checked_pow(rate.scale()).ok_or(MoneyError::Overflow)?;
        let numerator = i128::from(self.minor).checked_mul(rate.mantissa()).ok_or(MoneyError::Overflow)?;
        divide_half_away(numerator, denominator).map(|m| self.currency.minor(m))
    }

    fn same(self, other: Self) -> Result<(), MoneyError> {
        if self.currency == other.currency { Ok(()) } else { Err(MoneyError::Mixed) }
    }
}

/// The one rounding function: `numerator / denominator`, half away from zero.
/// Errors: a zero denominator or a result beyond `i64`.
pub fn divide_half_away(numerator: i128, denominator: i128) -> Result<i64, MoneyError> {
    if denominator == 0 {
        return Err(MoneyError::Overflow);
    }
    let (n, d) = if denominator < 0 { (-numerator, -denominator) } else { (numerator, denominator) };
    let half = if n < 0 { -(d / 2) } else { d / 2 };
    // For an odd denominator no exact half exists, so adding the floor of the half is right.
    i64::try_from((n + half) / d).map_err(|_| MoneyError::Overflow)
}

/// Splits `total` in proportion to `weights` by the largest remainder; the parts sum to `total`.
/// With no positive weight everything falls to the first part. Error: overflow or a negative weight.
pub fn split(total: i64, weights: &[i64]) -> Result<Vec<i64>, MoneyError> {
    if weights.is_empty() {
        return Ok(Vec::new());
    }
    if weights.iter().any(|w| *w < 0) {
        return Err(MoneyError::Overflow);
    }
    let sum: i128 = weights.iter().map(|w| i128::from(*w)).sum();
    if sum == 0 {
        let mut parts = vec![0; weights.len()];
        parts[0] = total;
        return Ok(parts);
    }
    let sign: i128 = if total < 0 { -1 } else { 1 };
    let magnitude = i128::from(total) * sign;
    let mut parts = Vec::with_capacity(weights.len());
    let mut remainders = Vec::with_capacity(weights.len());
    for (index, weight) in weights.iter().enumerate() {
        let exact = magnitude * i128::from(*weight);
        parts.push(exact / sum);
        remainders.push((exact % sum, index));
    }
    let mut left = magnitude - parts.iter().sum::<i128>();
    remainders.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
    for (_, index) in remainders {
        if left == 0 {
            break;
        }
        parts[index] += 1;
        left -= 1;
    }
    parts.into_iter().map(|p| i64::try_from(p * sign).map_err(|_| MoneyError::Overflow)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn half_is_rounded_away_from_zero() {
        assert_eq!(divide_half_away(5, 2), Ok(3));
        assert_eq!(divide_half_away(-5, 2), Ok(-3));
        assert_eq!(divide_half_away(4, 3), Ok(1));
        assert_eq!(divide_half_away(1, 0), Err(MoneyError::Overflow));
    }

    #[test]
    fn three_per_cent_of_22000_won_is_660() {
        assert_eq!(Money::won(22_000).at_rate(Decimal::new(3, 2)), Ok(Money::won(660)));
    }

    proptest! {
        #[test]
        fn the_parts_of_a_split_sum_to_the_whole(
            total in -1_000_000_000_000_i64..1_000_000_000_000,
            weights in prop::collection::vec(0_i64..1_000_000, 1..20),
        ) {
            let parts = split(total, &weights).map_err(|e| TestCaseError::fail(e.to_string()))?;
            prop_assert_eq!(parts.iter().sum::<i64>(), total);
        }
    }
}
