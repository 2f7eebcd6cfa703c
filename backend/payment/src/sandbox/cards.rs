//! The sandbox's cards. Pure.

use kernel::{Problem, Result};
use serde::Deserialize;
use serde_json::Value;

/// What a card makes the provider do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Behaviour {
    /// Captures at once.
    Succeed,
    /// Refuses, for this reason.
    Decline(&'static str),
    /// Asks the payer for an extra step first.
    Challenge,
    /// Captures, but tells by a late webhook alone.
    TellLate,
    /// Captures, but the answer never comes.
    SilentCapture,
    /// Does nothing, and no answer comes.
    Silence,
}

const CARDS: &[(&str, Behaviour, &str)] = &[
    ("4242424242424242", Behaviour::Succeed, "success"),
    ("4000000000000002", Behaviour::Decline("card_declined"), "declined"),
    ("4000000000009995", Behaviour::Decline("insufficient_funds"), "insufficient_funds"),
    ("4000000000003220", Behaviour::Challenge, "extra_step"),
    ("4000000000000077", Behaviour::TellLate, "late_webhook"),
    ("4000000000000119", Behaviour::SilentCapture, "time_out_captured"),
    ("4000000000000127", Behaviour::Silence, "time_out_not_captured"),
];

/// A card as the payer entered it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    card_number: String,
    expiry: String,
    cvc: String,
}

impl Card {
    /// Reads an instrument. Error: the fields that are not those of a card.
    pub fn read(instrument: &Value) -> Result<Self> {
        let card: Self =
            serde_json::from_value(instrument.clone()).map_err(|error| Problem::invalid("card", "malformed").detail(error.to_string()))?;
        let mut problem = Problem::new(kernel::code::INVALID);
        if !(12..=19).contains(&card.digits().len()) {
            problem = problem.field("card.card_number", "malformed");
        }
        if !is_month(&card.expiry) {
            problem = problem.field("card.expiry", "malformed");
        }
        if !(3..=4).contains(&card.cvc.len()) || !card.cvc.bytes().all(|b| b.is_ascii_digit()) {
            problem = problem.field("card.cvc", "malformed");
        }
        if problem.fields.is_empty() { Ok(card) } else { Err(problem) }
    }

    fn digits(&self) -> String {
        self.card_number.chars().filter(char::is_ascii_digit).collect()
    }

    /// What the card does; one that is not listed is refused.
    #[must_use]
    pub fn behaviour(&self) -> Behaviour {
        let digits = self.digits();
        CARDS.iter().find(|(number, ..)| *number == digits).map_or(Behaviour::Decline("test_card_unknown"), |(_, behaviour, _)| *behaviour)
    }

    /// The last four digits, all that is kept.
    #[must_use]
    pub fn last_four(&self) -> String {
        let digits = self.digits();
        digits.chars().skip(digits.len().saturating_sub(4)).collect()
    }
}

/// `MM/YY`.
fn is_month(text: &str) -> bool {
    let Some((month, year)) = text.split_once('/') else { return false };
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|b| b.is_ascii_digit());
    digits(month) && digits(year) && (1..=12).contains(&month.parse::<u8>().unwrap_or(0))
}

/// The cards for the payment page.
pub(super) fn list() -> Value {
    CARDS.iter().map(|(number, _, meaning)| serde_json::json!({"number": number, "meaning": meaning})).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn cards_name_their_behaviour() -> Result<()> {
        let card = Card::read(&json!({"card_number": "4242 4242 4242 4242", "expiry": "12/40", "cvc": "123"}))?;
        assert_eq!((card.behaviour(), card.last_four()), (Behaviour::Succeed, "4242".to_owned()));
        let unknown = Card::read(&json!({"card_number": "5555555555554444", "expiry": "01/40", "cvc": "123"}))?;
        assert_eq!(unknown.behaviour(), Behaviour::Decline("test_card_unknown"));
        Ok(())
    }

    #[test]
    fn what_is_not_a_card_is_refused_with_its_fields() {
        for wrong in [json!({}), json!({"card_number": "1", "expiry": "13/40", "cvc": "x"}), json!({"payment_method": "pm_1"}), json!(null)] {
            assert!(Card::read(&wrong).is_err_and(|problem| !problem.fields.is_empty()));
        }
    }
}
