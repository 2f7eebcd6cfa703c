//! Tables of the books.

pub mod purchase_order;
pub mod revenue_entry;
pub mod settlement_entry;
pub mod tax_entry;
