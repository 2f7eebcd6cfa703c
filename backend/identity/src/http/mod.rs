//! The faces of this context.

mod account;
mod body;
mod consent;
mod device;
mod email;
mod operator;
mod passkey;
mod password;
mod second_factor;
mod session;

pub use crate::actions::ChangeMe;
pub use body::SessionAnswer;

use utoipa_actix_web::service_config::ServiceConfig;

/// Mounts the operations. They need in the application's data: `App`, [`crate::Keys`] and
/// `Arc<dyn Companies>`.
pub fn mount(config: &mut ServiceConfig) {
    account::mount(config);
    session::mount(config);
    password::mount(config);
    email::mount(config);
    consent::mount(config);
    second_factor::mount(config);
    passkey::mount(config);
    operator::mount(config);
}
