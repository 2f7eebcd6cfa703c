//! Payments over HTTP: webhooks of providers, the sandbox's extra step, and the operator's view.

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations.
pub fn mount(_config: &mut ServiceConfig) {}
