//! Books: one company's own copies of what its trades mean to its accounts.
//!
//! It owns purchase orders given and received, revenue, tax and settlement entries. All of them
//! are written from facts that happened elsewhere, under the trade's matching key, and nobody
//! types them in. It refuses to change what was posted: a correction is a new, negative entry. It
//! moves no money; the ledger does.

pub mod actions;
mod codes;
mod entity;
mod export;
mod http;
pub mod queries;
pub mod rules;

pub use codes::CODES;
pub use entity::{purchase_order, revenue_entry, settlement_entry, tax_entry};
pub use http::mount;
