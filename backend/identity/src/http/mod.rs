//! The faces of this context.

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations.
pub fn mount(_config: &mut ServiceConfig) {}

/// Mounts a person's own data.
pub fn mount_me(_config: &mut ServiceConfig) {}
