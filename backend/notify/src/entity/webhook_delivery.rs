//! One event on its way to one endpoint.

use crate::webhooks::EventType;
use chrono::{DateTime, Utc};
use kernel::{CompanyId, WebhookDeliveryId, WebhookEndpointId};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a delivery is on its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = WebhookDeliveryState)]
pub enum State {
    /// Waits for its first or next try.
    Pending,
    /// The endpoint has taken it.
    Delivered,
    /// Every try failed; it can be replayed.
    Failed,
    /// The endpoint was off; it can be replayed.
    Skipped,
}

/// A row of `webhook_delivery`. Its id is the `webhook-id` that the receiver sees, the same with
/// every try and every replay.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_delivery")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: WebhookDeliveryId,
    pub endpoint_id: WebhookEndpointId,
    pub company_id: CompanyId,
    /// The event that it tells of; the same event goes to an endpoint once.
    pub event_key: String,
    pub event_type: EventType,
    /// What it is about; its place among all that this endpoint hears of it.
    pub object: String,
    pub sequence: i64,
    /// The bytes that are signed and sent.
    pub payload: String,
    pub state: State,
    /// Tries since it was made or last replayed, and in all.
    pub tries: i32,
    pub attempts: i32,
    pub next_at: DateTime<Utc>,
    pub created_at: DateTime<Utc>,
    pub delivered_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// One delivery of a company.
#[must_use]
pub fn of(company: CompanyId, id: WebhookDeliveryId) -> Select<Entity> {
    Entity::find_by_id(id).filter(Column::CompanyId.eq(company))
}
