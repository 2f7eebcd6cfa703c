//! The steps of a trade: its state, its money and what is owed to the provider move together, in
//! one transaction of the platform's part. What follows in the companies' own schemas are
//! reactions to the event that each step leaves behind.

mod gate;
mod step;
mod sweeps;

pub use gate::check;
pub use step::{Step, step};
pub use sweeps::{confirm_silent, warn_silent};
