//! Addresses of shops: a path segment and a host name, so they follow the rules of both.

/// Characters of an address at the least.
pub const ADDRESS_SHORTEST: usize = 3;
/// Characters of an address at the most.
pub const ADDRESS_LONGEST: usize = 40;

/// Names that the platform itself uses or that a visitor would take for the platform.
const RESERVED: &[&str] = &[
    "account",
    "admin",
    "api",
    "app",
    "assets",
    "auth",
    "blog",
    "cart",
    "cdn",
    "company",
    "console",
    "dev",
    "docs",
    "files",
    "ftp",
    "healthz",
    "help",
    "home",
    "imap",
    "info",
    "localhost",
    "login",
    "madang",
    "mail",
    "news",
    "operator",
    "order",
    "orders",
    "pay",
    "payment",
    "pop",
    "public",
    "readyz",
    "root",
    "sandbox",
    "seller",
    "shop",
    "shops",
    "signin",
    "signup",
    "smtp",
    "static",
    "status",
    "support",
    "system",
    "test",
    "webhooks",
    "www",
];

/// Whether a shop may live at this address: lower-case letters, digits and single hyphens, 3 to
/// 40 characters, not all digits (it would read as a number), not one of the platform's own names.
#[must_use]
pub fn slug_valid(slug: &str) -> bool {
    let characters = slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let edges = !slug.starts_with('-') && !slug.ends_with('-');
    // "--" is kept for host names of other scripts (RFC 5891).
    let hyphens = !slug.contains("--");
    let number = slug.bytes().all(|b| b.is_ascii_digit());
    (ADDRESS_SHORTEST..=ADDRESS_LONGEST).contains(&slug.len()) && characters && edges && hyphens && !number && !RESERVED.contains(&slug)
}

#[cfg(test)]
mod tests {
    use super::slug_valid;

    #[test]
    fn an_address_is_a_host_name_that_the_platform_does_not_use() {
        for (slug, right) in [
            ("hanbit", true),
            ("dure-mart", true),
            ("a1b", true),
            ("ab", false),
            ("-ab", false),
            ("ab-", false),
            ("a--b", false),
            ("Hanbit", false),
            ("한빛", false),
            ("12345", false),
            ("admin", false),
            ("a.b.c", false),
            ("abcdefghijabcdefghijabcdefghijabcdefghijk", false),
        ] {
            assert_eq!(slug_valid(slug), right, "{slug}");
        }
    }
}
