//! The tables of this context.

pub mod mail;
