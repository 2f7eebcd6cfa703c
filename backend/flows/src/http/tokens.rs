//! The secrets by which a guest is known: of a cart and of an order, in headers of their own.

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use kernel::{Problem, Result, code};
use std::future::{Ready, ready};

/// The `Madang-Cart` header, if sent.
pub struct CartToken(pub Option<String>);

/// The `Madang-Order` header, if sent.
pub struct OrderToken(pub Option<String>);

fn read(request: &HttpRequest, name: &str) -> Result<Option<String>> {
    match request.headers().get(name) {
        None => Ok(None),
        Some(value) => match value.to_str() {
            Ok(text) if text.len() <= 128 => Ok(Some(text.to_owned()).filter(|text| !text.is_empty())),
            _ => Err(Problem::new(code::HEADER_INVALID).field(name, "malformed")),
        },
    }
}

impl FromRequest for CartToken {
    type Error = Problem;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request, "Madang-Cart").map(Self))
    }
}

impl FromRequest for OrderToken {
    type Error = Problem;
    type Future = Ready<Result<Self>>;
    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(read(request, "Madang-Order").map(Self))
    }
}
