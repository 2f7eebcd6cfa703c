//! The tables of the ledger.

pub mod chain_head;
pub mod ledger_account;
pub mod payout;
pub mod payout_batch;
pub mod settlement;
pub mod settlement_line;
pub mod transfer;
