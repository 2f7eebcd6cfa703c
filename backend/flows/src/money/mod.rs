//! Settlement and payouts across companies.

pub mod provider_transfer;
pub mod settle;
