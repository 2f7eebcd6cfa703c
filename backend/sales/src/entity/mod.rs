//! Tables of sales.

pub mod cart;
pub mod cart_line;
pub mod customer;
pub mod order;
pub mod order_line;
pub mod order_part;
