//! Reads of webhooks, and the statements that move many at once.

use crate::{
    entity::{webhook_attempt as attempt, webhook_delivery as delivery, webhook_endpoint as endpoint},
    rules::webhooks::{KEPT, MOST_ENDPOINTS, MOST_REPLAYED, SEQUENCE_KEPT},
    webhooks::EventType,
};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Page, PageQuery, Problem, Result, WebhookDeliveryId, WebhookEndpointId};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryOrder, QuerySelect};
use std::collections::HashMap;

/// Deliveries claimed at once, and of one endpoint.
const BATCH: i64 = 32;
const BATCH_OF_ONE: i64 = 4;
/// Tries shown of a delivery.
const SHOWN_ATTEMPTS: u64 = 50;
/// Rows touched by one run of forgetting.
const FORGOTTEN_AT_ONCE: i64 = 5_000;

/// The endpoints of a company, the newest first.
pub async fn endpoints(tx: &PlatformTx, company: CompanyId, page: &PageQuery) -> Result<Page<endpoint::Model>> {
    let limit = page.limit()?;
    let rows = tx.all(endpoint::of_company(company, page.position()?, limit + 1)).await?;
    Ok(Page::from_surplus(rows, limit, |row| row.id))
}

/// An endpoint of a company.
pub async fn endpoint(tx: &PlatformTx, company: CompanyId, id: WebhookEndpointId) -> Result<endpoint::Model> {
    tx.find(endpoint::of(company, id)).await
}

/// The endpoints of a company that chose a type.
pub async fn wanting(tx: &PlatformTx, company: CompanyId, kind: EventType) -> Result<Vec<endpoint::Model>> {
    // One more than a company may have, since they are counted without a lock.
    let all = tx.all(endpoint::of_company(company, None, MOST_ENDPOINTS * 2)).await?;
    Ok(all.into_iter().filter(|row| row.event_types.0.contains(&kind)).collect())
}

/// Which deliveries.
#[derive(Clone, Debug, Default)]
pub struct DeliveryFilter {
    /// In this state.
    pub state: Option<delivery::State>,
    /// Of this type.
    pub event_type: Option<EventType>,
    /// About this object.
    pub object: Option<String>,
    /// Made at this moment or later.
    pub from: Option<DateTime<Utc>>,
    /// Made before this moment.
    pub to: Option<DateTime<Utc>>,
}

