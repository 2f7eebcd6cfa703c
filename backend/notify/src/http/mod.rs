//! The faces of this context.

mod body;
mod operator;
mod webhooks;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    operator::mount(config);
    webhooks::mount(config);
}
