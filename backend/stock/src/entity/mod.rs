//! Tables of stock.

pub mod level;
pub mod reservation;
pub mod stock_move;
