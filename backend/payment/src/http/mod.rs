//! Payments over HTTP: webhooks of providers, the sandbox's extra step, and the operator's view.

pub mod body;
mod operator;
mod provider;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations. They need `Data<App>` and `Data<Gateways>`.
pub fn mount(config: &mut ServiceConfig) {
    operator::mount(config);
    provider::mount(config);
}
