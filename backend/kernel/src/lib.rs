//! The vocabulary that every part of Madang speaks: typed ids, money, tax classes, error codes and
//! problems, actors, permissions, functions, locales and pages.
//!
//! It owns words, not work: nothing here reads a clock, a database, a file or the environment.
//! It stays small, because a change here re-checks everything.

mod actor;
mod audit;
pub mod code;
mod function;
mod held_role;
mod id;
mod locale;
mod money;
mod page;
mod permission;
mod problem;
mod tax;

pub use actor::{Actor, ActorKind};
pub use audit::AuditAction;
pub use code::{Code, KERNEL_CODES};
pub use function::Function;
pub use held_role::HeldRole;
pub use id::*;
pub use locale::Locale;
pub use money::{Currency, Money, MoneyError, divide_half_away, split};
pub use page::{Cursor, Page, PageQuery};
pub use permission::{Need, OperatorRole, Permission, Role, need};
pub use problem::{FieldProblem, Problem, ProblemBody, Result};
pub use tax::{TaxClass, TaxRule};
