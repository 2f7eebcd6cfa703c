//! The audit log: who did what, from where, to which thing, and what was different afterwards.
//!
//! An entry is written in the transaction of the change that it tells of; from a tenant's part it
//! travels by the outbox. Entries are only ever added to and are chained by their hashes, so that
//! an altered or missing one shows. It owns the tables `audit_entry` and `audit_head`, and it
//! refuses to know what the actions mean: their names come from the contexts.

mod cause;
mod chain;
mod entry;
pub mod events;
mod proof;
mod write;

pub use cause::{Actor, ActorKind, Cause, Origin, acting, by_rule, of_request, told_by};
pub use entry::{Change, Changes, Entry, masked_email};
pub use proof::{Fault, Proof, prove};
pub use write::take;
