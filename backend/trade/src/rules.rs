//! The machine of a trade: one table of states, actions and actors, with the clock, the money
//! move and the mail that belong to each step. Everything here is pure.

pub mod amounts;
pub mod calendar;
pub mod deadlines;
mod machine;

pub use machine::{Action, INITIAL, Row, State, TABLE, allowed, next, offered, waiting_for};

#[cfg(test)]
mod tests;
