//! Payments of orders.

use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, Money, OrderId, PaymentId, Result};
use platform::{In, Platform, PlatformTx};
use sea_orm::{DeriveActiveEnum, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a payment stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = PaymentState)]
pub enum State {
    /// Nobody has tried to pay yet.
    Created,
    /// An attempt is under way, or its outcome is not known.
    Pending,
    /// The money is there.
    Captured,
    /// The last attempt was refused; another may be made.
    Failed,
    /// Given up.
    Cancelled,
    /// The money is there, but not as it should be; the operator decides.
    Held,
}

/// A payment.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PaymentId,
    /// The order.
    pub order_id: OrderId,
    /// The order's number.
    pub order_number: String,
    /// The company whose shop took the order.
    pub seller_id: CompanyId,
    /// The provider.
    pub gateway: String,
    /// The provider's reference.
    pub provider_ref: Option<String>,
    /// Where it stands.
    pub state: State,
    /// The currency of the order.
    pub currency: Currency,
    /// What is to be paid.
    pub amount_minor: i64,
    /// What was captured.
    pub captured_minor: i64,
    /// In which currency; another than the order's is held.
    pub captured_currency: Option<Currency>,
    /// What of it was given back or is about to be.
    pub refunded_minor: i64,
    /// Why the last attempt was refused.
    pub failure: Option<String>,
    /// Why it is or was held.
    pub hold_reason: Option<String>,
    /// All that completing the order needs.
    #[sea_orm(column_type = "JsonBinary")]
    pub draft: Json,
    /// Until when it can be paid.
    pub expires_at: DateTime<Utc>,
    /// When the money came.
    pub captured_at: Option<DateTime<Utc>>,
    /// When the order was completed from it.
    pub completed_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    /// Counts the changes.
    pub version: i64,
}

impl Model {
    /// What is to be paid.
    #[must_use]
    pub const fn amount(&self) -> Money {
        self.currency.minor(self.amount_minor)
    }

    /// What was captured.
    #[must_use]
    pub fn captured(&self) -> Money {
        self.captured_currency.unwrap_or(self.currency).minor(self.captured_minor)
    }
}

/// None.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The payment under lock. Error: not found.
pub async fn locked(tx: &PlatformTx, id: PaymentId) -> Result<Model> {
    tx.find(Entity::find_by_id(id).lock_exclusive()).await
}

/// Whether another payment of the order was captured.
pub async fn captured_otherwise(tx: &PlatformTx, payment: &Model) -> Result<bool> {
    let others =
        Entity::find().filter(Column::OrderId.eq(payment.order_id)).filter(Column::State.eq(State::Captured)).filter(Column::Id.ne(payment.id));
    Ok(tx.one(others).await?.is_some())
}
