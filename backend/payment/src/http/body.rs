//! The JSON shapes of payments and refunds.

use crate::{
    entity::{payment, refund},
    sandbox::ChallengeOutcome,
};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Money, OrderId, PaymentId, RefundId, TradeId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A payment as the operator sees it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Payment {
    /// Its id.
    pub id: PaymentId,
    /// The order.
    pub order_id: OrderId,
    /// The order's number.
    pub order_number: String,
    /// The company whose shop took the order.
    pub seller_id: CompanyId,
    /// The provider.
    #[schema(example = "sandbox")]
    pub gateway: String,
    /// The provider's reference.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub provider_ref: Option<String>,
    /// Where it stands.
    pub state: payment::State,
    /// What is to be paid.
    pub amount: Money,
    /// What was captured.
    pub captured: Money,
    /// What of it was given back or is about to be.
    pub refunded: Money,
    /// Why the last attempt was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<String>,
    /// Why it is or was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold_reason: Option<String>,
    /// Until when it can be paid.
    pub expires_at: DateTime<Utc>,
    /// When the money came.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub captured_at: Option<DateTime<Utc>>,
    /// When the order was completed from it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completed_at: Option<DateTime<Utc>>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// Counts the changes.
    pub version: i64,
}

impl From<payment::Model> for Payment {
    fn from(row: payment::Model) -> Self {
        let captured = row.captured();
        Self {
            id: row.id,
            order_id: row.order_id,
            seller_id: row.seller_id,
            state: row.state,
            amount: row.amount(),
            captured,
            refunded: captured.currency.minor(row.refunded_minor),
            order_number: row.order_number,
            gateway: row.gateway,
            provider_ref: row.provider_ref,
            failure: row.failure,
            hold_reason: row.hold_reason,
            expires_at: row.expires_at,
            captured_at: row.captured_at,
            completed_at: row.completed_at,
            created_at: row.created_at,
            version: row.version,
        }
    }
}

/// A payment with its refunds and what its provider told.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct PaymentDetail {
    /// The payment.
    #[serde(flatten)]
    pub payment: Payment,
    /// Its refunds.
    pub refunds: Vec<Refund>,
    /// The webhooks that came for it.
    pub webhooks: Vec<Webhook>,
}

/// A webhook that was received.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = PaymentWebhook)]
pub struct Webhook {
    /// The provider's id of it.
    pub event_id: String,
    /// What it tells of.
    pub kind: String,
    /// When it came.
    pub received_at: DateTime<Utc>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
}

/// A refund.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Refund {
    /// Its id.
    pub id: RefundId,
    /// The payment.
    pub payment_id: PaymentId,
    /// The trade, if it is for one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_id: Option<TradeId>,
    /// The amount.
    pub amount: Money,
    /// Why.
    pub reason: String,
    /// Where it stands.
    pub state: refund::State,
    /// How often it was submitted.
    pub attempts: i32,
    /// When it is submitted next, while it is requested.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_at: Option<DateTime<Utc>>,
    /// What went wrong last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_error: Option<String>,
    /// When it was asked for.
    pub created_at: DateTime<Utc>,
    /// When the provider made it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub succeeded_at: Option<DateTime<Utc>>,
}

impl From<refund::Model> for Refund {
    fn from(row: refund::Model) -> Self {
        Self {
            id: row.id,
            payment_id: row.payment_id,
            trade_id: row.trade_id,
            amount: row.currency.minor(row.amount_minor),
            reason: row.reason,
            state: row.state,
            attempts: row.attempts,
            next_at: (row.state == refund::State::Requested).then_some(row.next_at),
            last_error: row.last_error,
            created_at: row.created_at,
            succeeded_at: row.succeeded_at,
        }
    }
}

/// What the payer decides.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChallengeDecision {
    /// What the payer decides.
    pub outcome: ChallengeOutcome,
}

/// Where the payer goes now.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ChallengeAnswer {
    /// The address.
    pub return_url: String,
}

/// Nothing.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NoFields)]
pub struct Empty {}
