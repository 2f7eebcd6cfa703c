//! The trace id of a request: in the `Trace-Id` header of every answer, in every problem and in
//! the log, and with the client's address in what the audit log tells of the request. Problems are given their final body here, because only here the id is known.

use super::client_address;
use crate::audit::{self, Origin};
use actix_web::{
    Error,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header::{self, HeaderName, HeaderValue},
    middleware::Next,
};
use kernel::Problem;

/// Middleware; wrap it around everything.
pub async fn trace(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, Error> {
    let trace_id = uuid::Uuid::now_v7().simple().to_string();
    // The request itself must not be held while it is handled, so what the log needs is copied.
    let (method, path) = (request.method().clone(), request.path().to_owned());
    let agent = request.headers().get(header::USER_AGENT).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let address = Some(client_address(request.request())).filter(|address| !address.is_empty());
    let origin = Origin { address, agent, trace_id: Some(trace_id.clone()) };
    let response = audit::of_request(origin, next.call(request)).await?.map_into_boxed_body();
    let problem = response.response().error().and_then(|error| error.as_error::<Problem>()).cloned();
    let mut response = match problem {
        Some(problem) => {
            if problem.code.status >= 500 {
                tracing::error!(%trace_id, %method, path, %problem, "a request failed");
            }
            response.into_response(problem.answer(Some(trace_id.clone())))
        }
        None => response,
    };
    super::limits::tell(&mut response);
    if let Ok(value) = HeaderValue::from_str(&trace_id) {
        response.headers_mut().insert(HeaderName::from_static("trace-id"), value);
    }
    Ok(response)
}
