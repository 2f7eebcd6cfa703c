//! Settlement and payouts across companies.

pub mod settle;
