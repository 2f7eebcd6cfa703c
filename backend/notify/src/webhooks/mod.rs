//! What outgoing webhooks are made of, by the Standard Webhooks specification 1.0.0: the types of
//! events, the secret and the signature, and the way out of the house.

mod event_type;
mod signature;
pub(crate) mod target;

pub use event_type::EventType;
pub(crate) use signature::{new_secret, shown, sign};
