//! HTTP glue: strict bodies and queries, answers, who is calling, trace ids.

mod answer;
mod body;
mod client;
mod door;
mod limits;
mod trace;
mod who;

pub use answer::{created, no_content, ok, versioned};
pub use body::{Body, FileBody, IfMatch, PathId, QUERY_TEXT_LENGTH, Query};
pub use client::{Proxies, client_address};
pub use trace::trace;
pub use who::{Authority, KEY_PREFIX, Member, Operator, Place, Program, Recent, Session, Shop, ShopEvenClosed, SignedIn, Visitor};
