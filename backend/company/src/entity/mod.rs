//! The tables of this context.

pub mod api_key;
pub mod closure;
pub mod company;
pub mod company_role;
pub mod domain;
pub mod export;
pub mod fee_rule;
pub mod former_slug;
pub mod invitation;
pub mod member;
pub mod spare_schema;
