//! From the cart to the captured payment.

mod capture;
mod cart;
mod expire;
mod pay;
mod place;
mod quote;
mod sweep_carts;

pub use capture::{complete, complete_forgotten};
pub use cart::{CartView, view as cart_view};
pub use expire::expire;
pub use pay::{Card, Instrument, pay};
pub use place::{Checkout, NewOrder, OrderedLine, place};
pub use quote::{Wanted, quote};
pub use sweep_carts::sweep_carts;
