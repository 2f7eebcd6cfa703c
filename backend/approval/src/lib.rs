//! The two-person rule: what moves money elsewhere is proposed by one person and approved by
//! another, before it expires and only as long as what it was about is still the same.
//!
//! It owns the table `proposal` of the platform's part, whose checks hold the rule whatever the
//! code does. It refuses to know what is proposed and who may approve it: flows say so, and carry
//! out what was approved in the same transaction.

pub mod actions;
mod audit;
mod codes;
mod entity;
pub mod events;
pub mod queries;

pub use audit::AUDIT;
pub use codes::{
    CODES, NOTHING_TO_PROPOSE as UNCHANGED, PROPOSAL_ELSEWHERE as ELSEWHERE, PROPOSAL_INTERESTED as INTERESTED, PROPOSAL_OWN as OWN,
    PROPOSAL_STALE as STALE, PROPOSAL_TOO_NEW as TOO_NEW,
};
pub use entity::proposal::{self, Kind, Model as Proposal, Side, State};
