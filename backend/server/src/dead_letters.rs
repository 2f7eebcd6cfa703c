//! Events whose reactions failed for good: a person sees them here and sends them again.

use actix_web::{HttpResponse, get, post, web::Data};
use chrono::{DateTime, Utc};
use kernel::{EventId, Page, PageQuery, Problem, Result, need};
use platform::{
    App,
    http::{self, Body, Operator, PathId, Query},
};
use sea_orm::FromQueryResult;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// An event that could not be delivered.
#[derive(Serialize, Deserialize, ToSchema, FromQueryResult)]
pub struct DeadLetter {
    /// The event.
    id: EventId,
    /// What happened.
    name: String,
    /// What it concerns; later events of the same key wait behind it.
    key: String,
    /// How often it was tried.
    attempts: i32,
    /// Why it failed the last time.
    last_error: Option<String>,
    /// When the fact was recorded.
    created_at: DateTime<Utc>,
}

/// No body is needed.
#[derive(Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Empty {}

/// List the events that could not be delivered.
#[utoipa::path(operation_id = "operator.dead_letter.list", params(ListQuery), responses((status = 200, body = Page<DeadLetter>)))]
#[get("/operator/dead-letters")]
pub async fn list(app: Data<App>, _who: Operator<need::ManagePlatform>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let page = PageQuery { limit: query.0.limit, cursor: query.0.cursor };
    let limit = page.limit()?;
    let after: Option<EventId> = page.position()?;
    let tx = app.platform().await?;
    let rows = tx
        .rows::<DeadLetter>(
            "SELECT id, name, key, attempts, last_error, created_at FROM
               (SELECT id, name, key, attempts, last_error, created_at, dead_at FROM platform.outbox
                UNION ALL SELECT id, name, key, attempts, last_error, created_at, dead_at FROM cell.outbox) o
              WHERE dead_at IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2",
            [after.map(EventId::uuid).into(), i64::try_from(limit + 1).unwrap_or(101).into()],
        )
        .await?;
    Ok(http::ok(&Page::from_surplus(rows, limit, |row| row.id)))
}

/// Send an event again.
#[utoipa::path(operation_id = "operator.dead_letter.retry", params(("id" = EventId, Path)), request_body = Empty, responses((status = 204)))]
#[post("/operator/dead-letters/{id}/retry")]
pub async fn retry(app: Data<App>, _who: Operator<need::ManagePlatform>, id: PathId<EventId>, _body: Body<Empty>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let mut found = 0;
    for sql in [
        "UPDATE platform.outbox SET dead_at = NULL, attempts = 0, next_at = $2 WHERE id = $1 AND dead_at IS NOT NULL",
        "UPDATE cell.outbox SET dead_at = NULL, attempts = 0, next_at = $2 WHERE id = $1 AND dead_at IS NOT NULL",
    ] {
        found += tx.run(sql, [id.0.into(), tx.now().into()]).await?;
    }
    tx.commit().await?;
    if found == 0 {
        return Err(Problem::not_found());
    }
    app.wake().worker();
    Ok(http::no_content())
}
