//! The money for an order is in escrow.

use super::cart;
use crate::{
    entity::{customer, order, order_line},
    rules,
};
use chrono::{DateTime, Utc};
use kernel::{CustomerId, OrderId, Result};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

/// The most lines of one order.
const MOST_LINES: u64 = 1_000;

/// Marks an order as paid at `at`, counts it for its customer and takes what was bought out of the
/// cart; tells whether it was the first time. An order that had expired is paid too: the money
/// came late, and whether the goods are still there is decided elsewhere. Error: no such order.
pub async fn mark_paid(tx: &TenantTx, id: OrderId, at: DateTime<Utc>) -> Result<bool> {
    let order = tx.find(order::Entity::find_by_id(id).lock_exclusive()).await?;
    if !matches!(order.state, order::State::PendingPayment | order::State::Expired) {
        return Ok(false);
    }
    let customer_id = count_for_customer(tx, &order, at).await?;
    if let Some(cart_id) = order.cart_id {
        let lines = tx.all(order_line::Entity::find().filter(order_line::Column::OrderId.eq(id)).limit(MOST_LINES)).await?;
        let bought: Vec<_> = lines.iter().map(|line| line.listing_variant_id).collect();
        cart::take_out(tx, cart_id, &bought).await?;
    }
    let version = order.version + 1;
    let mut row = order.into_active_model();
    row.state = Set(order::State::Paid);
    row.customer_id = Set(Some(customer_id));
    row.paid_at = Set(Some(at));
    row.updated_at = Set(tx.now());
    row.version = Set(version);
    tx.update(row).await?;
    Ok(true)
}

async fn count_for_customer(tx: &TenantTx, order: &order::Model, at: DateTime<Utc>) -> Result<CustomerId> {
    let email = rules::normal_email(&order.buyer.email);
    let new = customer::Model {
        id: CustomerId::new(),
        account_id: order.account_id,
        email: email.clone(),
        name: order.buyer.name.clone(),
        phone: Some(order.buyer.phone.clone()),
        locale: order.locale,
        orders: 0,
        spent_minor: 0,
        currency: order.currency,
        first_order_at: None,
        last_order_at: None,
        created_at: tx.now(),
    };
    customer::add(tx, new).await?;
    let known = tx.find(customer::who(order.account_id, &email).lock_exclusive()).await?;
    let (id, orders, first) = (known.id, known.orders.saturating_add(1), known.first_order_at);
    let last = known.last_order_at.map_or(at, |last| last.max(at));
    // A customer's sum is kept in one currency; what was paid in another is not mixed in.
    let paid = if known.currency == order.currency { order.total_minor } else { 0 };
    let spent = known.spent_minor.saturating_add(paid);
    let mut row = known.into_active_model();
    row.email = Set(email);
    row.name = Set(order.buyer.name.clone());
    row.phone = Set(Some(order.buyer.phone.clone()));
    row.locale = Set(order.locale);
    row.orders = Set(orders);
    row.spent_minor = Set(spent);
    row.first_order_at = Set(Some(first.map_or(at, |first| first.min(at))));
    row.last_order_at = Set(Some(last));
    tx.update(row).await?;
    Ok(id)
}
