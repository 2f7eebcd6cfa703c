//! The ledger over HTTP: a company's settlements and payouts, and the operator's view of all money.

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations.
pub fn mount(_config: &mut ServiceConfig) {}
