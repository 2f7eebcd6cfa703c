//! Whether a buyer's details and an address can be used as they were typed.

use crate::order::{Address, Buyer};
use kernel::{Problem, Result, code};

/// Collects what is wrong, so that a person sees all of it at once.
struct Check<'a> {
    prefix: &'a str,
    problem: Problem,
}

impl Check<'_> {
    fn refuse(&mut self, field: &str, reason: &str) {
        let problem = std::mem::replace(&mut self.problem, Problem::new(code::INVALID));
        self.problem = problem.field(format!("{}.{field}", self.prefix), reason);
    }

    /// A text that must be there and must not be too long.
    fn text(&mut self, field: &str, text: &str, longest: usize) {
        if text.trim().is_empty() {
            self.refuse(field, "required");
        } else if text.chars().count() > longest {
            self.refuse(field, "too_long");
        }
    }

    fn phone(&mut self, text: &str) {
        let digits = text.chars().filter(char::is_ascii_digit).count();
        if text.trim().is_empty() {
            self.refuse("phone", "required");
        } else if !(7..=15).contains(&digits) || text.len() > 20 || !text.chars().all(|c| c.is_ascii_digit() || "+-() ".contains(c)) {
            self.refuse("phone", "malformed");
        }
    }

    fn done(self) -> Result<()> {
        if self.problem.fields.is_empty() { Ok(()) } else { Err(self.problem) }
    }
}

impl Buyer {
    /// Refuses details that a shop cannot use; `prefix` is where they stand in the body.
    pub fn validate(&self, prefix: &str) -> Result<()> {
        let mut check = Check { prefix, problem: Problem::new(code::INVALID) };
        check.text("name", &self.name, 80);
        if self.email.trim().is_empty() {
            check.refuse("email", "required");
        } else if !mailable(&self.email) {
            check.refuse("email", "malformed");
        }
        check.phone(&self.phone);
        check.done()
    }
}

impl Address {
    /// Refuses an address that no carrier can use; `prefix` is where it stands in the body.
    pub fn validate(&self, prefix: &str) -> Result<()> {
        let mut check = Check { prefix, problem: Problem::new(code::INVALID) };
        check.text("name", &self.name, 80);
        check.phone(&self.phone);
        check.text("address1", &self.address1, 200);
        for (field, text) in [("address2", &self.address2), ("note", &self.note)] {
            if text.as_deref().is_some_and(|text| text.chars().count() > 200) {
                check.refuse(field, "too_long");
            }
        }
        if self.country.len() != 2 || !self.country.bytes().all(|b| b.is_ascii_uppercase()) {
            check.refuse("country", "malformed");
        }
        if self.postcode.trim().is_empty() {
            check.refuse("postcode", "required");
        } else if !postcode(&self.country, &self.postcode) {
            check.refuse("postcode", "malformed");
        }
        check.done()
    }
}

/// Korea: five digits; elsewhere what postal services use.
fn postcode(country: &str, text: &str) -> bool {
    match country {
        "KR" => text.len() == 5 && text.bytes().all(|b| b.is_ascii_digit()),
        _ => (3..=10).contains(&text.len()) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == ' ' || c == '-'),
    }
}

/// Whether mail could be sent there; whether it arrives, only sending shows.
fn mailable(text: &str) -> bool {
    let Some((local, host)) = text.rsplit_once('@') else { return false };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>,;\"@".contains(c);
    text.len() <= 254
        && (1..=64).contains(&local.len())
        && local.chars().all(plain)
        && host.split('.').all(|label| !label.is_empty() && label.chars().all(|c| c.is_alphanumeric() || c == '-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(result: Result<()>) -> Vec<String> {
        result.err().map(|problem| problem.fields.into_iter().map(|f| format!("{} {}", f.field, f.reason)).collect()).unwrap_or_default()
    }

    fn address() -> Address {
        Address {
            name: "김하늘".to_owned(),
            phone: "010-1234-5678".to_owned(),
            postcode: "04524".to_owned(),
            address1: "서울특별시 중구 세종대로 110".to_owned(),
            address2: None,
            country: "KR".to_owned(),
            note: None,
        }
    }

    #[test]
    fn everything_wrong_is_said_at_once() {
        let buyer = Buyer { name: " ".to_owned(), email: "a b@c".to_owned(), phone: "12".to_owned() };
        assert_eq!(fields(buyer.validate("buyer")), ["buyer.name required", "buyer.email malformed", "buyer.phone malformed"]);
        let wrong = Address { postcode: "123-456".to_owned(), note: Some("가".repeat(201)), ..address() };
        assert_eq!(fields(wrong.validate("ship_to")), ["ship_to.note too_long", "ship_to.postcode malformed"]);
        let wrong = Address { country: "kr".to_owned(), ..address() };
        assert_eq!(fields(wrong.validate("ship_to")), ["ship_to.country malformed"]);
    }

    #[test]
    fn what_people_type_is_accepted() {
        assert!(address().validate("ship_to").is_ok());
        for email in ["haneul@example.com", "haneul+shop@mail.example.co.kr", "a@localhost"] {
            let buyer = Buyer { name: "김하늘".to_owned(), email: email.to_owned(), phone: "+82 10-1234-5678".to_owned() };
            assert!(buyer.validate("buyer").is_ok(), "{email}");
        }
        for email in ["a", "@b.c", "a@", "a@b..c", "a@@b", "a,b@c.d", " a@b.c"] {
            assert!(!mailable(email), "{email}");
        }
    }
}
