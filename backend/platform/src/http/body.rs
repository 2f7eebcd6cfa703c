//! What a request carries: strict JSON bodies, strict queries, uploaded files, ids and versions.
//! Unknown fields, oversized bodies and the NUL character (which PostgreSQL cannot store) are refused.

use super::door::{entered, told};
use crate::{App, Once};
use actix_web::{
    FromRequest, HttpMessage, HttpRequest,
    dev::Payload,
    http::header,
    web::{self, Bytes},
};
use futures_util::{StreamExt, future::LocalBoxFuture};
use kernel::{Code, Problem, Result, code};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::str::FromStr;

/// A JSON body, with the idempotency key that came with it.
pub struct Body<T> {
    /// The parsed body.
    pub value: T,
    /// The caller's idempotency key and the fingerprint of this request.
    pub once: Once,
}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            entered(&request).await;
            let settings = &app(&request)?.config().server;
            let bytes = in_time(settings.body_timeout_s, read(payload, settings.body_limit)).await?;
            if !bytes.is_empty() && !is_json(&request) {
                return Err(code::MEDIA_TYPE.into());
            }
            let once = once(&request, &bytes)?;
            Ok(Self { value: parse(&bytes)?, once })
        })
    }
}

/// An uploaded file: the raw body of the request.
pub struct FileBody {
    /// The bytes; their type is judged by content, not by what the client calls it.
    pub bytes: Bytes,
    /// The caller's idempotency key and the fingerprint of this request.
    pub once: Once,
}

impl FromRequest for FileBody {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let request = request.clone();
        let payload = payload.take();
        Box::pin(async move {
            entered(&request).await;
            let settings = &app(&request)?.config().server;
            let bytes = in_time(settings.upload_timeout_s, read(payload, settings.upload_limit)).await?;
            let once = once(&request, &bytes)?;
            Ok(Self { bytes, once })
        })
    }
}

/// The longest text of a query parameter, in characters.
pub const QUERY_TEXT_LENGTH: usize = 300;

/// A query string; unknown parameters are refused if its type denies them.
pub struct Query<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Query<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        told(request, parse_query(request.query_string()))
    }
}

fn parse_query<T: DeserializeOwned>(text: &str) -> Result<Query<T>> {
    if text.contains("%00") {
        return Err(Problem::new(code::INVALID).detail("the NUL character is not accepted"));
    }
    let wrong = |error: actix_web::error::QueryPayloadError| Problem::new(code::QUERY_INVALID).detail(error.to_string());
    let parameters = web::Query::<Vec<(String, String)>>::from_query(text).map_err(wrong)?;
    if let Some((name, _)) = parameters.iter().find(|(_, value)| value.chars().count() > QUERY_TEXT_LENGTH) {
        return Err(Problem::new(code::INVALID).field(name, "too_long"));
    }
    web::Query::<T>::from_query(text).map(|query| Query(query.into_inner())).map_err(wrong)
}

/// A typed id in the path; one that cannot exist is the same 404 as one that does not.
pub struct PathId<T>(pub T);

impl<T: FromStr + 'static> FromRequest for PathId<T> {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let found = request.match_info().get("id").and_then(|text| text.parse().ok());
        told(request, found.map(PathId).ok_or_else(Problem::not_found))
    }
}

/// The version that the caller saw (`If-Match: "7"`), if it sent one.
pub struct IfMatch(pub Option<i64>);

impl IfMatch {
    /// The version, where it is required. Error: [`code::VERSION_REQUIRED`].
    pub fn required(&self) -> Result<i64> {
        self.0.ok_or_else(|| code::VERSION_REQUIRED.into())
    }
}

impl FromRequest for IfMatch {
    type Error = Problem;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let wrong = || header_problem("If-Match");
        let found = match request.headers().get(header::IF_MATCH) {
            None => Ok(Self(None)),
            Some(value) => {
                value.to_str().ok().and_then(|text| text.trim().trim_matches('"').parse().ok()).map(|version| Self(Some(version))).ok_or_else(wrong)
            }
        };
        told(request, found)
    }
}

