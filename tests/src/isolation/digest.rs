//! A company's rows, all of them, in one value for each table: whoever changes one changes it.

use crate::TestApp;
use kernel::Result;

/// What changes by itself or by the company's own reading.
const RESTLESS: [&str; 8] = ["outbox", "handled", "sweep", "idempotency", "session", "refresh_token", "seaql_migrations", "attempt"];

/// The statement that reads it.
pub struct Digest {
    sql: String,
}

impl Digest {
    /// Of the tables of the platform, as far as rows name one of `ids`, and of whole schemas.
    pub async fn of(t: &TestApp, schemas: &[String], ids: &[String]) -> Result<Self> {
        let all: Vec<String> = schemas.iter().map(String::as_str).chain(["platform"]).map(|name| format!("'{name}'")).collect();
        let tables = format!(
            "SELECT format('%I.%I', nspname, relname) AS name FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace
             WHERE nspname IN ({}) AND relkind = 'r' ORDER BY 1",
            all.join(", ")
        );
        let mut parts = Vec::new();
        for table in t.of_the_owner(&tables).await? {
            if RESTLESS.iter().any(|name| table.ends_with(&format!(".{name}"))) {
                continue;
            }
            let which = if table.starts_with("platform.") { format!("WHERE line ~ '{}'", ids.join("|")) } else { String::new() };
            parts.push(format!(
                "SELECT '{table} ' || md5(coalesce(string_agg(line, '' ORDER BY line), '')) AS name FROM (SELECT row::text AS line FROM {table} AS row) AS lines {which}"
            ));
        }
        Ok(Self { sql: parts.join(" UNION ALL ") })
    }

    /// The present values, a table a line.
    pub async fn now(&self, t: &TestApp) -> Result<Vec<String>> {
        t.of_the_owner(&self.sql).await
    }
}
