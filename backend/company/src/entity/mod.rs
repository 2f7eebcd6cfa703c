//! The tables of this context.

pub mod company;
pub mod fee_rule;
pub mod member;
pub mod spare_schema;
