//! The verbs of this context; the only code that writes its tables.

mod enqueue;
mod retry;
mod send_due;
pub mod webhooks;

pub use enqueue::{Message, enqueue};
pub use retry::retry;
pub use send_due::send_due;
