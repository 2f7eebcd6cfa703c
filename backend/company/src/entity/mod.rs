//! The tables of this context.

pub mod api_key;
pub mod company;
pub mod company_role;
pub mod fee_rule;
pub mod invitation;
pub mod member;
pub mod spare_schema;
