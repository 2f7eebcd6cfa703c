//! The architecture, held by ordinary tests: which crate may know which, where the few dangerous
//! things live, what every operation of the API must have, and that generated files are fresh.
//!
//! Most rules only read the tree; `api.rs`, `dictionaries.rs`, `events.rs`, `generated.rs` and `permissions.rs` also ask the
//! program itself. A rule that fails names file and line and says what to do instead.

mod api;
mod audited;
mod callers;
mod concurrency;
mod dictionaries;
mod documents;
mod edges;
mod events;
mod generated;
mod homes;
mod names;
mod permissions;
mod rust;
mod supply;
mod tables;
mod tree;
