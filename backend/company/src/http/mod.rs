//! The faces of this context.

mod address;
mod api_keys;
mod body;
mod directory;
mod exports;
mod fees;
mod open;
mod operator;
mod profile;
mod registration;
mod roles;

pub use body::Company;
pub use roles::grantor;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    open::mount(config);
    registration::mount(config);
    profile::mount(config);
    roles::mount(config);
    api_keys::mount(config);
    address::mount(config);
    exports::mount(config);
    directory::mount(config);
    operator::mount(config);
    fees::mount(config);
}
