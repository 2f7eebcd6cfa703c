//! Webhooks that were received, each once.

use chrono::{DateTime, Utc};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

/// A webhook.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook")]
pub struct Model {
    /// The provider.
    #[sea_orm(primary_key, auto_increment = false)]
    pub gateway: String,
    /// The provider's id of it.
    #[sea_orm(primary_key, auto_increment = false)]
    pub event_id: String,
    /// What it tells of.
    pub kind: String,
    /// The intent that it tells of.
    pub provider_ref: Option<String>,
    /// All that it says.
    #[sea_orm(column_type = "JsonBinary")]
    pub payload: Json,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// When its cause was looked into.
    pub handled_at: Option<DateTime<Utc>>,
    /// What came of it.
    pub outcome: Option<String>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}
