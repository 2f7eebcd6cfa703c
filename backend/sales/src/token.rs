//! Secrets by which a guest comes back: to a cart and to an order. Only hashes are stored.
//!
//! An order's token is derived from the installation's secret and the order's id, so that a
//! repeated checkout and a mail can give the same one again without its being stored.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use kernel::{OrderId, Problem, Result};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// The token of an order.
pub fn of_order(secret: &str, order: OrderId) -> Result<String> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(Problem::internal)?;
    mac.update(b"order token:");
    mac.update(order.uuid().as_bytes());
    Ok(BASE64_URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
}

/// A new random token.
#[must_use]
pub fn random() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// What is stored of a token.
#[must_use]
pub fn hash(token: &str) -> String {
    hex::encode(Sha256::digest(token.as_bytes()))
}

/// Whether a token is the one behind a stored hash; takes the same time whatever differs.
#[must_use]
pub fn matches(token: &str, stored: &str) -> bool {
    hash(token).as_bytes().ct_eq(stored.as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_opens_only_its_own_order() -> Result<()> {
        let (mine, other) = (OrderId::new(), OrderId::new());
        let token = of_order("a secret", mine)?;
        assert_eq!(token, of_order("a secret", mine)?);
        assert!(matches(&token, &hash(&token)));
        assert!(!matches(&of_order("a secret", other)?, &hash(&token)));
        assert!(!matches(&of_order("another secret", mine)?, &hash(&token)));
        assert!(!matches("", &hash(&token)));
        Ok(())
    }

    #[test]
    fn random_tokens_differ() {
        assert_ne!(random(), random());
        assert_eq!(random().len(), 43);
    }
}
