//! Pure rules: what a business number, a shop address and a contact must look like, what delivery
//! costs, which fee applies, and how the operator may change a company's status.

mod address;
mod api_key;
pub mod domain;
mod fee;
mod fields;
mod granting;
mod invitation;
mod settlement;
mod standing;

pub use address::{ADDRESS_LONGEST, ADDRESS_SHORTEST, slug_valid};
pub use api_key::{LONGEST_OVERLAP_HOURS, MOST_API_KEYS, USE_NOTED_EVERY, api_key_ends_in_time, api_key_permissions};
pub use fee::most_particular;
pub use fields::{Fields, MOBILE_OR_PHONE_LONGEST};
pub use granting::{Grantor, of_members};
pub use invitation::{answerable, invitation_expires};
pub use settlement::next_settlement;
pub use standing::{Decision, decide};

use crate::company::Model;
use kernel::Money;

/// What a new company of a country starts with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Market {
    /// ISO 3166-1 code of the country.
    pub country: &'static str,
    /// Its currency.
    pub currency: kernel::Currency,
    /// Its time zone, which decides business days.
    pub time_zone: &'static str,
    /// Its language.
    pub locale: kernel::Locale,
}

/// The countries in which companies can sign up.
pub const MARKETS: &[Market] = &[Market { country: "KR", currency: kernel::Currency::KRW, time_zone: "Asia/Seoul", locale: kernel::Locale::Ko }];

/// A business number without its separators.
#[must_use]
pub fn business_number_digits(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '-' | ' ')).collect()
}

/// Whether a Korean business registration number is right: ten digits, the last of which checks
/// the others (weights 1 3 7 1 3 7 1 3 5, plus the tens of the ninth product). Separators are
/// ignored.
#[must_use]
pub fn business_number_valid(text: &str) -> bool {
    const WEIGHTS: [u32; 9] = [1, 3, 7, 1, 3, 7, 1, 3, 5];
    let digits: Option<Vec<u32>> = business_number_digits(text).chars().map(|c| c.to_digit(10).filter(|_| c.is_ascii_digit())).collect();
    let Some(digits) = digits.filter(|digits| digits.len() == 10) else { return false };
    // Ten zeros pass the arithmetic but are nobody's number.
    if digits.iter().all(|digit| *digit == 0) {
        return false;
    }
    let sum: u32 = WEIGHTS.iter().zip(&digits).map(|(weight, digit)| weight * digit).sum::<u32>() + digits[8] * 5 / 10;
    digits[9] == (10 - sum % 10) % 10
}

/// What the delivery of goods worth `goods` from this company costs its buyer.
#[must_use]
pub fn delivery_fee(company: &Model, goods: Money) -> Money {
    match company.free_delivery_from() {
        Some(from) if goods.currency == from.currency && goods.minor >= from.minor => Money::zero(company.currency),
        _ => company.delivery_fee(),
    }
}

/// A payout account number of which only the last four digits can be read.
#[must_use]
pub fn masked(account: &str) -> String {
    let digits = account.chars().filter(char::is_ascii_digit).count();
    let mut seen = 0;
    let mask = |c: char| {
        if !c.is_ascii_digit() {
            return c;
        }
        seen += 1;
        if seen + 4 > digits { c } else { '*' }
    };
    account.chars().map(mask).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_tells_a_right_number_from_a_wrong_one() {
        for (number, right) in [
            ("120-81-47521", true),
            ("1208147521", true),
            ("120-81-47522", false),
            ("000-00-00000", false),
            ("120-81-4752", false),
            ("120-81-475211", false),
            ("12o-81-47521", false),
            ("１２０８１４７５２１", false),
            ("", false),
        ] {
            assert_eq!(business_number_valid(number), right, "{number}");
        }
    }

    #[test]
    fn an_account_number_shows_its_last_four_digits() {
        assert_eq!(masked("110-234-567890"), "***-***-**7890");
        assert_eq!(masked("1234"), "1234");
    }
}
