//! Public pictures. Keys follow from the content, so an answer may be kept for ever. Only pictures
//! under the public folders are given out, with a type that we say, not one that a browser guesses.

use crate::rules::picture::public_type;
use actix_web::{
    HttpRequest, HttpResponse, get,
    http::header,
    web::{Data, Path},
};
use kernel::{Problem, Result};
use platform::{App, http::Visitor};
use utoipa_actix_web::service_config::ServiceConfig;

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// Read a public picture.
#[utoipa::path(operation_id = "open.file.read", params(("key" = String, Path, description = "The picture's key; it has slashes.")),
    responses((status = 200, content((Vec<u8> = "image/webp"), (Vec<u8> = "image/png"), (Vec<u8> = "image/jpeg"))), (status = 304)))]
#[get("/files/{key:.*}")]
async fn read(app: Data<App>, _who: Visitor, key: Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let content_type = public_type(&key).ok_or_else(Problem::not_found)?;
    let tag = format!("\"{}\"", *key);
    let seen = request.headers().get(header::IF_NONE_MATCH).and_then(|value| value.to_str().ok());
    if seen.is_some_and(|seen| seen.split(',').any(|seen| seen.trim().trim_start_matches("W/") == tag)) {
        return Ok(HttpResponse::NotModified().insert_header((header::ETAG, tag)).insert_header((header::CACHE_CONTROL, FOR_EVER)).finish());
    }
    let bytes = app.storage().get(&key).await?;
    Ok(HttpResponse::Ok()
        .content_type(content_type)
        .insert_header((header::CACHE_CONTROL, FOR_EVER))
        .insert_header((header::ETAG, tag))
        .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
        .insert_header((header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"))
        .body(bytes))
}

pub fn mount(config: &mut ServiceConfig) {
    config.service(read);
}
