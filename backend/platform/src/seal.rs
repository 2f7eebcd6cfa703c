//! Secrets that must be read again are sealed at rest (XChaCha20-Poly1305) with a key derived from
//! the installation's: the database alone gives nobody such a secret. Each purpose has a key of its
//! own, and a seal opens in the row of its owner alone.

use crate::config::SecretConfig;
use chacha20poly1305::{
    KeyInit, XChaCha20Poly1305, XNonce,
    aead::{Aead, Payload},
};
use hmac::{Hmac, Mac};
use kernel::{Problem, Result};
use sha2::Sha256;
use uuid::Uuid;

/// Bytes of the number that no two seals share.
const NONCE_BYTES: usize = 24;

/// A secret, sealed for one owner.
pub fn seal(config: &SecretConfig, purpose: &str, owner: Uuid, secret: &[u8]) -> Result<Vec<u8>> {
    let nonce: [u8; NONCE_BYTES] = rand::random();
    let payload = Payload { msg: secret, aad: owner.as_bytes() };
    let sealed = cipher(config, purpose)?.encrypt(&XNonce::from(nonce), payload).map_err(Problem::internal)?;
    Ok([nonce.as_slice(), &sealed].concat())
}

/// The secret in a seal. Error: sealed with another key, for another purpose or owner, or altered.
pub fn open(config: &SecretConfig, purpose: &str, owner: Uuid, sealed: &[u8]) -> Result<Vec<u8>> {
    let broken = || Problem::internal(format!("the seal of a {purpose} does not open"));
    let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or_else(broken)?;
    let payload = Payload { msg: sealed, aad: owner.as_bytes() };
    cipher(config, purpose)?.decrypt(&XNonce::from(*nonce), payload).map_err(|_| broken())
}

fn cipher(config: &SecretConfig, purpose: &str) -> Result<XChaCha20Poly1305> {
    let mut key = Hmac::<Sha256>::new_from_slice(config.key.as_bytes()).map_err(Problem::internal)?;
    key.update(b"madang ");
    key.update(purpose.as_bytes());
    let key: [u8; 32] = key.finalize().into_bytes().into();
    Ok(XChaCha20Poly1305::new(&key.into()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seal_opens_for_its_owner_and_purpose_alone() -> Result<()> {
        let (config, other) = (SecretConfig { key: "one".into() }, SecretConfig { key: "two".into() });
        let (owner, stranger) = (Uuid::now_v7(), Uuid::now_v7());
        let sealed = seal(&config, "webhook", owner, b"secret")?;
        assert_eq!(open(&config, "webhook", owner, &sealed)?, b"secret");
        assert!(open(&other, "webhook", owner, &sealed).is_err() && open(&config, "second factor", owner, &sealed).is_err());
        assert!(open(&config, "webhook", stranger, &sealed).is_err() && open(&config, "webhook", owner, &sealed[1..]).is_err());
        assert!(!sealed.windows(6).any(|window| window == b"secret"));
        Ok(())
    }
}
