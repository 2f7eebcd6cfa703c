//! What the server answered, and what a story expects of it.

use serde_json::Value;

/// An answer.
#[derive(Clone, Debug)]
pub struct Answer {
    /// What was asked: method and path.
    pub asked: String,
    /// HTTP status; 0 if there was no answer at all.
    pub status: u16,
    /// The headers.
    pub headers: reqwest::header::HeaderMap,
    /// The body as text.
    pub text: String,
}

impl Answer {
    /// The body as JSON; null if it is none.
    #[must_use]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or(Value::Null)
    }

    /// A header, empty if it was not sent.
    #[must_use]
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    /// The code of a problem, empty if it is none.
    #[must_use]
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The fields at fault: `name: reason`.
    #[must_use]
    pub fn fields(&self) -> Vec<String> {
        let all = self.json()["fields"].as_array().cloned().unwrap_or_default();
        all.iter().map(|field| format!("{}: {}", text(field, "/field"), text(field, "/reason"))).collect()
    }

    /// The body of an answer that went well.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert!((200..300).contains(&self.status), "{} answered {}: {}", self.asked, self.status, self.text);
        self.json()
    }

    /// The body of an answer with this status.
    #[track_caller]
    pub fn is(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{} answered: {}", self.asked, self.text);
        self.json()
    }

    /// A refusal with this status and code, in the shape of RFC 9457.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Value {
        assert_eq!((self.status, self.code().as_str()), (status, code), "{} answered: {}", self.asked, self.text);
        assert!(self.header("content-type").starts_with("application/problem+json"), "{} is no problem document", self.asked);
        self.json()
    }
}

/// A text in a JSON value, by pointer; empty if there is none.
#[must_use]
pub fn text(value: &Value, pointer: &str) -> String {
    value.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned()
}
