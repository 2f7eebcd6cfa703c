//! A tenant's schema comes whole out of a package, or goes for good: both as the databases' owner,
//! whose rights no running request has.

use crate::{Installer, tenant};
use kernel::{Problem, Result};
use platform::scope::{Keeping, SchemaName, TENANT_TABLES, Table, TenantRef};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, DbBackend, FromQueryResult, Statement, TransactionTrait, Value};

#[derive(FromQueryResult)]
struct Rule {
    name: String,
    on_table: String,
}

#[derive(FromQueryResult)]
struct Text {
    text: Option<String>,
}

impl Installer {
    /// Makes a schema on a cell that is to be filled. Error: it would be of another version.
    pub async fn loading(&self, cell: i16, version: &str) -> Result<Loading> {
        let owner = self.owner(cell)?;
        let schema = SchemaName::new();
        tenant::provision(owner, &schema, self.roles(), self.lanes()).await?;
        let tx = owner.begin().await?;
        let begun = begin(&tx, &schema, version).await;
        let mut loading = Loading { owner: owner.clone(), schema, tx: Some(tx), tables: Vec::new(), rules: Vec::new() };
        match begun {
            Ok((tables, rules)) => {
                (loading.tables, loading.rules) = (tables, rules);
                Ok(loading)
            }
            Err(problem) => {
                loading.give_up().await?;
                Err(problem)
            }
        }
    }

    /// Drops a schema that no company has.
    pub async fn drop_unused(&self, cell: i16, schema: &SchemaName) -> Result<()> {
        let owner = self.owner(cell)?;
        let tx = owner.begin().await?;
        drop_schema(&tx, schema).await?;
        tx.commit().await?;
        drop_role(owner, schema).await;
        Ok(())
    }

    pub(crate) async fn retire_schema(&self, tenant: &TenantRef, keeping: &Keeping) -> Result<u64> {
        let owner = self.owner(tenant.cell)?;
        let tx = owner.begin().await?;
        let name = tenant.schema.as_str();
        let there = text(&tx, "SELECT nspname::text AS text FROM pg_namespace WHERE nspname = $1", [name.into()]).await?;
        if there.is_none() {
            return Ok(0);
        }
        let mut kept = 0;
        for table in tables(&tx, &tenant.schema).await? {
            let Some((years, law)) = (keeping.rule)(&table.name) else { continue };
            let quoted = quoted(&table.name);
            let sql = format!(
                "INSERT INTO cell.kept_record (company_id, company, name, record, law, kept_at, kept_until)
                 SELECT $1, $2, $3, to_jsonb(t), $4, $5, $5 + make_interval(years => $6) FROM {name}.{quoted} t"
            );
            let values: [Value; 6] = [
                tenant.company.uuid().into(),
                keeping.company.clone().into(),
                table.name.clone().into(),
                law.into(),
                keeping.now.into(),
                years.into(),
            ];
            kept += tx.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?.rows_affected();
        }
        drop_schema(&tx, &tenant.schema).await?;
        tx.commit().await?;
        drop_role(owner, &tenant.schema).await;
        Ok(kept)
    }

    pub(crate) async fn forget_records(&self, now: chrono::DateTime<chrono::Utc>) -> Result<u64> {
        let mut gone = 0;
        for owner in self.every_owner() {
            let delete = Statement::from_sql_and_values(DbBackend::Postgres, "DELETE FROM cell.kept_record WHERE kept_until <= $1", [now.into()]);
            gone += owner.execute_raw(delete).await?.rows_affected();
        }
        Ok(gone)
    }
}

/// Drops a schema, and takes from its role all that it was granted.
async fn drop_schema(tx: &DatabaseTransaction, schema: &SchemaName) -> Result<()> {
    let name = schema.as_str();
    tx.execute_unprepared(&format!(
        "DROP SCHEMA {name} CASCADE; REVOKE ALL ON cell.outbox FROM {name}; REVOKE ALL ON SCHEMA cell, public FROM {name}"
    ))
    .await?;
    Ok(())
}

