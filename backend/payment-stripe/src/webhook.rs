//! Stripe's webhooks: signature, age, and which payment intent they tell of.

use chrono::{DateTime, Utc};
use kernel::{Problem, Result};
use payment::{ProviderEvent, WebhookHeaders, signature};
use serde_json::Value;

/// The header of the signature.
const SIGNATURE_HEADER: &str = "stripe-signature";

pub(crate) fn verify(secret: &str, headers: &WebhookHeaders, now: DateTime<Utc>, body: &[u8]) -> Result<ProviderEvent> {
    signature::verify(secret, headers.get(SIGNATURE_HEADER).map(String::as_str), now, body)?;
    let payload: Value = serde_json::from_slice(body).map_err(|error| Problem::invalid("body", "malformed").detail(error.to_string()))?;
    let text = |pointer: &str| payload.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let provider_ref = match text("/data/object/object").as_deref() {
        Some("payment_intent") => text("/data/object/id"),
        _ => text("/data/object/payment_intent"),
    };
    Ok(ProviderEvent { id: text("/id").unwrap_or_default(), kind: text("/type").unwrap_or_default(), provider_ref, payload })
}
