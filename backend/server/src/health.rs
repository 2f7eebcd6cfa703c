//! Whether the process lives, and whether it can serve.

use crate::edge::Load;
use actix_web::{HttpResponse, get, web};
use platform::App;

/// The process answers.
#[get("/healthz")]
pub async fn alive() -> HttpResponse {
    HttpResponse::Ok().content_type("text/plain").body("ok")
}

/// The database answers, and the process is not about to stop; Redis is reported, but only costs speed.
#[get("/readyz")]
pub async fn ready(app: web::Data<App>, load: web::Data<Load>) -> HttpResponse {
    if load.draining() {
        return HttpResponse::ServiceUnavailable().json(serde_json::json!({"stopping": true}));
    }
    let redis = match app.cache().alive().await {
        None => "none",
        Some(true) => "ok",
        Some(false) => "down",
    };
    match app.databases().ready().await {
        Ok(()) => HttpResponse::Ok().json(serde_json::json!({"database": "ok", "redis": redis})),
        Err(_) => HttpResponse::ServiceUnavailable().json(serde_json::json!({"database": "down", "redis": redis})),
    }
}
