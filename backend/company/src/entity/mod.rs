//! The tables of this context.

pub mod closure;
pub mod company;
pub mod domain;
pub mod export;
pub mod fee_rule;
pub mod former_slug;
pub mod member;
pub mod spare_schema;
