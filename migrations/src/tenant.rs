//! Migrations of a tenant's schema, oldest first, and running them over all tenants: one
//! transaction each, in parallel, so that an interrupted run is simply run again.

use crate::{grants, sql_migration};
use futures_util::{TryStreamExt, stream};
use kernel::Result;
use platform::scope::{LoginRoles, SchemaName};
use sea_orm::{ConnectionTrait, DatabaseConnection, DatabaseTransaction, TransactionTrait};
use sea_orm_migration::{MigrationTrait, MigratorTrait};

/// Tenants migrated at once.
const PARALLEL: usize = 4;

sql_migration!(
    Initial,
    "m0001_initial",
    ["../sql/tenant/machinery.sql", "../sql/tenant/catalog.sql", "../sql/tenant/stock.sql", "../sql/tenant/sales.sql", "../sql/tenant/books.sql",]
);

sql_migration!(ForgottenCarts, "m0002_forgotten_carts", ["../sql/tenant/forgotten_carts.sql"]);

/// The SQL of every tenant table, for the grants.
const SQL: &[&str] = &[
    include_str!("../sql/tenant/machinery.sql"),
    include_str!("../sql/tenant/catalog.sql"),
    include_str!("../sql/tenant/stock.sql"),
    include_str!("../sql/tenant/sales.sql"),
    include_str!("../sql/tenant/books.sql"),
];

pub struct Migrator;

impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(Initial), Box::new(ForgottenCarts)]
    }
}

/// Makes a tenant schema: role, schema, tables and grants, in one transaction.
pub async fn provision(owner: &DatabaseConnection, schema: &SchemaName, roles: &LoginRoles, lanes: u32) -> Result<()> {
    let name = schema.as_str();
    let lane = roles.lane(schema.lane(lanes));
    let tx = owner.begin().await?;
    tx.execute_unprepared(&format!(
        "CREATE ROLE {name} NOLOGIN NOINHERIT; GRANT {name} TO {lane};
         CREATE SCHEMA {name}; GRANT USAGE ON SCHEMA {name}, cell, public TO {name};
         GRANT INSERT ON cell.outbox TO {name}"
    ))
    .await?;
    migrate(&tx, schema).await?;
    tx.commit().await?;
    Ok(())
}

/// Brings the given tenants of one cell up to date: their tables, and the lane that may enter them.
pub async fn migrate_tenants(owner: &DatabaseConnection, schemas: Vec<SchemaName>, roles: &LoginRoles, lanes: u32) -> Result<()> {
    stream::iter(schemas.into_iter().map(Ok))
        .try_for_each_concurrent(PARALLEL, |schema| async move {
            let tx = owner.begin().await?;
            tx.execute_unprepared(&format!("GRANT {} TO {}", schema.as_str(), roles.lane(schema.lane(lanes)))).await?;
            migrate(&tx, &schema).await?;
            tx.commit().await?;
            Ok(())
        })
        .await
}

async fn migrate(tx: &DatabaseTransaction, schema: &SchemaName) -> Result<()> {
    let name = schema.as_str();
    tx.execute_unprepared(&format!("SET LOCAL search_path = {name}")).await?;
    Migrator::up(tx, None).await?;
    tx.execute_unprepared(&grants::of_tenant(name, SQL)).await?;
    Ok(())
}
