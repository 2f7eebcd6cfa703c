//! Stock: how much of each variant is on hand, how much of it is promised to orders, and every
//! move that changed it.
//!
//! It owns stock levels, moves and reservations of one company. A reservation lives with the
//! supplier, because the goods do. It refuses to promise what is not there: whether a reservation
//! is possible is decided by one conditional statement of the database, never by a figure read
//! before. It knows nothing of names and prices; variants and order lines are ids to it.

pub mod actions;
mod codes;
mod entity;
mod events;
mod http;
pub mod queries;
mod rules;

pub use codes::{CODES, UNAVAILABLE};
pub use entity::{level, reservation, stock_move};
pub use events::{ReservationDue, StockChanged};
pub use http::mount;
pub use rules::{Availability, availability};
