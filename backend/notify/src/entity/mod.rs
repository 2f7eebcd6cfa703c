//! The tables of this context.

pub mod mail;
pub mod webhook_attempt;
pub mod webhook_delivery;
pub mod webhook_endpoint;
