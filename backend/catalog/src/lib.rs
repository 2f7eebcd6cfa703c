//! The catalogue of a company: items with variants, categories and pictures; prices with their
//! periods and history; offers of items to distributors; and listings, by which items, own or of a
//! supplier, are products of the company's shop.
//!
//! It owns what a thing is called, costs and looks like. It refuses to know how many there are
//! (it only repeats what stock said), who bought them, and what the platform takes for it. Whatever
//! others copy of an item changes under a new version number and is told of in the same transaction.

pub mod actions;
mod audit;
pub mod codes;
pub mod entity;
pub mod events;
pub mod http;
pub mod queries;
pub mod rules;
pub mod snapshot;

pub use audit::AUDIT;
pub use codes::CODES;
pub use http::mount;
