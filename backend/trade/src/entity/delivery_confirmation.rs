//! Delivery confirmations: the papers that let the goods go and, in the end, the money. One that
//! was sent back stays, and another is filed in its place.

use chrono::{DateTime, Utc};
use kernel::{AccountId, DeliveryConfirmationId, FileId, TradeId};
use platform::{In, Platform};
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery_confirmation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: DeliveryConfirmationId,
    pub trade_id: TradeId,
    pub filed_at: DateTime<Utc>,
    pub filed_by: Option<AccountId>,
    pub carrier: String,
    pub tracking_number: String,
    pub document_id: Option<FileId>,
    pub document_key: Option<String>,
    pub document_name: Option<String>,
    pub document_type: Option<String>,
    pub document_sha256: Option<String>,
    pub content_sha256: String,
    pub approved_at: Option<DateTime<Utc>>,
    pub approved_by: Option<AccountId>,
    pub returned_at: Option<DateTime<Utc>>,
    pub return_reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The standing confirmations of some trades: those that were not sent back.
pub fn standing(trades: &[TradeId]) -> Select<Entity> {
    Entity::find().filter(Column::TradeId.is_in(trades.iter().copied())).filter(Column::ReturnedAt.is_null())
}
