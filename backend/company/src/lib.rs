//! Companies: the tenants of Madang with their place, their profile and rules, their members and
//! roles, their programs' keys, what they pay in fees, and whether the operator has verified them.
//!
//! It owns the tables `company`, `member`, `company_role`, `invitation`, `api_key`, `spare_schema` and
//! `fee_rule` of the platform's part, and those of a company's life: `former_slug`, `company_domain`,
//! `company_export`, `company_closure`; and it alone knows where a tenant lives. It refuses to know what a company sells, whom it
//! trades with or who its members are as persons: that is for other contexts.

pub mod actions;
mod api_key;
pub mod audit;
pub mod codes;
pub mod directory;
mod domain_check;
pub mod entity;
pub mod events;
pub mod http;
pub mod picture;
pub mod queries;
pub mod rules;

pub use audit::AUDIT;
pub use codes::CODES;
pub use directory::Directory;
pub use domain_check::look_again as look_at_domains;
pub use entity::{
    company::{self, BankAccount, Model as Company, SettlementCycle as Cycle},
    company_role, export, fee_rule, invitation, member,
};
pub use http::mount;
