//! Checks of what a person typed. All faults of a body are collected and told at once.

use kernel::{FieldProblem, Money, Problem, Result, code};

/// Longest name of anything.
pub const NAME: usize = 200;
/// Longest code, SKU or barcode.
pub const CODE: usize = 64;
/// Longest description.
pub const TEXT: usize = 20_000;
/// Longest unit.
pub const UNIT: usize = 20;
/// Longest alternative text of a picture.
pub const ALT: usize = 300;
/// Greatest price in minor units; far above any real price, far below what sums may hold.
pub const PRICE: i64 = 1_000_000_000_000;
/// Greatest quantity of stock or of an order line.
pub const QUANTITY: i32 = 1_000_000;

/// The faults found so far.
#[derive(Debug, Default)]
pub struct Checks(Vec<FieldProblem>);

impl Checks {
    /// Notes a fault.
    pub fn fault(&mut self, field: impl Into<String>, reason: &str) {
        self.0.push(FieldProblem { field: field.into(), reason: reason.to_owned() });
    }

    /// Notes a fault unless something holds.
    pub fn hold(&mut self, holds: bool, field: &str, reason: &str) {
        if !holds {
            self.fault(field, reason);
        }
    }

    /// One line of text that must not be blank; trimmed.
    pub fn line(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = text.trim();
        if text.is_empty() {
            self.fault(field, "required");
        }
        self.bounded(field, text, max, false);
        text.to_owned()
    }

    /// One line of text that may be missing; a blank one is missing.
    pub fn optional(&mut self, field: &str, text: Option<&str>, max: usize) -> Option<String> {
        let text = text.map(str::trim).filter(|text| !text.is_empty())?;
        self.bounded(field, text, max, false);
        Some(text.to_owned())
    }

    /// Text of several lines; may be blank.
    pub fn text(&mut self, field: &str, text: &str, max: usize) -> String {
        let text = text.trim();
        self.bounded(field, text, max, true);
        text.to_owned()
    }

    /// A code, SKU or barcode: letters, digits and a few marks, without spaces.
    pub fn code(&mut self, field: &str, text: &str) -> String {
        let text = self.line(field, text, CODE);
        let right = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.' | '/' | '+');
        if !text.is_empty() && !text.chars().all(right) {
            self.fault(field, "malformed");
        }
        text
    }

    /// A price: not negative, within bounds, in the currency that the others are in.
    pub fn price(&mut self, field: &str, price: Money, currency: kernel::Currency) -> i64 {
        if price.currency != currency {
            self.fault(format!("{field}.currency"), "mixed");
        }
        if !(0..=PRICE).contains(&price.minor) {
            self.fault(format!("{field}.minor"), "out_of_range");
        }
        price.minor
    }

    /// A quantity between bounds.
    pub fn quantity(&mut self, field: &str, quantity: i32, least: i32) -> i32 {
        if !(least..=QUANTITY).contains(&quantity) {
            self.fault(field, "out_of_range");
        }
        quantity
    }

    /// One problem with every fault, if there is any.
    pub fn done(self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        let mut problem = Problem::new(code::INVALID);
        problem.fields = self.0;
        Err(problem)
    }

    fn bounded(&mut self, field: &str, text: &str, max: usize, lines: bool) {
        if text.chars().count() > max {
            self.fault(field, "too_long");
        }
        if text.chars().any(|c| c.is_control() && !(lines && matches!(c, '\n' | '\r' | '\t'))) {
            self.fault(field, "malformed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Currency;

    #[test]
    fn every_fault_is_told_at_once() {
        let mut checks = Checks::default();
        checks.line("name", "  ", NAME);
        checks.code("sku", "has space");
        checks.price("price", Money::won(-1), Currency::KRW);
        checks.price("other", Currency::USD.minor(1), Currency::KRW);
        checks.quantity("stock", -1, 0);
        let fields: Vec<_> =
            checks.done().err().map(|p| p.fields.into_iter().map(|f| format!("{} {}", f.field, f.reason)).collect()).unwrap_or_default();
        assert_eq!(fields, ["name required", "sku malformed", "price.minor out_of_range", "other.currency mixed", "stock out_of_range"]);
    }

    #[test]
    fn text_is_trimmed_and_counted_in_characters() {
        let mut checks = Checks::default();
        assert_eq!(checks.line("name", " 통밀 식빵 ", 5), "통밀 식빵");
        assert_eq!(checks.optional("name_en", Some("  "), NAME), None);
        assert_eq!(checks.text("description", "a\nb", TEXT), "a\nb");
        assert!(checks.done().is_ok());
        let mut checks = Checks::default();
        checks.line("name", "통밀 식빵빵", 5);
        checks.line("line", "a\nb", 5);
        assert_eq!(checks.done().err().map(|p| p.fields.len()), Some(2));
    }
}
