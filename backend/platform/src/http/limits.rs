//! Rate limits of programs, and the headers that tell of them: `RateLimit-Policy` says what holds,
//! `RateLimit` what is left of it (draft-ietf-httpapi-ratelimit-headers-10, structured fields), so
//! that a program can slow down before it is refused. A refusal bears `Retry-After` too.

use super::body::app;
use crate::limiter::Allowance;
use actix_web::{
    HttpMessage, HttpRequest,
    body::MessageBody,
    dev::ServiceResponse,
    http::header::{HeaderName, HeaderValue},
};
use kernel::{ApiKeyId, Result};
use std::time::Duration;

/// The name of the policy in the headers.
const POLICY: &str = "api-key";

/// Counts a request of a program. Error: it has made too many.
pub(super) async fn count(request: &HttpRequest, key: ApiKeyId) -> Result<()> {
    let app = app(request)?;
    let limits = &app.config().limits;
    let window = Duration::from_secs(limits.api_key_window_s);
    let allowance = app.limiter().count(&format!("api-key:{key}"), limits.api_key_requests, window).await;
    request.extensions_mut().insert(allowance);
    allowance.verdict()
}

/// Writes what is left into an answer, where something was counted.
pub(super) fn tell<B: MessageBody>(response: &mut ServiceResponse<B>) {
    let Some(allowance) = response.request().extensions().get::<Allowance>().copied() else { return };
    let Allowance { limit, window_s, remaining, reset_s, .. } = allowance;
    for (name, value) in
        [("ratelimit-policy", format!("\"{POLICY}\";q={limit};w={window_s}")), ("ratelimit", format!("\"{POLICY}\";r={remaining};t={reset_s}"))]
    {
        if let Ok(value) = HeaderValue::from_str(&value) {
            response.headers_mut().insert(HeaderName::from_static(name), value);
        }
    }
}
