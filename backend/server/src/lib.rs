//! The program: everything put together. The only crate that knows everyone.

mod audit;
mod authority;
mod boot;
mod dead_letters;
mod edge;
mod health;
mod live;
mod meta;
mod methods;
mod mount;
pub mod openapi;
mod pages;
pub mod seed;
pub mod serve;
pub mod tenants;

pub use boot::Madang;
pub use edge::Load;
