//! Makes a payment for an order, and remembers the provider's reference.

use crate::entity::payment::{self, Model, State};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, OrderId, PaymentId, Result};
use platform::PlatformTx;
use sea_orm::{ActiveValue::Set, entity::prelude::*};

/// A payment to be made.
#[derive(Clone, Debug)]
pub struct NewPayment {
    /// Its id, chosen by the order.
    pub id: PaymentId,
    /// The order.
    pub order_id: OrderId,
    /// The order's number.
    pub order_number: String,
    /// The company whose shop took the order.
    pub seller_id: CompanyId,
    /// The provider.
    pub gateway: String,
    /// The currency.
    pub currency: Currency,
    /// What is to be paid; above zero.
    pub amount_minor: i64,
    /// All that completing the order needs.
    pub draft: serde_json::Value,
    /// Until when it can be paid.
    pub expires_at: DateTime<Utc>,
}

/// Makes the payment; repeated with the same id, the one that stands is returned.
pub async fn create(tx: &PlatformTx, new: NewPayment) -> Result<Model> {
    if let Some(row) = tx.one(payment::Entity::find_by_id(new.id)).await? {
        return Ok(row);
    }
    let row = payment::ActiveModel {
        id: Set(new.id),
        order_id: Set(new.order_id),
        order_number: Set(new.order_number),
        seller_id: Set(new.seller_id),
        gateway: Set(new.gateway),
        provider_ref: Set(None),
        state: Set(State::Created),
        currency: Set(new.currency),
        amount_minor: Set(new.amount_minor),
        captured_minor: Set(0),
        captured_currency: Set(None),
        refunded_minor: Set(0),
        failure: Set(None),
        hold_reason: Set(None),
        draft: Set(new.draft),
        expires_at: Set(new.expires_at),
        captured_at: Set(None),
        completed_at: Set(None),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        version: Set(1),
    };
    tx.insert(row).await
}

/// Remembers the provider's reference; the first one stays.
pub async fn started(tx: &PlatformTx, id: PaymentId, provider_ref: &str) -> Result<Model> {
    let payment = payment::locked(tx, id).await?;
    if payment.provider_ref.is_some() {
        return Ok(payment);
    }
    let change = payment::ActiveModel {
        id: Set(id),
        provider_ref: Set(Some(provider_ref.to_owned())),
        updated_at: Set(tx.now()),
        version: Set(payment.version + 1),
        ..Default::default()
    };
    tx.update(change).await
}
