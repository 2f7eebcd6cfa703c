//! The secret of an API key: `mk_`, forty random letters and digits (238 bits), and six more that
//! check them (CRC-32 in base 62, as in the tokens of large code hosts), so that a scanner that
//! finds one in a repository can tell it from any other word without asking us.
//!
//! Only the SHA-256 is kept: nobody can guess such a secret, so a slow hash would guard nothing.

use platform::http::KEY_PREFIX;
use sha2::{Digest, Sha256};

const LETTERS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/// Random letters.
const BODY: usize = 40;
/// Letters of the check: 62⁶ is more than 2³².
const CHECK: usize = 6;
/// Letters that are shown in lists, the prefix among them.
const HINT: usize = 9;

/// A new secret.
#[must_use]
pub(crate) fn new_secret() -> String {
    let mut body = String::with_capacity(BODY);
    while body.len() < BODY {
        // Bytes beyond the last whole round of the letters are thrown away, so that all are alike.
        let random: [u8; 64] = rand::random();
        body.extend(random.iter().filter(|byte| **byte < 248).map(|byte| char::from(LETTERS[usize::from(byte % 62)])).take(BODY - body.len()));
    }
    let check = check(&body);
    format!("{KEY_PREFIX}{body}{check}")
}

/// Whether a text can be a secret at all; what cannot is not looked up.
#[must_use]
pub fn well_formed(secret: &str) -> bool {
    let Some((body, sum)) = secret.strip_prefix(KEY_PREFIX).and_then(|rest| rest.split_at_checked(BODY)) else { return false };
    body.bytes().all(|byte| byte.is_ascii_alphanumeric()) && sum == check(body)
}

/// What is kept of a secret.
#[must_use]
pub(crate) fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}

/// What is shown of a secret.
#[must_use]
pub(crate) fn hint(secret: &str) -> String {
    secret.chars().take(HINT).collect()
}

fn check(body: &str) -> String {
    let mut rest = crc32fast::hash(body.as_bytes());
    let mut letters = [b'0'; CHECK];
    for letter in letters.iter_mut().rev() {
        *letter = LETTERS[usize::try_from(rest % 62).unwrap_or(0)];
        rest /= 62;
    }
    letters.iter().map(|letter| char::from(*letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_secret_checks_itself() {
        let secret = new_secret();
        assert_eq!(secret.len(), KEY_PREFIX.len() + BODY + CHECK);
        assert!(well_formed(&secret), "{secret}");
        assert_ne!(secret, new_secret());
        for at in [3, 20, 42, 48] {
            let mut letters: Vec<char> = secret.chars().collect();
            letters[at] = if letters[at] == 'a' { 'b' } else { 'a' };
            let changed: String = letters.into_iter().collect();
            assert!(!well_formed(&changed), "{changed}");
        }
        for wrong in ["", "mk_", "mk_short", "mk_가나다라마바사아자차카타파하", &secret[..48], &format!("{secret}0"), &secret.replace("mk_", "sk_")]
        {
            assert!(!well_formed(wrong), "{wrong}");
        }
    }

    #[test]
    fn the_check_is_that_of_the_standard() {
        // CRC-32 of "123456789" is 0xCBF43926, which is 3421780262.
        let value = check("123456789").bytes().fold(0_u64, |sum, letter| {
            sum * 62 + LETTERS.iter().position(|known| *known == letter).and_then(|at| u64::try_from(at).ok()).unwrap_or(99)
        });
        assert_eq!(value, 3_421_780_262);
    }
}
