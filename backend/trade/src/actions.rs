//! The only code that writes trades. Each action works in the caller's transaction and takes the
//! trade's row lock first.

mod accept_po;
mod add_document;
mod approve_shipment;
mod cancel_lines;
mod confirm;
mod contracts;
mod decline_po;
mod file_delivery;
mod hold;
mod issue_po;
mod mark_arrived;
mod mark_in_transit;
mod mark_settled;
mod open;
mod record_check;
mod register_item;
mod request_po;
mod return_delivery;
mod set_rules;
mod step;
mod transition;
mod warn_confirmation;

pub use accept_po::accept_po;
pub use add_document::{NewDocument, add_document};
pub use approve_shipment::{Approval, Short, approve_shipment};
pub use cancel_lines::{Cancellation, cancel_lines};
pub use confirm::confirm;
pub use contracts::{end_contract, open_contract};
pub use decline_po::decline_po;
pub use file_delivery::{DeliveredLine, NewDelivery, file_delivery};
pub use hold::{clear_hold, hold};
pub use issue_po::{issue_po, issue_po_overriding};
pub use mark_arrived::mark_arrived;
pub use mark_in_transit::mark_in_transit;
pub use mark_settled::mark_settled;
pub use open::open;
pub use record_check::record_check;
pub use register_item::register_item;
pub use request_po::request_po;
pub use return_delivery::return_delivery;
pub use set_rules::{NewRules, set_rules};
pub use transition::{Transition, transition};
pub use warn_confirmation::warn_confirmation;
