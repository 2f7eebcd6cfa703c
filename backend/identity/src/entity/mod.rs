//! The tables of this context.

pub mod account;
pub mod account_token;
pub mod consent;
pub mod operator_member;
pub mod refresh_token;
pub mod session;
pub mod signing_key;
