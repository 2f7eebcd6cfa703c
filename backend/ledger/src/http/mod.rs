//! The ledger over HTTP: a company's settlements and payouts, and the operator's view of all money.

pub mod body;
mod company;
pub mod journal;
mod ledger;
mod operator;
mod statement;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    company::mount(config);
    operator::mount(config);
    ledger::mount(config);
}
