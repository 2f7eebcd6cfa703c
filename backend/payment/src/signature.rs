//! Signatures of webhooks: `t=<unix seconds>,v1=<hex HMAC-SHA256 of "<t>.<body>">`, the scheme that
//! Stripe made common. Compared in constant time; old ones are refused, so that a recorded webhook
//! cannot be sent again much later.

use crate::codes;
use chrono::{DateTime, Utc};
use hmac::{Hmac, Mac};
use kernel::{Problem, Result};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// Seconds by which a signature's time may differ from ours.
pub const TOLERANCE_S: i64 = 300;

/// The header of a body that is sent at `at`.
pub fn sign(secret: &str, at: DateTime<Utc>, body: &[u8]) -> Result<String> {
    let time = at.timestamp().to_string();
    Ok(format!("t={time},v1={}", hex::encode(mac(secret, &time, body)?)))
}

/// Checks a header. An empty secret verifies nothing. Error: missing, wrong or too old.
pub fn verify(secret: &str, header: Option<&str>, now: DateTime<Utc>, body: &[u8]) -> Result<()> {
    let wrong = |why: &str| Problem::new(codes::SIGNATURE_INVALID).detail(why.to_owned());
    let header = header.ok_or_else(|| wrong("the signature is missing"))?;
    if secret.is_empty() {
        return Err(wrong("no secret is configured"));
    }
    let parts: Vec<(&str, &str)> = header.split(',').filter_map(|part| part.trim().split_once('=')).collect();
    let time = parts.iter().find(|(name, _)| *name == "t").map(|(_, value)| *value).ok_or_else(|| wrong("the time is missing"))?;
    let sent: i64 = time.parse().map_err(|_| wrong("the time is malformed"))?;
    let right = mac(secret, time, body)?;
    let matches =
        parts.iter().filter(|(name, _)| *name == "v1").filter_map(|(_, value)| hex::decode(value).ok()).any(|given| bool::from(given.ct_eq(&right)));
    if !matches {
        return Err(wrong("the signature is wrong"));
    }
    if now.timestamp().abs_diff(sent) > TOLERANCE_S.unsigned_abs() {
        return Err(wrong("the signature is too old"));
    }
    Ok(())
}

fn mac(secret: &str, time: &str, body: &[u8]) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).map_err(Problem::internal)?;
    mac.update(time.as_bytes());
    mac.update(b".");
    mac.update(body);
    Ok(mac.finalize().into_bytes().to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Duration;

    fn now() -> DateTime<Utc> {
        DateTime::from_timestamp(1_780_000_000, 0).unwrap_or_default()
    }

    #[test]
    fn a_signature_is_right_for_its_body_secret_and_time_alone() -> Result<()> {
        let header = sign("secret", now(), b"body")?;
        assert!(verify("secret", Some(&header), now(), b"body").is_ok());
        assert!(verify("secret", Some(&header), now(), b"Body").is_err());
        assert!(verify("other", Some(&header), now(), b"body").is_err());
        assert!(verify("", Some(&header), now(), b"body").is_err());
        assert!(verify("secret", None, now(), b"body").is_err());
        assert!(verify("secret", Some(&header.replace("t=1", "t=2")), now(), b"body").is_err());
        assert!(verify("secret", Some("t=x,v1=00"), now(), b"body").is_err());
        Ok(())
    }

    #[test]
    fn a_signature_is_not_accepted_long_after_or_before() -> Result<()> {
        let header = sign("secret", now(), b"body")?;
        assert!(verify("secret", Some(&header), now() + Duration::seconds(TOLERANCE_S), b"body").is_ok());
        assert!(verify("secret", Some(&header), now() + Duration::seconds(TOLERANCE_S + 1), b"body").is_err());
        assert!(verify("secret", Some(&header), now() - Duration::seconds(TOLERANCE_S + 1), b"body").is_err());
        Ok(())
    }

    #[test]
    fn one_right_signature_among_several_suffices() -> Result<()> {
        let header = format!("{},v1=00ff", sign("secret", now(), b"body")?);
        assert!(verify("secret", Some(&header), now(), b"body").is_ok());
        Ok(())
    }
}
