//! The tables of payments, and those of the built-in sandbox provider.

pub mod payment;
pub mod refund;
pub mod sandbox_charge;
pub mod sandbox_refund;
pub mod sandbox_transfer;
pub mod webhook;
