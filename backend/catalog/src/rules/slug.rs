//! Addresses of products and categories: lower-case letters, digits and single hyphens.

/// Longest address.
pub const LONGEST: usize = 80;

/// Whether a text may be an address.
#[must_use]
pub fn is_valid(slug: &str) -> bool {
    let part = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    (2..=LONGEST).contains(&slug.len()) && slug.split('-').all(part)
}

/// An address out of the first of the texts that has one in it; Korean letters have none.
#[must_use]
pub fn suggest<'a>(texts: impl IntoIterator<Item = &'a str>) -> Option<String> {
    texts.into_iter().map(shape).find(|slug| is_valid(slug))
}

/// The address with a number behind it, within the greatest length.
#[must_use]
pub fn numbered(slug: &str, number: usize) -> String {
    let tail = format!("-{number}");
    let head: String = slug.chars().take(LONGEST - tail.len()).collect();
    format!("{}{tail}", head.trim_end_matches('-'))
}

fn shape(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().filter(|c| *c != '\'') {
        if c.is_ascii_alphanumeric() {
            slug.push(c.to_ascii_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    slug.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_checked() {
        for good in ["ab", "sourdough-loaf", "7-grain", "a1-b2-c3"] {
            assert!(is_valid(good), "{good}");
        }
        for bad in ["", "a", "-ab", "ab-", "a--b", "Ab", "a b", "식빵", "a_b", &"a".repeat(81)] {
            assert!(!is_valid(bad), "{bad}");
        }
    }

    #[test]
    fn an_address_is_made_of_the_first_text_that_gives_one() {
        assert_eq!(suggest(["통밀 식빵", "Baker's  Whole-Wheat (500 g)!"]).as_deref(), Some("bakers-whole-wheat-500-g"));
        assert_eq!(suggest(["통밀 식빵", "BR_001"]).as_deref(), Some("br-001"));
        assert_eq!(suggest(["통밀 식빵"]), None);
        assert_eq!(suggest(["x".repeat(200).as_str()]).map(|s| s.len()), Some(LONGEST));
    }

    #[test]
    fn a_numbered_address_stays_valid() {
        assert_eq!(numbered("loaf", 2), "loaf-2");
        let long = numbered(&"ab-".repeat(26), 12);
        assert!(is_valid(&long), "{long}");
    }
}
