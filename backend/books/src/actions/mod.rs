//! The verbs of the books, a file each.

mod post_revenue;
mod post_settlement;
mod post_tax;
mod post_trade;
mod purchase_order_changed;
mod purchase_order_delivered;
mod record_purchase_order;
mod refresh_purchase_order;

pub use post_revenue::{NewRevenue, post_revenue};
pub use post_settlement::{NewSettlementEntry, post_settlement};
pub use post_tax::{NewTax, post_tax};
pub use post_trade::{PostedFor, post_trade};
pub use purchase_order_changed::purchase_order_changed;
pub use purchase_order_delivered::purchase_order_delivered;
pub use record_purchase_order::{PoCopy, record_purchase_order};
pub use refresh_purchase_order::refresh_purchase_order;
