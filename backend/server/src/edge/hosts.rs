//! The names by which this installation is reached: its own, those of its shops below it, and the
//! ones that companies have proven to be theirs. A request for any other name is refused, so that
//! nobody's page is answered under a name that we do not know.

use actix_web::{
    HttpRequest,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header,
    middleware::Next,
    web::Data,
};
use kernel::{Problem, Result, code};
use platform::{App, scope::ShopTenant};
use std::net::IpAddr;

/// Asked by machines that look after the process, by whatever name they know it.
const FOR_MACHINES: &[&str] = &["/healthz", "/readyz"];

/// What a host name stands for.
#[derive(Clone, Debug)]
pub enum Place {
    /// The installation itself.
    Platform,
    /// A shop below the installation's name, by the first part of the host.
    Below(String),
    /// A shop at a name of its company's own.
    Own(ShopTenant),
}

/// Where a request goes, by its host. Error: a name that is not ours.
pub async fn place(app: &App, request: &HttpRequest) -> Result<Place> {
    let host = host_of(request).unwrap_or_default();
    named(app, &host).await
}

/// The host that a request names, in lower case and without its port.
fn host_of(request: &HttpRequest) -> Option<String> {
    let text = match request.headers().get(header::HOST) {
        Some(value) => value.to_str().ok()?,
        None => request.uri().authority()?.as_str(),
    };
    let host = if text.starts_with('[') { text.split_inclusive(']').next()? } else { text.split(':').next()? };
    Some(host.trim_end_matches('.').to_lowercase())
}

/// What a host name stands for. Error: a name that is not ours.
pub(super) async fn named(app: &App, host: &str) -> Result<Place> {
    let base = app.config().public_host();
    if host == base || host == "localhost" || is_address(host) || app.config().server.hosts.split(',').any(|name| name.trim() == host) {
        return Ok(Place::Platform);
    }
    for base in [base.as_str(), "localhost"] {
        if let Some(slug) = host.strip_suffix(base).and_then(|rest| rest.strip_suffix('.'))
            && !slug.is_empty()
            && !slug.contains('.')
        {
            return Ok(Place::Below(slug.to_owned()));
        }
    }
    app.directory()
        .shop_at(host)
        .await
        .map(Place::Own)
        .map_err(|problem| if problem.code == code::NOT_FOUND { Problem::new(code::UNKNOWN_HOST) } else { problem })
}

/// An address is nobody's name: probes and people on the machine itself use it.
fn is_address(host: &str) -> bool {
    host.trim_matches(['[', ']']).parse::<IpAddr>().is_ok()
}

/// Middleware: refuses what is not for us.
pub async fn known_host(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> std::result::Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if !FOR_MACHINES.contains(&request.path())
        && let Some(app) = request.app_data::<Data<App>>().cloned()
        && let Err(problem) = place(&app, request.request()).await
    {
        return Ok(request.error_response(problem));
    }
    Ok(next.call(request).await?.map_into_boxed_body())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::test::TestRequest;

    #[test]
    fn the_host_is_read_without_its_port() {
        for (sent, host) in [
            ("Madang.Example:8443", "madang.example"),
            ("hanbit.madang.example", "hanbit.madang.example"),
            ("madang.example.", "madang.example"),
            ("[::1]:8080", "[::1]"),
            ("127.0.0.1:8080", "127.0.0.1"),
        ] {
            let request = TestRequest::default().insert_header((header::HOST, sent)).to_http_request();
            assert_eq!(host_of(&request).as_deref(), Some(host));
        }
        assert!(is_address("[::1]") && is_address("10.0.0.1") && !is_address("10.0.0.1.example"));
    }
}
