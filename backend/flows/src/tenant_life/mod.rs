//! The life of a company's data: packed for its owners, unpacked in another installation, and
//! deleted when the company has left.

mod closing;
mod export;
mod law;
mod pack;
pub mod package;
mod unpack;

pub use closing::{Found, Hindrance, close_due, forget, hindrances};
pub use export::{drop_exports, make_exports, pack_company};
pub use law::kept;
pub use unpack::Package;
