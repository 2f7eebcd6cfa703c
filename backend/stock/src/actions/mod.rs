//! The verbs of stock, a file each.

mod adjust;
mod firm;
mod open_level;
mod receive;
mod release;
mod reserve;
mod set_reorder_point;
mod ship;
mod tell;

pub use adjust::{Adjustment, adjust};
pub use firm::firm;
pub use open_level::open_level;
pub use receive::{Receipt, receive};
pub use release::{release, release_expired, release_held};
pub use reserve::{ReserveLine, reserve};
pub use set_reorder_point::set_reorder_point;
pub use ship::ship;
