//! What crosses contexts, step by step: checkout, capture, the trade from purchase request to
//! settlement, registration of items, postings and mails; and [`reactions`], the one readable
//! list of what happens when something has happened.
//!
//! A flow is a series of local transactions, each idempotent by key and tied to the next by the
//! outbox. No transaction spans two scopes, and no call to the outside is made inside one.

mod approvals;
mod audit;
mod checkout;
mod codes;
mod http;
mod money;
mod names;
mod reactions;
mod supply;
pub mod tenant_life;
mod trades;

pub use approvals::{Person, approve, propose_fee, propose_payout_account, propose_release};
pub use audit::AUDIT;
pub use checkout::{Card, Checkout, Instrument, NewOrder, OrderedLine, Wanted, complete, pay, place, quote};
pub use codes::CODES;
pub use money::{
    provider_transfer::pursue as pursue_payout,
    settle::{Run, settlement_run},
};
pub use reactions::duties;
pub use supply::list as list_offer;
pub use trades::{Step, check as check_gate, step};

use payment::Gateways;
use platform::App;
use utoipa_actix_web::service_config::ServiceConfig;

/// What flows work with.
#[derive(Clone)]
pub struct Flows {
    /// The installation.
    pub app: App,
    /// The payment providers.
    pub gateways: Gateways,
}

impl Flows {
    /// Flows of an installation.
    #[must_use]
    pub const fn new(app: App, gateways: Gateways) -> Self {
        Self { app, gateways }
    }
}

/// Mounts the operations that cross contexts.
pub fn mount(config: &mut ServiceConfig) {
    http::mount(config);
}
