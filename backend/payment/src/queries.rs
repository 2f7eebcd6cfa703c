//! Reads of payments and refunds, always limited.

use crate::entity::{
    payment::{Column, Entity, Model, State},
    refund, webhook,
};
use chrono::{DateTime, Utc};
use kernel::{OrderId, Page, PageQuery, PaymentId, RefundId, Result, TradeId};
use platform::PlatformTx;
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};

/// One payment. Error: not found.
pub async fn payment(tx: &PlatformTx, id: PaymentId) -> Result<Model> {
    tx.find(Entity::find_by_id(id)).await
}

/// The payment behind a provider's reference.
pub async fn by_provider_ref(tx: &PlatformTx, gateway: &str, provider_ref: &str) -> Result<Option<Model>> {
    tx.one(Entity::find().filter(Column::ProviderRef.eq(provider_ref)).filter(Column::Gateway.eq(gateway))).await
}

/// The payments of an order, oldest first.
pub async fn of_order(tx: &PlatformTx, order: OrderId) -> Result<Vec<Model>> {
    tx.all(Entity::find().filter(Column::OrderId.eq(order)).order_by_asc(Column::Id).limit(100)).await
}

/// Unfinished payments that did not change since `before`: their outcome may be known to the
/// provider alone. A refused one counts once its time has run out.
pub async fn open(tx: &PlatformTx, before: DateTime<Utc>, limit: u64) -> Result<Vec<Model>> {
    let under_way = Condition::all().add(Column::State.is_in([State::Created, State::Pending]));
    let run_out = Condition::all().add(Column::State.eq(State::Failed)).add(Column::ExpiresAt.lte(tx.now()));
    let open = Entity::find()
        .filter(Condition::any().add(under_way).add(run_out))
        .filter(Column::UpdatedAt.lte(before))
        .order_by_asc(Column::UpdatedAt)
        .limit(limit);
    tx.all(open).await
}

/// Held payments, oldest first.
pub async fn held(tx: &PlatformTx, limit: u64) -> Result<Vec<Model>> {
    tx.all(Entity::find().filter(Column::State.eq(State::Held)).order_by_asc(Column::UpdatedAt).limit(limit)).await
}

/// Captured payments whose order is not completed since `before`.
pub async fn incomplete(tx: &PlatformTx, before: DateTime<Utc>, limit: u64) -> Result<Vec<Model>> {
    let incomplete = Entity::find()
        .filter(Column::State.eq(State::Captured))
        .filter(Column::CompletedAt.is_null())
        .filter(Column::CapturedAt.lte(before))
        .order_by_asc(Column::CapturedAt)
        .limit(limit);
    tx.all(incomplete).await
}

/// Captured payments that follow `after`, by id; for the proof, which reads them all in steps.
pub async fn captured_after(tx: &PlatformTx, after: Option<PaymentId>, limit: u64) -> Result<Vec<Model>> {
    let mut select = Entity::find().filter(Column::CapturedMinor.gt(0)).order_by_asc(Column::Id).limit(limit);
    if let Some(after) = after {
        select = select.filter(Column::Id.gt(after));
    }
    tx.all(select).await
}

/// Payments in a state, newest first.
pub async fn payments(tx: &PlatformTx, state: Option<State>, page: &PageQuery) -> Result<Page<Model>> {
    let limit = page.limit()?;
    let mut select = Entity::find().order_by_desc(Column::Id).limit(limit + 1);
    if let Some(state) = state {
        select = select.filter(Column::State.eq(state));
    }
    if let Some(position) = page.position::<PaymentId>()? {
        select = select.filter(Column::Id.lt(position));
    }
    Ok(Page::from_surplus(tx.all(select).await?, limit, |row| row.id))
}

/// Refunds in a state, newest first.
pub async fn refunds(tx: &PlatformTx, state: Option<refund::State>, page: &PageQuery) -> Result<Page<refund::Model>> {
    let limit = page.limit()?;
    let mut select = refund::Entity::find().order_by_desc(refund::Column::Id).limit(limit + 1);
    if let Some(state) = state {
        select = select.filter(refund::Column::State.eq(state));
    }
    if let Some(position) = page.position::<RefundId>()? {
        select = select.filter(refund::Column::Id.lt(position));
    }
    Ok(Page::from_surplus(tx.all(select).await?, limit, |row| row.id))
}

/// The refunds of a payment, oldest first.
pub async fn refunds_of(tx: &PlatformTx, payment: PaymentId) -> Result<Vec<refund::Model>> {
    tx.all(refund::Entity::find().filter(refund::Column::PaymentId.eq(payment)).order_by_asc(refund::Column::Id).limit(1_000)).await
}

/// The refunds of a trade of a payment, oldest first.
pub async fn refunds_of_trade(tx: &PlatformTx, payment: PaymentId, trade: TradeId) -> Result<Vec<refund::Model>> {
    Ok(refunds_of(tx, payment).await?.into_iter().filter(|row| row.trade_id == Some(trade)).collect())
}

/// The webhooks of an intent, oldest first.
pub async fn webhooks_of(tx: &PlatformTx, gateway: &str, provider_ref: &str) -> Result<Vec<webhook::Model>> {
    let select = webhook::Entity::find()
        .filter(webhook::Column::Gateway.eq(gateway))
        .filter(webhook::Column::ProviderRef.eq(provider_ref))
        .order_by_asc(webhook::Column::ReceivedAt)
        .limit(100);
    tx.all(select).await
}