/// The deliveries to an endpoint, the newest first.
pub async fn deliveries(
    tx: &PlatformTx,
    company: CompanyId,
    id: WebhookEndpointId,
    filter: DeliveryFilter,
    page: &PageQuery,
) -> Result<Page<delivery::Model>> {
    use delivery::Column;
    let to = endpoint(tx, company, id).await?;
    let limit = page.limit()?;
    let mut query = delivery::Entity::find().filter(Column::EndpointId.eq(to.id)).order_by_desc(Column::Id).limit(limit + 1);
    if let Some(position) = page.position::<WebhookDeliveryId>()? {
        query = query.filter(Column::Id.lt(position));
    }
    if let Some(state) = filter.state {
        query = query.filter(Column::State.eq(state));
    }
    if let Some(kind) = filter.event_type {
        query = query.filter(Column::EventType.eq(kind));
    }
    if let Some(object) = filter.object {
        query = query.filter(Column::Object.eq(object));
    }
    if let Some(from) = filter.from {
        query = query.filter(Column::CreatedAt.gte(from));
    }
    if let Some(to) = filter.to {
        query = query.filter(Column::CreatedAt.lt(to));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}

/// A delivery of a company, with its latest tries.
pub async fn delivery(tx: &PlatformTx, company: CompanyId, id: WebhookDeliveryId) -> Result<(delivery::Model, Vec<attempt::Model>)> {
    let row = tx.find(delivery::of(company, id)).await?;
    let attempts = tx.all(attempt::latest(id, SHOWN_ATTEMPTS)).await?;
    Ok((row, attempts))
}

/// What of an object an endpoint has not taken.
#[derive(Clone, Debug, FromQueryResult)]
pub struct Gap {
    /// The object.
    pub object: String,
    /// The newest place in its sequence.
    pub newest: i64,
    /// How many were not taken.
    pub missing: i64,
    /// Their places, the first hundred.
    pub sequences: serde_json::Value,
    /// When the oldest of them was made.
    pub since: DateTime<Utc>,
}

/// The objects of which an endpoint has not taken everything, by id.
pub async fn gaps(tx: &PlatformTx, company: CompanyId, id: WebhookEndpointId, page: &PageQuery) -> Result<Page<Gap>> {
    let to = endpoint(tx, company, id).await?;
    let limit = page.limit()?;
    let after = page.position::<String>()?.unwrap_or_default();
    let rows = tx
        .rows::<Gap>(
            "SELECT object, max(sequence) AS newest, count(*) FILTER (WHERE state <> 'delivered') AS missing,
                    to_jsonb((array_agg(sequence ORDER BY sequence) FILTER (WHERE state <> 'delivered'))[1:100]) AS sequences,
                    min(created_at) FILTER (WHERE state <> 'delivered') AS since
               FROM webhook_delivery WHERE endpoint_id = $1 AND object > $2 AND event_type <> 'webhook.test'
              GROUP BY object HAVING bool_or(state <> 'delivered') ORDER BY object LIMIT $3",
            [to.id.into(), after.into(), i64::try_from(limit + 1).map_err(Problem::internal)?.into()],
        )
        .await?;
    Ok(Page::from_surplus(rows, limit, |row| row.object.clone()))
}

/// Whether an event was recorded for an endpoint before.
pub(crate) async fn is_recorded(tx: &PlatformTx, id: WebhookEndpointId, key: &str) -> Result<bool> {
    let known = delivery::Entity::find().filter(delivery::Column::EndpointId.eq(id)).filter(delivery::Column::EventKey.eq(key));
    Ok(tx.count(known).await? > 0)
}

#[derive(FromQueryResult)]
struct Next {
    next: i64,
}

/// The next place in the sequence of an object.
pub(crate) async fn next_sequence(tx: &PlatformTx, id: WebhookEndpointId, object: &str) -> Result<i64> {
    let sql = "SELECT coalesce(max(sequence), 0) + 1 AS next FROM webhook_delivery WHERE endpoint_id = $1 AND object = $2";
    Ok(tx.row::<Next>(sql, [id.into(), object.into()]).await?.map_or(1, |row| row.next))
}

#[derive(FromQueryResult)]
struct Claimed {
    id: WebhookDeliveryId,
}

/// Claims deliveries that are due until a moment, a few of each endpoint.
pub(crate) async fn claim(tx: &PlatformTx, until: DateTime<Utc>) -> Result<Vec<WebhookDeliveryId>> {
    let rows = tx
        .rows::<Claimed>(
            "UPDATE webhook_delivery SET next_at = $2 WHERE state = 'pending' AND next_at <= $1 AND id IN (
               SELECT d.id FROM webhook_endpoint e
                CROSS JOIN LATERAL (SELECT id FROM webhook_delivery WHERE endpoint_id = e.id AND state = 'pending' AND next_at <= $1
                                     ORDER BY next_at, id LIMIT $4) due
                 JOIN webhook_delivery d ON d.id = due.id
                WHERE e.enabled ORDER BY d.next_at, d.id LIMIT $3 FOR UPDATE OF d SKIP LOCKED)
             RETURNING id",
            [tx.now().into(), until.into(), BATCH.into(), BATCH_OF_ONE.into()],
        )
        .await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Deliveries with their endpoints.
pub(crate) async fn with_endpoints(tx: &PlatformTx, ids: &[WebhookDeliveryId]) -> Result<Vec<(delivery::Model, endpoint::Model)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = tx.all(delivery::Entity::find().filter(delivery::Column::Id.is_in(ids.iter().copied()))).await?;
    let wanted = endpoint::Entity::find().filter(endpoint::Column::Id.is_in(rows.iter().map(|row| row.endpoint_id)));
    let endpoints: HashMap<_, _> = tx.all(wanted).await?.into_iter().map(|row| (row.id, row)).collect();
    Ok(rows.into_iter().filter_map(|row| endpoints.get(&row.endpoint_id).cloned().map(|to| (row, to))).collect())
}

/// Puts deliveries of a range of time back in the queue, the oldest first.
pub(crate) async fn replay(tx: &PlatformTx, id: WebhookEndpointId, from: DateTime<Utc>, to: DateTime<Utc>, undelivered_only: bool) -> Result<u64> {
    tx.run(
        "UPDATE webhook_delivery SET state = 'pending', tries = 0, next_at = $4 WHERE id IN (
           SELECT id FROM webhook_delivery
            WHERE endpoint_id = $1 AND created_at >= $2 AND created_at < $3 AND payload <> '' AND (NOT $5 OR state <> 'delivered')
            ORDER BY id LIMIT $6)",
        [id.into(), from.into(), to.into(), tx.now().into(), undelivered_only.into(), MOST_REPLAYED.into()],
    )
    .await
}

/// Deletes deliveries that are no longer kept and are not the last of their object.
pub(crate) async fn forget(tx: &PlatformTx) -> Result<u64> {
    tx.run(
        "DELETE FROM webhook_delivery WHERE id IN (
           SELECT d.id FROM webhook_delivery d WHERE d.created_at < $1 AND d.state <> 'pending'
              AND (d.created_at < $2 OR EXISTS (
                SELECT 1 FROM webhook_delivery n WHERE n.endpoint_id = d.endpoint_id AND n.object = d.object AND n.sequence > d.sequence))
            LIMIT $3)",
        [(tx.now() - KEPT).into(), (tx.now() - SEQUENCE_KEPT).into(), FORGOTTEN_AT_ONCE.into()],
    )
    .await
}

/// Empties the last deliveries of objects that are no longer kept.
pub(crate) async fn empty_last(tx: &PlatformTx) -> Result<u64> {
    tx.run(
        "UPDATE webhook_delivery SET payload = '' WHERE id IN (
           SELECT id FROM webhook_delivery WHERE created_at < $1 AND state <> 'pending' AND payload <> '' LIMIT $2)",
        [(tx.now() - KEPT).into(), FORGOTTEN_AT_ONCE.into()],
    )
    .await
}
