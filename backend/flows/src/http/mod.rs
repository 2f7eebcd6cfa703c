//! The operations that cross contexts, a file per face and noun.

mod approvals;
mod bulk;
mod cart;
mod closure;
mod company_trades;
mod deletion;
mod invitations;
mod listings;
mod me;
mod members;
mod operator_trades;
mod orders;
mod payments;
mod payouts;
mod settlement;
mod supply;
mod tokens;
mod trade_answer;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// No content is needed: send `{}`.
#[derive(Clone, Copy, Debug, Default, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Nothing {}

/// A reason in words.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reason {
    /// Why, for the timeline and the mails.
    #[schema(min_length = 1, max_length = 500, example = "재고가 상해서 보낼 수 없습니다.")]
    pub reason: String,
}

impl Reason {
    /// The trimmed reason. Error: empty or too long.
    pub fn checked(&self) -> kernel::Result<String> {
        let text = self.reason.trim();
        match text.chars().count() {
            1..=500 => Ok(text.to_owned()),
            0 => Err(kernel::Problem::invalid("reason", "required")),
            _ => Err(kernel::Problem::invalid("reason", "too_long")),
        }
    }
}

/// Mounts them all.
pub fn mount(config: &mut ServiceConfig) {
    cart::mount(config);
    orders::mount(config);
    company_trades::mount(config);
    operator_trades::mount(config);
    bulk::mount(config);
    approvals::mount(config);
    supply::mount(config);
    listings::mount(config);
    me::mount(config);
    deletion::mount(config);
    closure::mount(config);
    members::mount(config);
    invitations::mount(config);
    settlement::mount(config);
    payments::mount(config);
    payouts::mount(config);
}
