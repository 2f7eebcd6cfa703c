//! Headers that every answer carries: pages, assets, API, files, refusals and redirects alike.

use actix_web::{
    body::MessageBody,
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderMap, HeaderName, HeaderValue},
    middleware::Next,
    web::Data,
};

/// What is no page may load nothing, run nothing and stand in no frame.
const NOTHING: &str = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/// The interactive API reference loads its own script and style, of which it writes one itself, and the document that it shows.
const REFERENCE: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-RL3ie0nH+Lzz2YNqQN83mnU0J1ot4QL7b99vMdIX99w='; img-src 'self' data:; font-src 'self'; connect-src 'self'; \
                         base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
/// Device functions that no page of ours uses; payment is for the provider's frame.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(), bluetooth=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), hid=(), \
                           magnetometer=(), microphone=(), midi=(), payment=(self \"https://js.stripe.com\"), serial=(), usb=(), \
                           xr-spatial-tracking=()";
/// A year, for every name below ours too.
const HTTPS_ONLY: &str = "max-age=31536000; includeSubDomains";

/// What the headers of an installation depend on.
#[derive(Clone, Copy, Debug)]
pub struct Headers {
    /// Whether it is reached by https alone.
    pub https: bool,
}

impl Headers {
    pub(super) fn write(self, path: &str, headers: &mut HeaderMap) {
        for (name, value) in [
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::X_FRAME_OPTIONS, "DENY"),
            (header::REFERRER_POLICY, "strict-origin-when-cross-origin"),
            (HeaderName::from_static("permissions-policy"), PERMISSIONS),
            (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
            (
                HeaderName::from_static("cross-origin-resource-policy"),
                if path.starts_with("/api/v1/files/") { "cross-origin" } else { "same-origin" },
            ),
            (HeaderName::from_static("x-permitted-cross-domain-policies"), "none"),
        ] {
            headers.insert(name, HeaderValue::from_static(value));
        }
        if self.https {
            headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static(HTTPS_ONLY));
        }
        if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
            let policy = if path.starts_with("/api/v1/docs/") { REFERENCE } else { NOTHING };
            headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
        }
        if path.starts_with("/api/") && !headers.contains_key(header::CACHE_CONTROL) {
            headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
        }
    }
}

/// Middleware; the outermost but for compression and the log, so that refusals carry them too.
pub async fn secure(request: ServiceRequest, next: Next<impl MessageBody>) -> Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let known = request.app_data::<Data<Headers>>().map_or(Headers { https: false }, |data| ***data);
    let path = request.path().to_owned();
    let mut response = next.call(request).await?;
    known.write(&path, response.headers_mut());
    Ok(response)
}
