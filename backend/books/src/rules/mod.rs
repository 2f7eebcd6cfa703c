//! What a trade means to the accounts of its two companies, and which ranges of days can be asked for.

mod documents;
mod facts;
mod postings;
#[cfg(test)]
mod properties;
mod range;
#[cfg(test)]
mod tests;

pub use documents::{Amount, Document, Player, documents};
pub use facts::{Contract, FactLine, Party, Role, TradeFacts};
pub use postings::{Postings, RevenueDraft, TaxDraft, postings, reverse};
pub use range::Range;
