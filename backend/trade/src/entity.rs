//! One file per table: its columns and its scoped finders.

pub mod claim;
pub mod contract;
pub mod delivery_confirmation;
pub mod delivery_line;
pub mod document;
pub mod gate_check;
pub mod operator_rule;
pub mod purchase_order;
pub mod registered_item;
pub mod registered_version;
pub mod trade;
pub mod trade_event;
pub mod trade_line;
