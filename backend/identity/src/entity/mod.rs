//! The tables of this context.

pub mod account;
pub mod account_token;
pub mod consent;
pub mod departed_account;
pub mod operator_member;
pub mod passkey;
pub mod passkey_challenge;
pub mod recovery_code;
pub mod refresh_token;
pub mod second_factor;
pub mod session;
pub mod signing_key;
