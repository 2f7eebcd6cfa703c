//! Pages of lists. Every list is limited and continues by an opaque cursor.

use crate::{Problem, Result, code};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use utoipa::{IntoParams, ToSchema};

/// What a caller asks of a list. Contexts flatten it into their own query types' fields.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct PageQuery {
    /// Rows per page, 1 to 100; 20 unless told.
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<u64>,
    /// Where the page begins: `next` of the page before.
    pub cursor: Option<String>,
}

impl PageQuery {
    /// The number of rows asked for. Error: outside 1 to 100.
    pub fn limit(&self) -> Result<u64> {
        match self.limit.unwrap_or(20) {
            limit @ 1..=100 => Ok(limit),
            _ => Err(Problem::new(code::INVALID).field("limit", "out_of_range")),
        }
    }

    /// The decoded position. Error: not a cursor of this list.
    pub fn position<T: DeserializeOwned>(&self) -> Result<Option<T>> {
        self.cursor.as_deref().map(Cursor::decode).transpose()
    }
}

/// A page of a list.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Page<T> {
    /// The rows, in the order asked for.
    pub items: Vec<T>,
    /// The cursor of the following page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// A page out of `limit + 1` rows: the surplus row only tells that more follow.
    /// `position` says where a row stands in the order of the list.
    pub fn from_surplus<P: Serialize>(mut rows: Vec<T>, limit: u64, position: impl Fn(&T) -> P) -> Self {
        let limit = usize::try_from(limit).unwrap_or(usize::MAX);
        let more = rows.len() > limit;
        rows.truncate(limit);
        let next = if more { rows.last().map(|row| Cursor::encode(&position(row))) } else { None };
        Self { items: rows, next }
    }

    /// The same page with its rows in another shape.
    pub fn map<U>(self, shape: impl FnMut(T) -> U) -> Page<U> {
        Page { items: self.items.into_iter().map(shape).collect(), next: self.next }
    }
}

/// The codec of opaque cursors.
pub struct Cursor;

impl Cursor {
    /// The text form of a position.
    pub fn encode<T: Serialize>(position: &T) -> String {
        BASE64_URL_SAFE_NO_PAD.encode(serde_json::to_vec(position).unwrap_or_default())
    }

    /// The position behind the text. Error: not a cursor of this list.
    pub fn decode<T: DeserializeOwned>(text: &str) -> Result<T> {
        let wrong = || Problem::new(code::INVALID).field("cursor", "malformed");
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong())?;
        serde_json::from_slice(&bytes).map_err(|_| wrong())
    }
}
