//! Secrets that are handed out and come back: 32 random bytes, kept as their SHA-256. A plain hash
//! is enough, because nobody can guess such a secret; passwords are another matter.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// A new secret.
#[must_use]
pub fn new() -> String {
    BASE64_URL_SAFE_NO_PAD.encode(rand::random::<[u8; 32]>())
}

/// What is kept of it.
#[must_use]
pub fn hash(secret: &str) -> String {
    hex::encode(Sha256::digest(secret.as_bytes()))
}