fn header_problem(name: &str) -> Problem {
    Problem::new(code::HEADER_INVALID).field(name, "malformed")
}

pub(super) fn app(request: &HttpRequest) -> Result<&App> {
    request.app_data::<web::Data<App>>().map(|data| data.get_ref()).ok_or_else(|| Problem::internal("the app is not mounted"))
}

/// What arrives too slowly holds a connection for nothing.
async fn in_time(seconds: u64, reading: impl Future<Output = Result<Bytes>>) -> Result<Bytes> {
    tokio::time::timeout(std::time::Duration::from_secs(seconds), reading).await.unwrap_or_else(|_| Err(code::TOO_SLOW.into()))
}

async fn read(mut payload: Payload, limit: usize) -> Result<Bytes> {
    let mut bytes = web::BytesMut::new();
    while let Some(chunk) = payload.next().await {
        let chunk = chunk.map_err(|error| Problem::new(code::BAD_REQUEST).detail(error.to_string()))?;
        if bytes.len() + chunk.len() > limit {
            return Err(Problem::new(code::TOO_LARGE).detail(format!("at most {limit} bytes")));
        }
        bytes.extend_from_slice(&chunk);
    }
    Ok(bytes.freeze())
}

fn is_json(request: &HttpRequest) -> bool {
    let Some(value) = request.headers().get(header::CONTENT_TYPE) else { return false };
    value.to_str().is_ok_and(|text| text.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json")))
}

fn once(request: &HttpRequest, bytes: &[u8]) -> Result<Once> {
    let key = match request.headers().get("Idempotency-Key") {
        None => None,
        Some(value) => {
            let text = value.to_str().map_err(|_| header_problem("Idempotency-Key"))?.trim().trim_matches('"');
            if text.is_empty() || text.len() > 128 {
                return Err(header_problem("Idempotency-Key"));
            }
            // A program and the person who made its key are two callers.
            Some(match request.extensions().get::<kernel::ApiKeyId>() {
                Some(program) => format!("{program}:{text}"),
                None => text.to_owned(),
            })
        }
    };
    let mut hash = Sha256::new();
    hash.update(request.method().as_str());
    hash.update(b" ");
    hash.update(request.uri().path());
    hash.update(b"\n");
    hash.update(bytes);
    Ok(Once { key, fingerprint: hex::encode(hash.finalize()) })
}

fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    if bytes.windows(6).any(|window| window.eq_ignore_ascii_case(b"\\u0000")) {
        return Err(Problem::new(code::INVALID).detail("the NUL character is not accepted"));
    }
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let path = error.path().to_string();
        let message = error.inner().to_string();
        let (kind, reason) = classify(error.inner(), &message);
        // serde puts an unknown field into the path, a missing one only into the message.
        let field = match named_field(&message) {
            Some(name) if path == "." => name,
            Some(name) if path == name || path.ends_with(&format!(".{name}")) => path.clone(),
            Some(name) => format!("{path}.{name}"),
            None => path.clone(),
        };
        let problem = Problem::new(kind).detail(message);
        // A body that is no JSON has no field to point at.
        if field == "." || kind == code::BODY_INVALID { problem } else { problem.field(field, reason) }
    })?;
    json.end().map_err(|error| Problem::new(code::BODY_INVALID).detail(error.to_string()))?;
    Ok(value)
}

fn classify(error: &serde_json::Error, message: &str) -> (Code, &'static str) {
    if !error.is_data() {
        return (code::BODY_INVALID, "malformed");
    }
    let reason = if message.starts_with("missing field") {
        "required"
    } else if message.starts_with("unknown field") {
        "unknown"
    } else {
        "malformed"
    };
    (code::INVALID, reason)
}

/// serde names a missing or unknown field in its message, not in its path.
fn named_field(message: &str) -> Option<String> {
    let rest = message.strip_prefix("missing field `").or_else(|| message.strip_prefix("unknown field `"))?;
    rest.split('`').next().map(str::to_owned)
}
