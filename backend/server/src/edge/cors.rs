//! Who else's pages may call the API: those of this installation's own shops, at whichever of
//! their names. Cookies are never sent along: a page of another origin has only the tokens that it
//! was given itself.

use super::hosts;
use actix_web::{
    HttpResponse,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::{
        Method,
        header::{self, HeaderMap, HeaderValue},
    },
    middleware::Next,
    web::Data,
};
use platform::App;

const METHODS: &str = "GET, POST, PUT, PATCH, DELETE";
const HEADERS: &str = "Authorization, Content-Type, Idempotency-Key, If-Match, If-None-Match, Accept-Language, Madang-Cart, Madang-Order";
const SHOWN: &str = "ETag, Trace-Id, Retry-After, Content-Disposition";

/// The origin of a request that a page of another origin made, if it is one of ours.
async fn friend(app: &App, request: &ServiceRequest) -> Option<HeaderValue> {
    let sent = request.headers().get(header::ORIGIN)?;
    let (scheme, authority) = sent.to_str().ok()?.split_once("://")?;
    let (ours, _) = app.config().public_url().split_once("://").map(|(scheme, rest)| (scheme.to_owned(), rest.to_owned()))?;
    if scheme != ours {
        return None;
    }
    let (host, port) = authority.split_once(':').map_or((authority, None), |(host, port)| (host, Some(port)));
    match hosts::named(app, host).await.ok()? {
        // An address or another name of the machine is no origin of ours.
        hosts::Place::Platform if host != app.config().public_host() => None,
        hosts::Place::Below(slug) if app.directory().shop_even_closed(&slug).await.is_err() => None,
        hosts::Place::Platform | hosts::Place::Below(_) if port != app.config().public_port().as_deref() => None,
        hosts::Place::Own(_) if port.is_some() => None,
        _ => Some(sent.clone()),
    }
}

fn allow(headers: &mut HeaderMap, origin: Option<HeaderValue>) {
    headers.append(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(origin) = origin {
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(SHOWN));
    }
}

/// Middleware: answers what browsers ask beforehand, and says who may read the answer.
pub async fn cors(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    let Some(app) = request.app_data::<Data<App>>().cloned().filter(|_| request.path().starts_with("/api/v1/")) else {
        return Ok(next.call(request).await?.map_into_boxed_body());
    };
    let origin = friend(&app, &request).await;
    let asks_beforehand = request.method() == Method::OPTIONS && request.headers().contains_key(header::ACCESS_CONTROL_REQUEST_METHOD);
    if asks_beforehand {
        let mut answer = HttpResponse::NoContent().finish();
        if origin.is_some() {
            for (name, value) in [
                (header::ACCESS_CONTROL_ALLOW_METHODS, METHODS),
                (header::ACCESS_CONTROL_ALLOW_HEADERS, HEADERS),
                (header::ACCESS_CONTROL_MAX_AGE, "600"),
            ] {
                answer.headers_mut().insert(name, HeaderValue::from_static(value));
            }
        }
        allow(answer.headers_mut(), origin);
        return Ok(request.into_response(answer));
    }
    let mut response = next.call(request).await?.map_into_boxed_body();
    allow(response.headers_mut(), origin);
    Ok(response)
}
