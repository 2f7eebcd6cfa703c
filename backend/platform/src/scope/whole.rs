//! All rows of a tenant, whatever the tables are: read in one snapshot and streamed, so that no
//! more than a row is in memory. The names of tables and columns come from the database's own
//! catalogue, quoted by it; no other text becomes part of a statement.

use super::{Databases, Tenant, TenantRef, TenantTx, Tx};
use futures_util::TryStreamExt;
use kernel::{Problem, Result};
use sea_orm::{DbBackend, FromQueryResult, Statement, StreamTrait};

/// Tables that serve the program alone: what was repeated, what was handled, which migrations ran.
const MACHINERY: &[&str] = &["handled", "idempotency", "seaql_migrations"];

/// A table of a tenant.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// Its columns as a list, quoted.
    columns: String,
    /// The columns of its key as a list, quoted.
    key: String,
}

impl Table {
    /// Its columns as a list, quoted.
    #[must_use]
    pub fn columns(&self) -> &str {
        &self.columns
    }
}

#[derive(FromQueryResult)]
struct Version {
    version: String,
}

/// The tables of the schema that is first in the search path, as [`Table`].
pub const TENANT_TABLES: &str = "
SELECT c.relname::text AS name,
       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '') AS columns,
       (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY k.place) FROM pg_index i
          CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY AS k (attnum, place)
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum
         WHERE i.indrelid = c.oid AND i.indisprimary) AS key
  FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' ORDER BY c.relname COLLATE \"C\"";

impl Databases {
    /// A transaction that sees one moment of a tenant for as long as it lasts, and changes nothing.
    pub async fn snapshot(&self, tenant: &TenantRef) -> Result<TenantTx> {
        self.tenant_in(tenant, true).await
    }
}

impl Tx<Tenant> {
    /// The tables of the tenant, in order of name, without those that serve the program alone.
    pub async fn tables(&self) -> Result<Vec<Table>> {
        let mut tables: Vec<Table> = self.rows(TENANT_TABLES, []).await?;
        tables.retain(|table| !MACHINERY.contains(&table.name.as_str()));
        Ok(tables)
    }

    /// The last migration of the tenant's schema.
    pub async fn schema_version(&self) -> Result<String> {
        let found = self.row::<Version>("SELECT max(version)::text AS version FROM seaql_migrations", []).await?;
        found.map(|found| found.version).ok_or_else(|| Problem::internal("a tenant without migrations"))
    }

    /// Reads the rows of a table in the order of its key, each as one line of JSON.
    pub async fn each_row(&self, table: &Table, mut take: impl AsyncFnMut(String) -> Result<()>) -> Result<u64> {
        let Table { name, columns, key } = table;
        let sql = format!("SELECT row_to_json(t)::text AS line FROM (SELECT {columns} FROM \"{}\" ORDER BY {key}) t", name.replace('"', "\"\""));
        let mut rows = self.inner().stream_raw(Statement::from_string(DbBackend::Postgres, sql)).await?;
        let mut count = 0;
        while let Some(row) = rows.try_next().await? {
            take(row.try_get("", "line")?).await?;
            count += 1;
        }
        Ok(count)
    }
}
