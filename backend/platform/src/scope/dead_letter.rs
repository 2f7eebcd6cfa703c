//! Events that could not be delivered, over the outboxes of the platform and of every cell: a
//! person sees them and has them delivered again.

use crate::App;
use chrono::{DateTime, Utc};
use kernel::{EventId, Result};
use sea_orm::{ConnectionTrait, DbBackend, FromQueryResult, Statement};

/// An event that could not be delivered.
#[derive(Clone, Debug, FromQueryResult)]
pub struct DeadLetter {
    /// The event.
    pub id: EventId,
    /// What happened.
    pub name: String,
    /// What it concerns.
    pub key: String,
    /// How often it was tried.
    pub attempts: i32,
    /// Why it failed the last time.
    pub last_error: Option<String>,
    /// When the fact was recorded.
    pub created_at: DateTime<Utc>,
}

/// The dead letters that follow `after`, by id; at most `limit`.
pub async fn list(app: &App, after: Option<EventId>, limit: u64) -> Result<Vec<DeadLetter>> {
    let mut found = Vec::new();
    for (schema, pool) in app.databases().outboxes() {
        let sql = format!(
            "SELECT id, name, key, attempts, last_error, created_at FROM {schema}.outbox
              WHERE dead_at IS NOT NULL AND ($1::uuid IS NULL OR id > $1) ORDER BY id LIMIT $2"
        );
        let values = [after.map(EventId::uuid).into(), i64::try_from(limit).unwrap_or(i64::MAX).into()];
        found.extend(DeadLetter::find_by_statement(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).all(pool).await?);
    }
    found.sort_by_key(|letter: &DeadLetter| letter.id);
    found.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(found)
}

/// Has a dead letter delivered again; `false` if there is none of this id.
pub async fn send_again(app: &App, id: EventId) -> Result<bool> {
    let mut found = 0;
    for (schema, pool) in app.databases().outboxes() {
        let sql = format!("UPDATE {schema}.outbox SET dead_at = NULL, attempts = 0, next_at = $2 WHERE id = $1 AND dead_at IS NOT NULL");
        found += pool.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, [id.into(), app.now().into()])).await?.rows_affected();
    }
    if found > 0 {
        app.wake().worker();
    }
    Ok(found > 0)
}
