//! Secrets and signatures (Standard Webhooks 1.0.0): HMAC-SHA256 over `id.timestamp.payload`, in
//! base 64, with a `v1,` before it; during a rotation one for each secret, with a space between.

use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, Mac};
use kernel::{Problem, Result, WebhookDeliveryId};
use sha2::Sha256;

/// What a secret begins with when a person sees it.
const PREFIX: &str = "whsec_";
/// Random bytes of a secret; the specification wants 24 to 64.
const BYTES: usize = 32;

/// A new secret.
pub(crate) fn new_secret() -> [u8; BYTES] {
    rand::random()
}

/// A secret as a person copies it.
pub(crate) fn shown(secret: &[u8]) -> String {
    format!("{PREFIX}{}", BASE64_STANDARD.encode(secret))
}

/// The value of `webhook-signature`.
pub(crate) fn sign(secrets: &[Vec<u8>], id: WebhookDeliveryId, timestamp: i64, payload: &str) -> Result<String> {
    let one = |secret: &Vec<u8>| {
        let mut mac = Hmac::<Sha256>::new_from_slice(secret).map_err(Problem::internal)?;
        mac.update(format!("{id}.{timestamp}.").as_bytes());
        mac.update(payload.as_bytes());
        Ok(format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes())))
    };
    Ok(secrets.iter().map(one).collect::<Result<Vec<_>>>()?.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_secret_signs_for_itself() -> Result<()> {
        let (one, other) = (new_secret().to_vec(), new_secret().to_vec());
        let id = WebhookDeliveryId::new();
        let both = sign(&[one.clone(), other.clone()], id, 1, "{}")?;
        assert_eq!(both, format!("{} {}", sign(&[one.clone()], id, 1, "{}")?, sign(&[other], id, 1, "{}")?));
        assert_ne!(sign(&[one.clone()], id, 2, "{}")?, sign(&[one], id, 1, "{}")?);
        assert_eq!(shown(&[0; 32]).len(), 50);
        Ok(())
    }
}
