//! The verbs of this context; the only code that writes its table.

mod approve;
mod end;
mod propose;

pub use approve::approve;
pub use end::{expire_overdue, mark_stale, refuse, withdraw};
pub use propose::{NewProposal, propose};
