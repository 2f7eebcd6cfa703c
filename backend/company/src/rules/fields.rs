//! Checks of what people type, collecting every field at fault into one problem.

use kernel::{Problem, Result, code};

/// Characters of a phone number at the most.
pub const MOBILE_OR_PHONE_LONGEST: usize = 20;

/// The fields found at fault so far.
#[derive(Debug, Default)]
pub struct Fields(Vec<(String, &'static str)>);

impl Fields {
    /// Notes a field at fault.
    pub fn fault(&mut self, field: &str, reason: &'static str) {
        self.0.push((field.to_owned(), reason));
    }

    /// A text that must be there: trimmed, not empty, at most `longest` characters, no control
    /// characters.
    pub fn text(&mut self, field: &str, value: &str, longest: usize) -> String {
        let value = value.trim();
        if value.is_empty() {
            self.fault(field, "required");
        }
        self.line(field, value, longest);
        value.to_owned()
    }

    /// A text that may be missing; an empty one is none.
    pub fn optional(&mut self, field: &str, value: Option<&str>, longest: usize) -> Option<String> {
        let value = value?.trim();
        self.line(field, value, longest);
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// A text of several lines that may be missing; an empty one is none.
    pub fn prose(&mut self, field: &str, value: Option<&str>, longest: usize) -> Option<String> {
        let value = value?.trim();
        if value.chars().count() > longest {
            self.fault(field, "too_long");
        }
        if value.chars().any(|c| c.is_control() && c != '\n' && c != '\t' && c != '\r') {
            self.fault(field, "malformed");
        }
        (!value.is_empty()).then(|| value.to_owned())
    }

    /// A Korean postcode: five digits (Road Name Address Act, 2015).
    pub fn postcode(&mut self, field: &str, value: &str) -> String {
        let value = value.trim();
        if value.len() != 5 || !value.bytes().all(|b| b.is_ascii_digit()) {
            self.fault(field, "postcode");
        }
        value.to_owned()
    }

    /// A phone number: digits, hyphens and a leading plus.
    pub fn phone(&mut self, field: &str, value: &str) -> String {
        let value = value.trim();
        let rest = value.strip_prefix('+').unwrap_or(value);
        let digits = rest.bytes().filter(u8::is_ascii_digit).count();
        if !(8..=15).contains(&digits) || value.len() > MOBILE_OR_PHONE_LONGEST || !rest.bytes().all(|b| b.is_ascii_digit() || b == b'-') {
            self.fault(field, "phone");
        }
        value.to_owned()
    }

    /// An e-mail address, in lower case.
    pub fn email(&mut self, field: &str, value: &str) -> String {
        let value = value.trim().to_lowercase();
        let right = value.split_once('@').is_some_and(|(local, domain)| {
            !local.is_empty()
                && local.len() <= 64
                && domain.contains('.')
                && domain.split('.').all(|label| !label.is_empty() && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-'))
        });
        if !right || value.len() > 254 || !value.bytes().all(|b| b.is_ascii_graphic()) {
            self.fault(field, "email");
        }
        value
    }

    /// The verdict. Error: [`code::INVALID`] with every field at fault.
    pub fn verdict(self) -> Result<()> {
        if self.0.is_empty() {
            return Ok(());
        }
        Err(self.0.into_iter().fold(Problem::new(code::INVALID), |problem, (field, reason)| problem.field(field, reason)))
    }

    fn line(&mut self, field: &str, value: &str, longest: usize) {
        if value.chars().count() > longest {
            self.fault(field, "too_long");
        }
        if value.chars().any(char::is_control) {
            self.fault(field, "malformed");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_at_fault_is_named() {
        let mut fields = Fields::default();
        fields.text("name", "  ", 10);
        fields.text("representative", &"가".repeat(11), 10);
        fields.postcode("postcode", "1234");
        fields.phone("phone", "call me");
        fields.email("email", "nobody@nowhere");
        assert_eq!(fields.optional("name_en", Some(" "), 10), None);
        let named: Vec<String> = fields.verdict().err().map(|problem| problem.fields.into_iter().map(|f| f.field).collect()).unwrap_or_default();
        assert_eq!(named, ["name", "representative", "postcode", "phone", "email"]);
    }

    #[test]
    fn right_fields_pass() {
        let mut fields = Fields::default();
        assert_eq!(fields.email("email", " Hello@Hanbit.Example "), "hello@hanbit.example");
        fields.phone("phone", "02-1234-5678");
        fields.phone("phone", "+82-10-1234-5678");
        fields.postcode("postcode", "04524");
        assert!(fields.verdict().is_ok());
    }
}
