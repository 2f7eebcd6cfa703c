//! `orders`: what a buyer ordered, as the seller records it.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CartId, Currency, CustomerId, Locale, Money, OrderId, PaymentId};
use platform::{In, Tenant};
use sea_orm::{FromJsonQueryResult, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// How far an order is. What happens after the payment is told by its parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = OrderState)]
pub enum State {
    /// Placed; goods are held for a limited time.
    PendingPayment,
    /// The money is in escrow.
    Paid,
    /// Not paid in time.
    Expired,
    /// Every part was cancelled.
    Cancelled,
}

impl State {
    /// The word for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::PendingPayment => "pending_payment",
            Self::Paid => "paid",
            Self::Expired => "expired",
            Self::Cancelled => "cancelled",
        }
    }
}

/// Who orders.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, FromJsonQueryResult)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "김하늘", "email": "haneul@example.com", "phone": "010-1234-5678"}))]
pub struct Buyer {
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    #[schema(min_length = 3, max_length = 254)]
    pub email: String,
    #[schema(min_length = 7, max_length = 20)]
    pub phone: String,
}

/// Where it is to be delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, FromJsonQueryResult)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"name": "김하늘", "phone": "010-1234-5678", "postcode": "04524", "address1": "서울특별시 중구 세종대로 110", "address2": "3층", "country": "KR", "note": "문 앞에 놓아 주세요"}))]
pub struct Address {
    #[schema(min_length = 1, max_length = 80)]
    pub name: String,
    #[schema(min_length = 7, max_length = 20)]
    pub phone: String,
    #[schema(min_length = 3, max_length = 10)]
    pub postcode: String,
    #[schema(min_length = 1, max_length = 200)]
    pub address1: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub address2: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[schema(pattern = "^[A-Z]{2}$")]
    pub country: String,
    /// A word to the carrier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schema(max_length = 200)]
    pub note: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "orders")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: OrderId,
    pub number: String,
    /// The caller's idempotency key.
    pub checkout_key: Option<String>,
    pub token_hash: String,
    /// The cart it came from; nothing for what was bought at once.
    pub cart_id: Option<CartId>,
    pub account_id: Option<AccountId>,
    /// Known once the order is paid.
    pub customer_id: Option<CustomerId>,
    pub state: State,
    pub locale: Locale,
    #[sea_orm(column_type = "JsonBinary")]
    pub buyer: Buyer,
    #[sea_orm(column_type = "JsonBinary")]
    pub ship_to: Address,
    pub note: Option<String>,
    pub currency: Currency,
    pub goods_minor: i64,
    pub delivery_minor: i64,
    /// Contained in the total.
    pub vat_minor: i64,
    pub total_minor: i64,
    pub payment_id: Option<PaymentId>,
    pub placed_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub paid_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}

impl Model {
    /// What the buyer pays.
    #[must_use]
    pub const fn total(&self) -> Money {
        self.currency.minor(self.total_minor)
    }
}
