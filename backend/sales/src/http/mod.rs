//! The faces of sales.

mod body;
mod company;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations of this context.
pub fn mount(config: &mut ServiceConfig) {
    company::mount(config);
}
