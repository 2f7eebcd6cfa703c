//! What a request shows of the device that sent it, and the cookie that the device keeps.
//!
//! The refresh token travels in a cookie that scripts cannot read and that the browser sends to
//! the session's addresses alone. Requests that a page of another site makes are refused.

use crate::{actions::Device, codes};
use actix_web::{
    HttpRequest, HttpResponse,
    http::header::{self, HeaderName, HeaderValue},
};
use kernel::{Problem, Result};
use platform::{App, http::client_address};

/// Name of the cookie.
const COOKIE: &str = "madang_refresh";
/// Name of the cookie by which a browser is known again. It gives no right to anything.
const MARK: &str = "madang_device";
/// Days for which a browser is known.
const MARK_DAYS: i64 = 400;
/// Where the browser sends it.
const PATH: &str = "/api/v1/account/session";

/// The device behind a request.
pub(super) fn device(request: &HttpRequest) -> Device {
    Device {
        user_agent: text(request, &header::USER_AGENT).unwrap_or_default().to_owned(),
        address: client_address(request),
        mark: cookie(request, MARK).filter(|mark| mark.len() <= 100),
    }
}

/// The refresh token that a request brought.
pub(super) fn presented(request: &HttpRequest) -> Option<String> {
    cookie(request, COOKIE)
}

fn cookie(request: &HttpRequest, wanted: &str) -> Option<String> {
    let cookies = request.headers().get_all(header::COOKIE).filter_map(|value| value.to_str().ok());
    cookies.flat_map(|line| line.split(';')).find_map(|pair| {
        let (name, value) = pair.trim().split_once('=')?;
        (name == wanted && !value.is_empty()).then(|| value.to_owned())
    })
}

/// Has the browser keep a refresh token.
pub(super) fn keep(app: &App, response: &mut HttpResponse, token: &str) -> Result<()> {
    let seconds = app.config().auth.refresh_days * 86_400;
    set(app, response, COOKIE, token, seconds)
}

/// Has the browser keep what it is known again by.
pub(super) fn mark(app: &App, response: &mut HttpResponse, mark: &str) -> Result<()> {
    set(app, response, MARK, mark, MARK_DAYS * 86_400)
}

/// Has the browser forget it.
pub(super) fn forget(app: &App, response: &mut HttpResponse) -> Result<()> {
    set(app, response, COOKIE, "", 0)
}

fn set(app: &App, response: &mut HttpResponse, name: &str, value: &str, seconds: i64) -> Result<()> {
    let secure = if app.config().public_url().starts_with("https://") { "; Secure" } else { "" };
    let cookie = format!("{name}={value}; Path={PATH}; Max-Age={seconds}; HttpOnly; SameSite=Lax{secure}");
    let cookie = HeaderValue::from_str(&cookie).map_err(Problem::internal)?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(())
}

/// Refuses a request that a page of another site made. Browsers say so (`Sec-Fetch-Site`, or at
/// least `Origin`); programs that are no browsers send neither, and no cookie of anybody's either.
pub(super) fn same_origin(request: &HttpRequest) -> Result<()> {
    let site = text(request, &HeaderName::from_static("sec-fetch-site"));
    let origin = text(request, &header::ORIGIN);
    let host = text(request, &header::HOST).or_else(|| request.uri().host());
    if allowed(site, origin, host) { Ok(()) } else { Err(codes::CROSS_SITE.into()) }
}

fn allowed(site: Option<&str>, origin: Option<&str>, host: Option<&str>) -> bool {
    match (site, origin) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => origin.split_once("://").map(|(_, authority)| authority) == host,
        (None, None) => true,
    }
}

fn text<'a>(request: &'a HttpRequest, name: &HeaderName) -> Option<&'a str> {
    request.headers().get(name)?.to_str().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn another_sites_page_is_refused() {
        let host = Some("madang.example");
        for (site, origin, expected) in [
            (Some("same-origin"), Some("https://madang.example"), true),
            (Some("none"), None, true),
            (Some("cross-site"), None, false),
            (Some("same-site"), Some("https://hanbit.madang.example"), false),
            (Some("cross-site"), Some("https://madang.example"), false),
            (None, Some("https://madang.example"), true),
            (None, Some("https://evil.example"), false),
            (None, Some("null"), false),
            (None, None, true),
        ] {
            assert_eq!(allowed(site, origin, host), expected, "{site:?} {origin:?}");
        }
    }

    #[test]
    fn the_token_is_found_among_other_cookies() {
        let request = TestRequest::default().insert_header((header::COOKIE, "a=b; madang_refresh=xyz; c=d")).to_http_request();
        assert_eq!(presented(&request).as_deref(), Some("xyz"));
        let request = TestRequest::default().insert_header((header::COOKIE, "not_madang_refresh=xyz; madang_refresh=")).to_http_request();
        assert_eq!(presented(&request), None);
    }
}
