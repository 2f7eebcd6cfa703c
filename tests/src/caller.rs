//! Somebody who calls the API: anonymous, signed in, or a guest with a token.

use crate::{Answer, audited::Calls};
use kernel::{Problem, Result};
use reqwest::{Client, Method};
use serde_json::Value;

/// Somebody who calls the API.
#[derive(Clone, Debug)]
pub struct Caller {
    http: Client,
    base: String,
    headers: Vec<(String, String)>,
    calls: Calls,
}

impl Caller {
    /// Somebody whom nobody knows. `base` is the server's address.
    #[must_use]
    pub const fn anonymous(http: Client, base: String, calls: Calls) -> Self {
        Self { http, base, headers: Vec::new(), calls }
    }

    /// What the caller sends with every call.
    #[must_use]
    pub fn headers(&self) -> &[(String, String)] {
        &self.headers
    }

    /// The same caller, who sends a header with every call.
    #[must_use]
    pub fn with(&self, name: &str, value: impl Into<String>) -> Self {
        let mut caller = self.clone();
        caller.headers.retain(|(known, _)| !known.eq_ignore_ascii_case(name));
        caller.headers.push((name.to_owned(), value.into()));
        caller
    }

    /// With an access token.
    #[must_use]
    pub fn token(&self, token: &str) -> Self {
        self.with("authorization", format!("Bearer {token}"))
    }

    /// A guest with the token of an order.
    #[must_use]
    pub fn holding_order(&self, token: &str) -> Self {
        self.with("madang-order", token)
    }

    /// A guest with the token of a cart.
    #[must_use]
    pub fn holding_cart(&self, token: &str) -> Self {
        self.with("madang-cart", token)
    }

    /// Who has seen this version.
    #[must_use]
    pub fn having_seen(&self, version: i64) -> Self {
        self.with("if-match", format!("\"{version}\""))
    }

    /// Who may repeat the call under this key.
    #[must_use]
    pub fn once(&self, key: &str) -> Self {
        self.with("idempotency-key", key)
    }

    /// Reads.
    pub async fn get(&self, path: &str) -> Answer {
        self.send(Method::GET, path, None).await
    }

    /// Creates, or takes a step.
    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.send(Method::POST, path, Some(body.to_string().into_bytes())).await
    }

    /// Sets.
    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PUT, path, Some(body.to_string().into_bytes())).await
    }

    /// Changes.
    pub async fn patch(&self, path: &str, body: Value) -> Answer {
        self.send(Method::PATCH, path, Some(body.to_string().into_bytes())).await
    }

    /// Takes away.
    pub async fn delete(&self, path: &str) -> Answer {
        self.send(Method::DELETE, path, None).await
    }

    /// Fetches a file: its type and its bytes.
    pub async fn fetch(&self, path: &str) -> Result<(String, Vec<u8>)> {
        let mut request = self.http.get(format!("{}/api/v1{path}", self.base));
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        let answer = request.send().await.and_then(|answer| answer.error_for_status()).map_err(Problem::internal)?;
        let kind = answer.headers().get("content-type").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        Ok((kind, answer.bytes().await.map_err(Problem::internal)?.to_vec()))
    }

    /// Sends any bytes as JSON.
    pub async fn send(&self, method: Method, path: &str, body: Option<Vec<u8>>) -> Answer {
        let asked = format!("{method} {path}");
        let mut request = self.http.request(method.clone(), format!("{}/api/v1{path}", self.base));
        if let Some(body) = body {
            request = request.header("content-type", "application/json").body(body);
        }
        for (name, value) in &self.headers {
            request = request.header(name, value);
        }
        match request.send().await {
            Err(error) => Answer { asked, status: 0, headers: reqwest::header::HeaderMap::new(), text: error.to_string() },
            Ok(answer) => {
                let (status, headers) = (answer.status().as_u16(), answer.headers().clone());
                if (200..300).contains(&status) {
                    let trace_id = headers.get("trace-id").and_then(|value| value.to_str().ok()).unwrap_or_default();
                    let key = self.headers.iter().find(|(name, _)| name == "idempotency-key").map(|(_, key)| key.as_str());
                    self.calls.note(method.as_str(), path, trace_id, key);
                }
                // A live stream has no end to wait for.
                let streams = headers.get("content-type").is_some_and(|media| media.as_bytes().starts_with(b"text/event-stream"));
                let text = if streams { String::new() } else { answer.text().await.unwrap_or_else(|error| error.to_string()) };
                Answer { asked, status, headers, text }
            }
        }
    }
}
