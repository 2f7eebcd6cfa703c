//! A carrier can deliver to the address. Rules are data per country.

use super::{Check, Finding, GateFacts};
use crate::contract::Address;

/// Korean postcodes run from 01000 (Seoul) to 63644 (Jeju). Source: Korea Post, the five-digit
/// postcodes of 2015.
const KR_POSTCODES: std::ops::RangeInclusive<u32> = 1_000..=63_644;
/// Least number of digits of a telephone number that a carrier can call.
const PHONE_DIGITS_MIN: usize = 8;
/// Least number of characters of an address that names a place.
const ADDRESS_CHARACTERS_MIN: usize = 4;

pub(super) fn check(facts: &GateFacts, findings: &mut Vec<Finding>) {
    let to = &facts.trade.ship_to;
    let mut found = |code, actual: &str| {
        findings.push(Finding::new(Check::Address, code).actual(actual).amount(facts.trade.at_stake()));
    };
    if to.name.trim().is_empty() {
        found("name_missing", &to.name);
    }
    if to.phone.chars().filter(char::is_ascii_digit).count() < PHONE_DIGITS_MIN {
        found("phone_unusable", &to.phone);
    }
    if to.country != "KR" {
        found("country_not_served", &to.country);
    } else if !is_kr_postcode(&to.postcode) {
        found("postcode_unknown", &to.postcode);
    }
    if !names_a_place(to) {
        found("street_missing", &to.address1);
    }
}

fn is_kr_postcode(text: &str) -> bool {
    text.len() == 5 && text.bytes().all(|byte| byte.is_ascii_digit()) && text.parse().is_ok_and(|code: u32| KR_POSTCODES.contains(&code))
}

fn names_a_place(to: &Address) -> bool {
    to.address1.trim().chars().count() >= ADDRESS_CHARACTERS_MIN && to.address1.chars().any(char::is_alphabetic)
}
