//! The verbs of sales, a file each; those of the cart together, because they are small.

mod attach_payment;
pub mod cart;
mod expire;
mod mark_paid;
mod part_changed;
mod place_order;

pub use attach_payment::attach_payment;
pub use expire::expire;
pub use mark_paid::mark_paid;
pub use part_changed::part_changed;
pub use place_order::{NewLine, NewPart, PlaceOrder, PlacedOrder, place_order};
