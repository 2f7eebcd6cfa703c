//! Codes that change every thirty seconds (RFC 6238: SHA-1, six digits, which is what every app
//! can do), their secret at rest, and the picture by which an app takes it over.

use crate::secret;
use chrono::{DateTime, Utc};
use kernel::{AccountId, Problem, Result};
use platform::config::SecretConfig;
use qrcode::{QrCode, render::svg};
use totp_rs::{Builder, Secret, Totp};

/// Bytes of a secret (RFC 4226, section 4 recommends 160 bits).
const SECRET_BYTES: usize = 20;
/// What the seals of these secrets are for.
const PURPOSE: &str = "second factor";
/// Steps before and after the present one whose codes are taken too, for clocks that are off.
const SKEW: u16 = 1;
/// What recovery codes are written with: no letter that looks like a digit.
const LETTERS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// A new secret.
pub(crate) fn new_secret() -> [u8; SECRET_BYTES] {
    rand::random()
}

/// A secret as it is typed into an app.
pub(crate) fn base32(secret: &[u8]) -> String {
    Secret::from(secret.to_vec()).to_base32()
}

/// What an app reads from the picture.
pub(crate) fn uri(email: &str, secret: &[u8]) -> String {
    let label: String = email
        .bytes()
        .map(|b| if b.is_ascii_alphanumeric() || b"-._~@".contains(&b) { char::from(b).to_string() } else { format!("%{b:02X}") })
        .collect();
    format!("otpauth://totp/Madang:{label}?secret={}&issuer=Madang&algorithm=SHA1&digits=6&period=30", base32(secret))
}

/// The picture, as SVG.
pub(crate) fn picture(uri: &str) -> Result<String> {
    let code = QrCode::new(uri.as_bytes()).map_err(Problem::internal)?;
    Ok(code.render::<svg::Color>().min_dimensions(220, 220).build())
}

/// The step of time whose code this is, if it is one of those that are taken now.
pub(crate) fn step(secret: &[u8], code: &str, now: DateTime<Utc>) -> Option<i64> {
    let time = u64::try_from(now.timestamp()).ok()?;
    generator(secret).check(code, time).and_then(|step| i64::try_from(step).ok())
}

fn generator(secret: &[u8]) -> Totp {
    Builder::new().with_secret(Secret::from(secret.to_vec())).with_skew(SKEW).build_noncompliant()
}

/// A secret sealed for one account, so that the database alone gives nobody a code, and no seal
/// is of use in another's row.
pub(crate) fn seal(config: &SecretConfig, account: AccountId, secret: &[u8]) -> Result<Vec<u8>> {
    platform::seal::seal(config, PURPOSE, account.uuid(), secret)
}

/// The secret in a seal. Error: sealed with another key, for another account, or altered.
pub(crate) fn open(config: &SecretConfig, account: AccountId, sealed: &[u8]) -> Result<Vec<u8>> {
    platform::seal::open(config, PURPOSE, account.uuid(), sealed)
}

/// A new recovery code: 80 random bits in four groups.
pub(crate) fn new_recovery_code() -> String {
    let random: [u8; 16] = rand::random();
    let letters: Vec<char> = random.iter().filter_map(|byte| LETTERS.get(usize::from(byte & 31)).map(|letter| char::from(*letter))).collect();
    letters.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join("-")
}

/// What is kept of a recovery code, however it was typed.
pub(crate) fn recovery_hash(typed: &str) -> String {
    let letter = |c: char| match c.to_ascii_lowercase() {
        'o' => '0',
        'i' | 'l' => '1',
        other => other,
    };
    let plain: String = typed.chars().filter(char::is_ascii_alphanumeric).map(letter).collect();
    secret::hash(&plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six digits.
        let secret = b"12345678901234567890";
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] {
            let now = DateTime::from_timestamp(seconds, 0).unwrap_or_default();
            assert_eq!(step(secret, code, now), Some(seconds / 30), "{seconds}");
            assert_eq!(step(secret, code, now + chrono::Duration::seconds(30)), Some(seconds / 30));
            assert_eq!(step(secret, code, now + chrono::Duration::seconds(61)), None);
            assert_eq!(step(secret, "000000", now), None);
            assert_eq!(step(secret, "", now), None);
        }
    }

    #[test]
    fn a_seal_opens_for_its_account_and_key_alone() -> Result<()> {
        let config = SecretConfig { key: "one".into() };
        let (one, two) = (AccountId::new(), AccountId::new());
        let secret = new_secret();
        let sealed = seal(&config, one, &secret)?;
        assert!(!sealed.windows(SECRET_BYTES).any(|part| part == secret));
        assert_eq!(open(&config, one, &sealed)?, secret);
        assert!(open(&config, two, &sealed).is_err());
        assert!(open(&SecretConfig { key: "two".into() }, one, &sealed).is_err());
        assert!(open(&config, one, b"short").is_err());
        Ok(())
    }

    #[test]
    fn a_recovery_code_is_known_however_it_is_typed() {
        let code = new_recovery_code();
        assert_eq!(code.len(), 19, "{code}");
        assert_eq!(recovery_hash(&code), recovery_hash(&format!(" {} ", code.to_uppercase().replace('-', " "))));
        assert_eq!(recovery_hash("o1"), recovery_hash("OL"));
        assert_ne!(recovery_hash(&code), recovery_hash(&new_recovery_code()));
    }

    #[test]
    fn an_app_reads_who_and_where() -> Result<()> {
        let uri = uri("kim+x@example.com", b"12345678901234567890");
        assert_eq!(
            uri,
            "otpauth://totp/Madang:kim%2Bx@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Madang&algorithm=SHA1&digits=6&period=30"
        );
        assert!(picture(&uri)?.contains("<svg"));
        Ok(())
    }
}
