//! Prices.

use crate::entity::{PriceKind, price};
use chrono::{DateTime, Utc};
use kernel::{Money, PriceId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A price of a variant in a period.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Price {
    /// Id.
    pub id: PriceId,
    /// Its kind.
    pub kind: PriceKind,
    /// The amount, VAT included.
    pub amount: Money,
    /// The first moment at which it holds.
    pub valid_from: DateTime<Utc>,
    /// The first moment at which it no longer holds; absent while it runs on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<DateTime<Utc>>,
    /// When it was entered.
    pub created_at: DateTime<Utc>,
}

impl From<price::Model> for Price {
    fn from(row: price::Model) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            amount: row.currency.minor(row.amount_minor),
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            created_at: row.created_at,
        }
    }
}

/// A price to be set.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"kind": "selling", "amount": {"minor": 19800, "currency": "KRW"}, "valid_from": "2026-12-01T00:00:00Z"}))]
pub struct NewPrice {
    /// Its kind.
    pub kind: PriceKind,
    /// The amount, VAT included.
    pub amount: Money,
    /// The first moment at which it holds; now unless told.
    pub valid_from: Option<DateTime<Utc>>,
    /// The first moment at which it no longer holds. The price before it goes on from then.
    pub valid_to: Option<DateTime<Utc>>,
}
