//! Refunds of payments.

use chrono::{DateTime, Utc};
use kernel::{Currency, PaymentId, RefundId, Result, TradeId};
use platform::{In, Platform, PlatformTx};
use sea_orm::{DeriveActiveEnum, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a refund stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = RefundState)]
pub enum State {
    /// To be submitted, or submitted without a final answer.
    Requested,
    /// On its way to the buyer.
    Succeeded,
    /// Refused, or tried too often; the operator decides.
    Failed,
}

/// A refund.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refund")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: RefundId,
    /// The payment.
    pub payment_id: PaymentId,
    /// The trade, if it is for one.
    pub trade_id: Option<TradeId>,
    /// Idempotency key.
    pub key: String,
    /// The currency.
    pub currency: Currency,
    /// The amount.
    pub amount_minor: i64,
    /// Why.
    pub reason: String,
    /// Where it stands.
    pub state: State,
    /// The provider's reference.
    pub provider_ref: Option<String>,
    /// How often it was submitted.
    pub attempts: i32,
    /// When it is submitted next.
    pub next_at: DateTime<Utc>,
    /// What went wrong last.
    pub last_error: Option<String>,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// When the provider made it.
    pub succeeded_at: Option<DateTime<Utc>>,
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The refund under lock. Error: not found.
pub async fn locked(tx: &PlatformTx, id: RefundId) -> Result<Model> {
    tx.find(Entity::find_by_id(id).lock_exclusive()).await
}

/// The refund of this key.
pub async fn by_key(tx: &PlatformTx, key: &str) -> Result<Option<Model>> {
    tx.one(Entity::find().filter(Column::Key.eq(key))).await
}
