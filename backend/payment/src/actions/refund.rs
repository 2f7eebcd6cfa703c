//! Refunds: asked for in the transaction that owes them, submitted later, and told when made.

use crate::{
    audit, codes,
    entity::{
        payment,
        refund::{self, Column, Entity, Model, State},
    },
    events::{PaymentUnmatched, RefundFailed, RefundRequested, RefundSucceeded},
    rules,
};
use chrono::Duration;
use kernel::{Money, PaymentId, Problem, RefundId, Result, TradeId};
use platform::{PlatformTx, audit::Entry};
use sea_orm::{ActiveValue::Set, QueryOrder, QuerySelect, entity::prelude::*};
use serde_json::json;

/// Attempts after which the operator decides: with the backoff, about six hours.
const MAX_ATTEMPTS: i32 = 16;
/// Seconds for which a claimed refund is not handed to another worker.
const CLAIM_S: i64 = 30;

/// Asks for a refund; repeated with the same key, the first one is returned. Errors: the same key
/// with another amount; more than was captured.
pub async fn request_refund(
    tx: &PlatformTx,
    payment_id: PaymentId,
    trade_id: Option<TradeId>,
    key: &str,
    amount: Money,
    reason: &str,
) -> Result<Model> {
    let payment = payment::locked(tx, payment_id).await?;
    if let Some(row) = refund::by_key(tx, key).await? {
        let same = row.payment_id == payment_id && row.amount_minor == amount.minor && row.currency == amount.currency;
        return if same { Ok(row) } else { Err(Problem::new(codes::REFUND_CONFLICT).detail(key.to_owned())) };
    }
    let captured = payment.captured();
    let left = captured.minor - payment.refunded_minor;
    if amount.minor <= 0 || amount.currency != captured.currency || amount.minor > left {
        return Err(Problem::new(codes::REFUND_EXCEEDS).detail(format!("{} wanted, {left} left", amount.minor)));
    }
    let change = payment::ActiveModel {
        id: Set(payment_id),
        refunded_minor: Set(payment.refunded_minor + amount.minor),
        updated_at: Set(tx.now()),
        version: Set(payment.version + 1),
        ..Default::default()
    };
    tx.update(change).await?;
    let row = refund::ActiveModel {
        id: Set(RefundId::new()),
        payment_id: Set(payment_id),
        trade_id: Set(trade_id),
        key: Set(key.to_owned()),
        currency: Set(amount.currency),
        amount_minor: Set(amount.minor),
        reason: Set(reason.to_owned()),
        state: Set(State::Requested),
        provider_ref: Set(None),
        attempts: Set(0),
        next_at: Set(tx.now()),
        last_error: Set(None),
        created_at: Set(tx.now()),
        succeeded_at: Set(None),
    };
    let row = tx.insert(row).await?;
    tx.emit(&RefundRequested { refund_id: row.id, payment_id }).await?;
    Ok(row)
}

/// Gives captured money back that belongs to no order, or is more than the order costs, and tells
/// so once, that the ledger sets it aside.
pub async fn refund_unmatched(tx: &PlatformTx, payment_id: PaymentId, amount: Money, reason: &str) -> Result<Model> {
    let key = format!("{payment_id}:unmatched");
    let known = refund::by_key(tx, &key).await?.is_some();
    let row = request_refund(tx, payment_id, None, &key, amount, reason).await?;
    if !known {
        tx.emit(&PaymentUnmatched { payment_id, refund_id: row.id, amount }).await?;
    }
    Ok(row)
}

/// Claims refunds that are due, so that no other worker submits them at the same moment.
pub async fn claim_refunds(tx: &PlatformTx, limit: u64) -> Result<Vec<Model>> {
    let due = Entity::find()
        .filter(Column::State.eq(State::Requested))
        .filter(Column::NextAt.lte(tx.now()))
        .order_by_asc(Column::NextAt)
        .limit(limit)
        .lock_with_behavior(sea_orm::sea_query::LockType::Update, sea_orm::sea_query::LockBehavior::SkipLocked);
    let mut claimed = Vec::new();
    for row in tx.all(due).await? {
        let change = refund::ActiveModel {
            id: Set(row.id),
            attempts: Set(row.attempts + 1),
            next_at: Set(tx.now() + Duration::seconds(CLAIM_S)),
            ..Default::default()
        };
        claimed.push(tx.update(change).await?);
    }
    Ok(claimed)
}

/// The provider made the refund; told once.
pub async fn refund_succeeded(tx: &PlatformTx, id: RefundId, provider_ref: &str) -> Result<Model> {
    let row = refund::locked(tx, id).await?;
    if row.state == State::Succeeded {
        return Ok(row);
    }
    let change = refund::ActiveModel {
        id: Set(id),
        state: Set(State::Succeeded),
        provider_ref: Set(Some(provider_ref.to_owned())),
        last_error: Set(None),
        succeeded_at: Set(Some(tx.now())),
        ..Default::default()
    };
    let row = tx.update(change).await?;
    let payment = tx.find(payment::Entity::find_by_id(row.payment_id)).await?;
    tx.emit(&RefundSucceeded {
        refund_id: id,
        payment_id: payment.id,
        order_id: payment.order_id,
        seller_id: payment.seller_id,
        trade_id: row.trade_id,
        amount: row.currency.minor(row.amount_minor),
    })
    .await?;
    Ok(row)
}

/// The refund was not made. It is tried again later, unless it was refused for good or tried too
/// often. The amount stays set aside: it is owed to the buyer whatever the provider says.
pub async fn refund_failed(tx: &PlatformTx, id: RefundId, error: &str, for_good: bool) -> Result<Model> {
    let row = refund::locked(tx, id).await?;
    if row.state != State::Requested {
        return Ok(row);
    }
    let over = for_good || row.attempts >= MAX_ATTEMPTS;
    let change = refund::ActiveModel {
        id: Set(id),
        state: Set(if over { State::Failed } else { State::Requested }),
        next_at: Set(tx.now() + Duration::seconds(rules::backoff_s(row.attempts))),
        last_error: Set(Some(error.to_owned())),
        ..Default::default()
    };
    let row = tx.update(change).await?;
    if over {
        tx.emit(&RefundFailed { refund_id: id, payment_id: row.payment_id, error: error.to_owned() }).await?;
    }
    Ok(row)
}

/// Tries a failed refund again. Error: it has not failed.
pub async fn retry_refund(tx: &PlatformTx, id: RefundId) -> Result<Model> {
    let row = refund::locked(tx, id).await?;
    if row.state != State::Failed {
        return Err(codes::REFUND_STATE.into());
    }
    let change = refund::ActiveModel { id: Set(id), state: Set(State::Requested), attempts: Set(0), next_at: Set(tx.now()), ..Default::default() };
    let before = json!({"state": row.state});
    let row = tx.update(change).await?;
    let payment = tx.find(payment::Entity::find_by_id(row.payment_id)).await?;
    let entry = Entry::new(audit::REFUND_RETRIED, id, &payment.order_number).of(payment.seller_id);
    tx.record(entry.changed(before, json!({"state": row.state}))).await?;
    tx.emit(&RefundRequested { refund_id: id, payment_id: row.payment_id }).await?;
    Ok(row)
}
