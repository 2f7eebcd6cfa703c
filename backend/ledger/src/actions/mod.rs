//! The only code of the ledger that writes.

pub mod moves;
pub mod payout;
mod post;
pub mod settlement;

pub use post::post;
