//! The faces of the books.

mod body;
mod purchase_orders;
mod revenue;
mod settlements;
mod taxes;

use actix_web::{HttpResponse, http::header};
use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations of this context.
pub fn mount(config: &mut ServiceConfig) {
    purchase_orders::mount(config);
    revenue::mount(config);
    taxes::mount(config);
    settlements::mount(config);
}

/// A CSV file to download.
fn csv(name: &str, content: String) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-store"))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .content_type("text/csv; charset=utf-8")
        .body(content)
}