/// Drops the role of a schema that is gone. Roles belong to the server: where a copy of the database
/// lies beside it, the role stays for that one, and has no rights in this.
async fn drop_role(owner: &DatabaseConnection, schema: &SchemaName) {
    let name = schema.as_str();
    if let Err(error) = owner.execute_unprepared(&format!("DROP ROLE IF EXISTS {name}")).await {
        tracing::warn!(role = name, %error, "the role of a tenant that has left stays on the server");
    }
}

async fn tables(tx: &DatabaseTransaction, schema: &SchemaName) -> Result<Vec<Table>> {
    tx.execute_unprepared(&format!("SET LOCAL search_path = {}", schema.as_str())).await?;
    Ok(Table::find_by_statement(Statement::from_string(DbBackend::Postgres, TENANT_TABLES)).all(tx).await?)
}

async fn text(tx: &DatabaseTransaction, sql: &str, values: impl IntoIterator<Item = Value>) -> Result<Option<String>> {
    let found = Text::find_by_statement(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).one(tx).await?;
    Ok(found.and_then(|found| found.text))
}

/// A schema that is being filled, all or nothing.
pub struct Loading {
    owner: DatabaseConnection,
    schema: SchemaName,
    tx: Option<DatabaseTransaction>,
    tables: Vec<Table>,
    rules: Vec<Rule>,
}

/// Rows come table by table, in no order that their references would want: those are looked at in
/// the end.
async fn begin(tx: &DatabaseTransaction, schema: &SchemaName, version: &str) -> Result<(Vec<Table>, Vec<Rule>)> {
    let tables = tables(tx, schema).await?;
    let ours = text(tx, "SELECT max(version)::text AS text FROM seaql_migrations", []).await?.unwrap_or_default();
    if ours != version {
        return Err(Problem::internal(format!("the package is of {version}, this installation of {ours}")));
    }
    let rules = Rule::find_by_statement(Statement::from_string(
        DbBackend::Postgres,
        "SELECT quote_ident(conname) AS name, conrelid::regclass::text AS on_table FROM pg_constraint
          WHERE contype = 'f' AND connamespace = current_schema()::regnamespace",
    ))
    .all(tx)
    .await?;
    for Rule { name, on_table } in &rules {
        tx.execute_unprepared(&format!("ALTER TABLE {on_table} ALTER CONSTRAINT {name} DEFERRABLE INITIALLY DEFERRED")).await?;
    }
    Ok((tables, rules))
}

impl Loading {
    fn tx(&self) -> Result<&DatabaseTransaction> {
        self.tx.as_ref().ok_or_else(|| Problem::internal("the loading is over"))
    }

    /// Fills in some rows of a table, as a JSON array. Errors: there is no such table, its rules
    /// refuse a row.
    pub async fn rows(&self, table: &str, json: String) -> Result<()> {
        let known = self.tables.iter().find(|known| known.name == table).ok_or_else(|| Problem::internal(format!("there is no table {table}")))?;
        let (name, columns) = (quoted(table), known.columns());
        let sql = format!("INSERT INTO {name} ({columns}) SELECT {columns} FROM json_populate_recordset(NULL::{name}, $1::text::json)");
        self.tx()?.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, [json.into()])).await?;
        Ok(())
    }

    /// Everything is there; references are looked at now.
    pub async fn finish(mut self) -> Result<SchemaName> {
        let tx = self.tx.take().ok_or_else(|| Problem::internal("the loading is over"))?;
        let done = async {
            tx.execute_unprepared("SET CONSTRAINTS ALL IMMEDIATE").await?;
            for Rule { name, on_table } in &self.rules {
                tx.execute_unprepared(&format!("ALTER TABLE {on_table} ALTER CONSTRAINT {name} NOT DEFERRABLE")).await?;
            }
            tx.commit().await
        };
        match done.await {
            Ok(()) => Ok(self.schema),
            Err(error) => {
                self.give_up().await?;
                Err(error.into())
            }
        }
    }

    /// Leaves nothing behind.
    pub async fn give_up(mut self) -> Result<()> {
        if let Some(tx) = self.tx.take() {
            tx.rollback().await?;
        }
        let tx = self.owner.begin().await?;
        drop_schema(&tx, &self.schema).await?;
        tx.commit().await?;
        drop_role(&self.owner, &self.schema).await;
        Ok(())
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
