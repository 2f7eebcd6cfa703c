//! What a request may cost before it is refused: it comes unpacked, and it is answered in time.
//! How many bytes a body may have, and how long they may take, is asked where bodies are read.

use super::Headers;
use actix_web::{
    HttpResponse, ResponseError,
    body::{BoxBody, MessageBody},
    dev::{ServiceRequest, ServiceResponse},
    http::header,
    middleware::Next,
    web::Data,
};
use kernel::{Problem, code};
use platform::App;
use std::{fmt, time::Duration};

/// Middleware: refuses packed bodies, whose size nobody knows before unpacking them, and gives up
/// a request that takes too long. A transaction that is given up is rolled back. Streams are not
/// concerned: they have begun to answer.
pub async fn limits(request: ServiceRequest, next: Next<impl MessageBody + 'static>) -> Result<ServiceResponse<BoxBody>, actix_web::Error> {
    if request.headers().get(header::CONTENT_ENCODING).is_some_and(|value| !value.as_bytes().eq_ignore_ascii_case(b"identity")) {
        let problem = Problem::new(code::MEDIA_TYPE).detail("send the body unpacked, without Content-Encoding");
        return Ok(request.error_response(problem));
    }
    let seconds = request.app_data::<Data<App>>().map_or(120, |app| app.config().server.answer_timeout_s);
    let headers = request.app_data::<Data<Headers>>().map_or(Headers { https: false }, |data| ***data);
    match tokio::time::timeout(Duration::from_secs(seconds), next.call(request)).await {
        Ok(answer) => Ok(answer?.map_into_boxed_body()),
        Err(_) => Err(Late(headers).into()),
    }
}

/// The request is gone with the handler, so that no middleware sees this answer any more; it brings
/// the headers itself.
#[derive(Debug)]
struct Late(Headers);

impl fmt::Display for Late {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the answer took too long")
    }
}

impl ResponseError for Late {
    fn error_response(&self) -> HttpResponse {
        let mut answer = Problem::new(code::UNAVAILABLE).detail("the answer took too long").answer(None);
        self.0.write("/api/", answer.headers_mut());
        answer
    }
}
