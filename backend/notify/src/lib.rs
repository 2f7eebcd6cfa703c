//! What leaves the house: mail to people and webhooks to programs.
//!
//! It owns the tables `mail`, `webhook_endpoint`, `webhook_delivery` and `webhook_attempt` of the
//! platform's part, and every word of every mail. It refuses to decide when a mail or a webhook is
//! due: flows say so, and give what is to be in it. Either is written down first and sent later, so
//! that a stopped receiver loses nothing.

pub mod actions;
mod audit;
mod codes;
pub mod entity;
pub mod events;
pub mod http;
pub mod queries;
mod rules;
mod template;
mod webhooks;
mod words;

pub use actions::Message;
pub use audit::AUDIT;
pub use codes::CODES;
pub use entity::mail;
pub use http::mount;
pub use template::Template;
pub use webhooks::EventType;
