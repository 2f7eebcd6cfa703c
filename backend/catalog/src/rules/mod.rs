//! Pure rules of the catalogue: periods of prices, floors and margins, addresses of products,
//! trees of categories, keys of pictures, and what a field may hold. No async, no SQL, no clock.

pub mod check;
pub mod margin;
pub mod period;
pub mod picture;
pub mod slug;
pub mod stock;
pub mod tree;

pub use stock::stock_class;
