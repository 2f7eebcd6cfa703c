//! HTTP: the operator's rules, and documents. Trades themselves are shown and moved where their
//! parties, stock and money are joined; the shape in which they are shown lies in [`body`].

pub mod body;
mod company;
mod operator;
mod stored;
mod view;

pub use body::{TradeView, Viewer, view};
use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts this context's operations.
pub fn mount(config: &mut ServiceConfig) {
    company::mount(config);
    operator::mount(config);
}
