//! The operator decides on held money.

use crate::{
    actions::{capture::announce, refund_unmatched},
    audit::PAYMENT_RESOLVED,
    codes,
    entity::payment::{self, Model, State},
};
use kernel::{PaymentId, Result};
use platform::{PlatformTx, audit::Entry};
use sea_orm::ActiveValue::Set;
use serde::{Deserialize, Serialize};
use serde_json::json;
use utoipa::ToSchema;

/// What is done with held money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// All of it goes back.
    Refund,
    /// The order is completed; what is more than its price goes back.
    Accept,
}

/// Carries the decision out. Errors: it is not held; it cannot be accepted, because the amount is
/// too small, in another currency, or the order is paid already.
pub async fn resolve(tx: &PlatformTx, id: PaymentId, decision: Decision, reason: &str) -> Result<Model> {
    let payment = payment::locked(tx, id).await?;
    if payment.state != State::Held {
        return Err(codes::NOT_HELD.into());
    }
    let before = json!({"state": payment.state});
    let resolved = match decision {
        Decision::Refund => {
            let (captured, why) = (payment.captured(), why(&payment));
            let payment = set(tx, &payment, State::Cancelled, reason).await?;
            if captured.minor > 0 {
                refund_unmatched(tx, id, captured, &why).await?;
            }
            payment
        }
        Decision::Accept => accept(tx, payment, reason).await?,
    };
    let entry = Entry::new(PAYMENT_RESOLVED, id, &resolved.order_number).of(resolved.seller_id).because(reason);
    tx.record(entry.changed(before, json!({"state": resolved.state, "decision": decision}))).await?;
    Ok(resolved)
}

async fn accept(tx: &PlatformTx, payment: Model, reason: &str) -> Result<Model> {
    let surplus = payment.captured().minus(payment.amount()).map_err(|_| codes::ACCEPT_SHORT)?;
    if surplus.minor < 0 || payment::captured_otherwise(tx, &payment).await? {
        return Err(codes::ACCEPT_SHORT.into());
    }
    let why = why(&payment);
    let payment = set(tx, &payment, State::Captured, reason).await?;
    announce(tx, &payment).await?;
    if surplus.minor > 0 {
        refund_unmatched(tx, payment.id, surplus, &why).await?;
    }
    Ok(payment)
}

/// Why the money was held, as a short stable word; the decision's own words stay with the payment.
fn why(payment: &Model) -> String {
    payment.hold_reason.as_deref().and_then(|text| text.split(':').next()).unwrap_or_default().to_owned()
}

async fn set(tx: &PlatformTx, payment: &Model, state: State, reason: &str) -> Result<Model> {
    let held = payment.hold_reason.as_deref().unwrap_or_default();
    let change = payment::ActiveModel {
        id: Set(payment.id),
        state: Set(state),
        hold_reason: Set(Some(format!("{held}; resolved: {reason}"))),
        updated_at: Set(tx.now()),
        version: Set(payment.version + 1),
        ..Default::default()
    };
    tx.update(change).await
}
