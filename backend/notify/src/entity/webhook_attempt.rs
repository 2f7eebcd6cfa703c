//! One try of a delivery, and what came back.

use chrono::{DateTime, Utc};
use kernel::WebhookDeliveryId;
use platform::{In, Platform};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};

/// A row of `webhook_attempt`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_attempt")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub delivery_id: WebhookDeliveryId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub number: i32,
    pub at: DateTime<Utc>,
    /// The HTTP status, if there was an answer.
    pub status: Option<i16>,
    /// Why there was none.
    pub error: Option<String>,
    /// How the answer begins.
    pub answer: String,
    pub duration_ms: i32,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The latest tries of a delivery, the newest first.
#[must_use]
pub fn latest(delivery: WebhookDeliveryId, limit: u64) -> Select<Entity> {
    Entity::find().filter(Column::DeliveryId.eq(delivery)).order_by_desc(Column::Number).limit(limit)
}
