//! Events whose reactions failed for good: a person sees them here and sends them again.

use crate::audit::DEAD_LETTER_RETRIED;
use actix_web::{HttpResponse, get, post, web::Data};
use chrono::{DateTime, Utc};
use kernel::{EventId, Page, PageQuery, Problem, Result, need};
use platform::{
    App,
    audit::Entry,
    http::{self, Body, Operator, PathId, Query},
    scope::dead_letter,
};
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
#[derive(Serialize, Deserialize, ToSchema)]
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

impl From<dead_letter::DeadLetter> for DeadLetter {
    fn from(row: dead_letter::DeadLetter) -> Self {
        let dead_letter::DeadLetter { id, name, key, attempts, last_error, created_at } = row;
        Self { id, name, key, attempts, last_error, created_at }
    }
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
    let rows = dead_letter::list(&app, after, limit + 1).await?.into_iter().map(DeadLetter::from).collect();
    Ok(http::ok(&Page::from_surplus(rows, limit, |row: &DeadLetter| row.id)))
}

/// Send an event again.
#[utoipa::path(operation_id = "operator.dead_letter.retry", params(("id" = EventId, Path)), request_body = Empty, responses((status = 204)))]
#[post("/operator/dead-letters/{id}/retry")]
pub async fn retry(app: Data<App>, _who: Operator<need::ManagePlatform>, id: PathId<EventId>, _body: Body<Empty>) -> Result<HttpResponse> {
    // A letter may lie on a cell, where the log is not; the entry is prepared first and stands once
    // the letter is on its way.
    let tx = app.platform().await?;
    tx.record(Entry::new(DEAD_LETTER_RETRIED, id.0, "")).await?;
    if !dead_letter::send_again(&app, id.0).await? {
        return Err(Problem::not_found());
    }
    tx.commit().await?;
    Ok(http::no_content())
}
