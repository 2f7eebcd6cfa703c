//! Machinery without business: scopes and transactions, outbox and worker, the audit log, cache, limits, live
//! updates, mail, clock, files, settings and HTTP glue.
//!
//! It owns how things are done, not what is done: no word of trade, money or shops stands here.

mod app;
pub mod audit;
pub mod cache;
pub mod clock;
pub mod config;
pub mod dns;
pub mod event;
pub mod http;
pub mod limiter;
pub mod live;
pub mod mail;
mod once;
pub mod scope;
pub mod seal;
pub mod secret;
pub mod storage;
mod wake;
pub mod worker;

pub use app::App;
pub use event::{Delivery, Event};
pub use once::Once;
pub use scope::{In, Platform, PlatformTx, Tenant, TenantTx, Tx};
