//! The ledger: the only place where money moves. Double entry, append-only, hash-chained.
//!
//! It owns the journal and its accounts, escrow, settlements, payouts and the proof. Every move is
//! an [`Entry`] with an idempotency key; [`post`] appends it, the database refuses to change it, a
//! correction is a new entry. What a move writes is planned by pure functions ([`plan`]) out of
//! what the journal holds, so that the same rules are tested without a database.
//!
//! It refuses to know why money moves: trades, payments and companies are ids to it, amounts and
//! names are handed in, and nothing here reads their tables.

mod account;
mod actions;
mod audit;
pub mod chain;
mod codes;
pub mod csv;
pub mod cycle;
pub mod entity;
mod entry;
pub mod events;
pub mod http;
mod number;
pub mod plan;
pub mod proof;
pub mod queries;
mod trade_money;

pub use account::{Account, AccountKind};
pub use actions::{moves, payout, post, settlement};
pub use audit::AUDIT;
pub use codes::CODES;
pub use cycle::Cycle;
pub use entity::{payout::State as PayoutState, settlement_line::Role as SettlementRole};
pub use entry::{Entry, EntryKind, TransferKind};
pub use http::mount;
pub use trade_money::{Leg, TradeMoney};
