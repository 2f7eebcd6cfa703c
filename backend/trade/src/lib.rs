//! Trades: the shared record of one supplier's part of one order, and the matching key by which
//! every side finds the same fact.
//!
//! It owns the machine of the trade ([`rules`]), registered items and contracts, the gate before a
//! purchase order ([`gate`]), purchase orders, delivery confirmations with their documents, the
//! claims that a cancellation or a short delivery opens, and the operator's rules.
//!
//! It refuses every step that its table does not know, any change of what was frozen when the
//! order was paid, and any look into another context: money moves, stock, mails and the companies'
//! own copies follow from its events.

pub mod actions;
mod audit;
pub mod codes;
pub mod contract;
pub mod draft;
pub mod entity;
pub mod events;
pub mod gate;
pub mod http;
mod numbers;
pub mod queries;
pub mod registration;
pub mod rules;

pub use actions::{Approval, Cancellation, DeliveredLine, NewDelivery};
pub use audit::AUDIT;
pub use codes::CODES;
pub use contract::{Address, Buyer, ContractKind, Visibility};
pub use draft::{DraftLine, TradeDraft};
pub use entity::{trade::Model as Trade, trade_line::Model as TradeLine};
pub use gate::Finding;
pub use http::mount;
pub use queries::TradeFull;
pub use rules::{Action, State};
