//! The HTTP operations of this context: the company's face, the shop's product list and pictures.

pub mod body;
mod files;
mod shop;

mod company;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts every operation.
pub fn mount(config: &mut ServiceConfig) {
    company::mount(config);
    shop::mount(config);
    files::mount(config);
}
