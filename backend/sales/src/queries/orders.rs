//! Reads of orders.

use super::anywhere;
use crate::{
    entity::{order, order_line, order_part},
    token,
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, CustomerId, OrderId, Page, PageQuery, Problem, Result, TradeId};
use platform::TenantTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, extension::postgres::PgExpr},
};
use std::collections::HashMap;

/// The most lines, and the most parts, that are read of one order.
const MOST_LINES: u64 = 1_000;

/// An order with everything in it.
#[derive(Clone, Debug)]
pub struct OrderFull {
    pub order: order::Model,
    pub parts: Vec<order_part::Model>,
    pub lines: Vec<order_line::Model>,
}

/// An order as a list shows it.
#[derive(Clone, Debug)]
pub struct OrderSummary {
    pub order: order::Model,
    pub parts: Vec<order_part::Model>,
    /// The number of lines.
    pub lines: i64,
}

/// What a list of orders is asked for.
#[derive(Clone, Debug, Default)]
pub struct OrderFilter {
    pub state: Option<order::State>,
    /// Part of the number, or of the buyer's name, address or phone.
    pub q: Option<String>,
    /// Placed at or after.
    pub from: Option<DateTime<Utc>>,
    /// Placed before.
    pub until: Option<DateTime<Utc>>,
}

/// An order, if it exists.
pub async fn order(tx: &TenantTx, id: OrderId) -> Result<Option<OrderFull>> {
    match tx.one(order::Entity::find_by_id(id)).await? {
        Some(order) => Ok(Some(fill(tx, order).await?)),
        None => Ok(None),
    }
}

/// The order that an idempotency key has placed.
pub async fn by_checkout_key(tx: &TenantTx, key: &str) -> Result<Option<OrderFull>> {
    match tx.one(order::Entity::find().filter(order::Column::CheckoutKey.eq(key))).await? {
        Some(order) => Ok(Some(fill(tx, order).await?)),
        None => Ok(None),
    }
}

/// The order of which a trade is a part.
pub async fn order_of_trade(tx: &TenantTx, trade: TradeId) -> Result<Option<OrderFull>> {
    match tx.one(order_part::Entity::find_by_id(trade)).await? {
        Some(part) => order(tx, part.order_id).await,
        None => Ok(None),
    }
}

/// The order, for one who has its token or is the account that placed it. Error: anybody else, and
/// an order that does not exist, are the same not found.
pub async fn order_for(tx: &TenantTx, id: OrderId, token: Option<&str>, account: Option<AccountId>) -> Result<OrderFull> {
    let order = tx.find(order::Entity::find_by_id(id)).await?;
    let by_token = token.is_some_and(|token| token::matches(token, &order.token_hash));
    let by_account = account.is_some() && account == order.account_id;
    if by_token || by_account { fill(tx, order).await } else { Err(Problem::not_found()) }
}

async fn fill(tx: &TenantTx, order: order::Model) -> Result<OrderFull> {
    let parts = order_part::Entity::find().filter(order_part::Column::OrderId.eq(order.id)).order_by_asc(order_part::Column::TradeId);
    let lines = order_line::Entity::find().filter(order_line::Column::OrderId.eq(order.id)).order_by_asc(order_line::Column::Id);
    Ok(OrderFull { parts: tx.all(parts.limit(MOST_LINES)).await?, lines: tx.all(lines.limit(MOST_LINES)).await?, order })
}

/// The orders of the shop, the latest first.
pub async fn list(tx: &TenantTx, filter: &OrderFilter, page: &PageQuery) -> Result<Page<OrderSummary>> {
    let limit = page.limit()?;
    let mut query = order::Entity::find().order_by_desc(order::Column::Id).limit(limit + 1);
    if let Some(state) = filter.state {
        query = query.filter(order::Column::State.eq(state));
    }
    if let Some(q) = filter.q.as_deref().filter(|q| !q.trim().is_empty()) {
        let buyer = |field: &'static str| Expr::cust(field).ilike(anywhere(q));
        query = query.filter(
            Condition::any()
                .add(Expr::col(order::Column::Number).ilike(anywhere(q)))
                .add(buyer("buyer->>'name'"))
                .add(buyer("buyer->>'email'"))
                .add(buyer("buyer->>'phone'")),
        );
    }
    if let Some(from) = filter.from {
        query = query.filter(order::Column::PlacedAt.gte(from));
    }
    if let Some(until) = filter.until {
        query = query.filter(order::Column::PlacedAt.lt(until));
    }
    if let Some(after) = page.position::<OrderId>()? {
        query = query.filter(order::Column::Id.lt(after));
    }
    let page = Page::from_surplus(tx.all(query).await?, limit, |row| row.id);
    Ok(Page { items: summaries(tx, page.items).await?, next: page.next })
}

/// The orders of an account in this shop, the latest first; `before` is the last one seen.
pub async fn for_account(tx: &TenantTx, account: AccountId, before: Option<OrderId>, limit: u64) -> Result<Vec<OrderSummary>> {
    let mut query = order::Entity::find().filter(order::Column::AccountId.eq(account)).order_by_desc(order::Column::Id).limit(limit);
    if let Some(before) = before {
        query = query.filter(order::Column::Id.lt(before));
    }
    summaries(tx, tx.all(query).await?).await
}

/// The paid orders of a customer, the latest first.
pub async fn of_customer(tx: &TenantTx, customer: CustomerId, limit: u64) -> Result<Vec<order::Model>> {
    tx.all(order::Entity::find().filter(order::Column::CustomerId.eq(customer)).order_by_desc(order::Column::Id).limit(limit)).await
}

#[derive(FromQueryResult)]
struct LineCount {
    order_id: OrderId,
    lines: i64,
}

async fn summaries(tx: &TenantTx, orders: Vec<order::Model>) -> Result<Vec<OrderSummary>> {
    if orders.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<_> = orders.iter().map(|order| order.id).collect();
    let limit = u64::try_from(ids.len()).unwrap_or(1).saturating_mul(MOST_LINES);
    let parts = order_part::Entity::find()
        .filter(order_part::Column::OrderId.is_in(ids.iter().copied()))
        .order_by_asc(order_part::Column::TradeId)
        .limit(limit);
    let mut by_order: HashMap<OrderId, Vec<order_part::Model>> = HashMap::new();
    for part in tx.all(parts).await? {
        by_order.entry(part.order_id).or_default().push(part);
    }
    let counts = order_line::Entity::find()
        .select_only()
        .column(order_line::Column::OrderId)
        .column_as(order_line::Column::Id.count(), "lines")
        .filter(order_line::Column::OrderId.is_in(ids))
        .group_by(order_line::Column::OrderId);
    let counts: HashMap<OrderId, i64> = tx.all_as::<_, LineCount>(counts).await?.into_iter().map(|count| (count.order_id, count.lines)).collect();
    Ok(orders
        .into_iter()
        .map(|order| OrderSummary {
            parts: by_order.remove(&order.id).unwrap_or_default(),
            lines: counts.get(&order.id).copied().unwrap_or(0),
            order,
        })
        .collect())
}
