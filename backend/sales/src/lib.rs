//! Sales: the carts and orders of one company's shop, and the customers that came of them.
//!
//! It owns carts, orders with their parts and lines, and customers. An order is the seller's own
//! record; a part of it bears the id of its trade and repeats the trade's state as last heard. It
//! refuses to look anything up again: names, prices, supply prices and tax classes are frozen on
//! the lines when the order is placed. It moves no money and no goods.

pub mod actions;
mod codes;
mod entity;
mod events;
mod http;
pub mod queries;
pub mod rules;
pub mod token;
mod validity;

pub use codes::CODES;
pub use entity::{cart, cart_line, customer, order, order_line, order_part};
pub use events::{OrderExpiryDue, OrderPlaced};
pub use http::mount;
pub use order::{Address, Buyer, State as OrderState};
