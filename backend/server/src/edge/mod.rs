//! The edge: what every request passes before anything is known of it, and what every answer
//! carries, whoever gave it.

mod cors;
mod headers;
mod hosts;
mod limits;
mod load;
mod span;

pub use cors::cors;
pub use headers::{Headers, secure};
pub use hosts::{Place, known_host, place};
pub use limits::limits;
pub use load::{Load, admit};
pub use span::Quiet;
