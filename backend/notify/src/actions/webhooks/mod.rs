//! The verbs of outgoing webhooks.

mod add;
mod change;
mod prune;
mod record;
mod remove;
mod replay;
mod rotate;
mod send;

pub use add::{NewEndpoint, add};
pub use change::{EndpointChange, change};
pub use prune::prune;
pub use record::{Occurrence, record, test};
pub use remove::{remove, remove_all};
pub use replay::{Replay, replay, replay_one};
pub use rotate::{Rotation, end_overlap, rotate};
pub use send::send_due;

use crate::{
    entity::{webhook_delivery as delivery, webhook_endpoint as endpoint},
    webhooks::EventType,
};
use kernel::{CompanyId, Problem, Result, WebhookEndpointId};
use platform::{PlatformTx, config::SecretConfig, seal};
use sea_orm::{
    ColumnTrait, EntityTrait, QueryFilter, QuerySelect,
    sea_query::{Expr, LockType},
};

/// What the seals of secrets are for.
const PURPOSE: &str = "webhook";
/// Characters of a description.
const LONGEST_DESCRIPTION: usize = 200;

/// An endpoint of a company, locked until the transaction ends.
async fn locked(tx: &PlatformTx, company: CompanyId, id: WebhookEndpointId) -> Result<endpoint::Model> {
    tx.find(endpoint::of(company, id).lock(LockType::NoKeyUpdate)).await
}

fn sealed(config: &SecretConfig, id: WebhookEndpointId, secret: &[u8]) -> Result<Vec<u8>> {
    seal::seal(config, PURPOSE, id.uuid(), secret)
}

fn opened(config: &SecretConfig, id: WebhookEndpointId, sealed: &[u8]) -> Result<Vec<u8>> {
    seal::open(config, PURPOSE, id.uuid(), sealed)
}

/// What waits for an endpoint that is switched off waits no longer; it can be replayed.
async fn skip_waiting(tx: &PlatformTx, id: WebhookEndpointId) -> Result<()> {
    let update = delivery::Entity::update_many()
        .col_expr(delivery::Column::State, Expr::value(delivery::State::Skipped))
        .filter(delivery::Column::EndpointId.eq(id))
        .filter(delivery::Column::State.eq(delivery::State::Pending));
    tx.update_many(update).await.map(drop)
}

fn description(text: &str) -> Result<String> {
    let text = text.trim();
    if text.chars().count() > LONGEST_DESCRIPTION {
        return Err(Problem::invalid("description", "too_long"));
    }
    if text.chars().any(char::is_control) {
        return Err(Problem::invalid("description", "malformed"));
    }
    Ok(text.to_owned())
}

/// The chosen types, each once and in their order.
fn event_types(chosen: &[EventType]) -> Result<endpoint::EventTypes> {
    if chosen.contains(&EventType::Test) {
        return Err(Problem::invalid("event_types", "not_for_choice"));
    }
    let types: Vec<EventType> = EventType::choices().filter(|kind| chosen.contains(kind)).collect();
    if types.is_empty() { Err(Problem::invalid("event_types", "required")) } else { Ok(endpoint::EventTypes(types)) }
}
