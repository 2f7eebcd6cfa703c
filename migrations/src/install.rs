//! Bringing a whole installation up to date, and making tenant schemas while it runs.

use crate::{cell, grants, platform_schema, roles, tenant};
use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{Problem, Result};
use platform::{
    config::Config,
    scope::{Keeping, LoginRoles, Provisioner, SchemaName, TenantRef, cell_urls},
};
use sea_orm::{ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DbBackend, FromQueryResult, Statement, TransactionTrait};
use sea_orm_migration::MigratorTrait;
use std::{collections::BTreeMap, time::Duration};

/// Serialises installations of one database.
const LOCK: &str = "SELECT pg_advisory_xact_lock(727001)";

const PLATFORM_SQL: &[&str] = &[
    include_str!("../sql/platform/machinery.sql"),
    include_str!("../sql/platform/identity.sql"),
    include_str!("../sql/platform/company.sql"),
    include_str!("../sql/platform/trade.sql"),
    include_str!("../sql/platform/payment.sql"),
    include_str!("../sql/platform/ledger.sql"),
    include_str!("../sql/platform/notify.sql"),
    include_str!("../sql/platform/second_factor/identity.sql"),
    include_str!("../sql/platform/departed_accounts/identity.sql"),
    include_str!("../sql/platform/members/company.sql"),
    include_str!("../sql/platform/audit.sql"),
    include_str!("../sql/platform/api_keys/company.sql"),
    include_str!("../sql/platform/webhooks/notify.sql"),
    include_str!("../sql/platform/tenant_life/company.sql"),
    include_str!("../sql/platform/two_persons/approval.sql"),
    include_str!("../sql/platform/passkeys/identity.sql"),
];

/// What PostgreSQL allows everyone by default and a tenant must not have: switching roles through
/// `set_config`, procedural code, temporary tables, new schemas.
const CLOSE: &str = "
    REVOKE EXECUTE ON FUNCTION pg_catalog.set_config(text, text, boolean) FROM PUBLIC;
    REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
    CREATE EXTENSION IF NOT EXISTS btree_gist SCHEMA public;";

/// Migrates the platform's schema, every cell and every tenant; safe to repeat and to run twice at once.
pub async fn install(config: &Config) -> Result<()> {
    let lanes = config.database.lanes.max(1);
    let roles = LoginRoles::of(&config.secret.key)?;
    let platform = roles.platform();
    for (number, url) in cell_urls(config)? {
        let owner = owner(&url).await?;
        prepare(&owner, &roles, lanes).await?;
        schema::<cell::Migrator>(&owner, "cell", &platform, &relay(&platform)).await?;
        tracing::info!(cell = number, "the cell is up to date");
    }
    let owner = owner(&config.database.url).await?;
    prepare(&owner, &roles, lanes).await?;
    schema::<platform_schema::Migrator>(&owner, "platform", &platform, &grants::of_platform(&platform, PLATFORM_SQL)).await?;
    let mut tenants = tenants(&owner).await?;
    for (number, url) in cell_urls(config)? {
        let schemas = tenants.remove(&number).unwrap_or_default();
        let count = schemas.len();
        tenant::migrate_tenants(&self::owner(&url).await?, schemas, &roles, lanes).await?;
        tracing::info!(cell = number, tenants = count, "the tenants are up to date");
    }
    Ok(())
}

/// The relay reads and clears the outbox of a cell, whoever wrote into it.
fn relay(platform: &str) -> String {
    format!(
        "GRANT SELECT, UPDATE, DELETE ON cell.outbox TO {platform};
         DROP POLICY IF EXISTS outbox_relay ON cell.outbox;
         CREATE POLICY outbox_relay ON cell.outbox TO {platform} USING (true)"
    )
}

async fn prepare(owner: &DatabaseConnection, roles: &LoginRoles, lanes: u32) -> Result<()> {
    roles::ensure(owner, roles, lanes).await?;
    let tx = owner.begin().await?;
    tx.execute_unprepared(LOCK).await?;
    tx.execute_unprepared(CLOSE).await?;
    roles::admit(&tx, roles, lanes).await?;
    tx.commit().await?;
    Ok(())
}

async fn schema<M: MigratorTrait>(owner: &DatabaseConnection, name: &str, platform: &str, grants: &str) -> Result<()> {
    let tx = owner.begin().await?;
    tx.execute_unprepared(LOCK).await?;
    tx.execute_unprepared(&format!("CREATE SCHEMA IF NOT EXISTS {name}; SET LOCAL search_path = {name}")).await?;
    tx.execute_unprepared(&format!("GRANT USAGE ON SCHEMA {name}, public TO {platform}")).await?;
    M::up(&tx, None).await?;
    tx.execute_unprepared(grants).await?;
    tx.commit().await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Known {
    cell: i16,
    schema_name: String,
}

async fn tenants(owner: &DatabaseConnection) -> Result<BTreeMap<i16, Vec<SchemaName>>> {
    let sql = "SELECT cell, schema_name FROM platform.company WHERE status <> 'closed' UNION ALL SELECT cell, schema_name FROM platform.spare_schema";
    let rows = Known::find_by_statement(Statement::from_string(DbBackend::Postgres, sql)).all(owner).await?;
    let mut by_cell: BTreeMap<i16, Vec<SchemaName>> = BTreeMap::new();
    for row in rows {
        by_cell.entry(row.cell).or_default().push(SchemaName::parse(&row.schema_name)?);
    }
    Ok(by_cell)
}

async fn owner(url: &str) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(4).min_connections(0).connect_lazy(true).sqlx_logging(false).acquire_timeout(Duration::from_secs(20));
    Ok(Database::connect(options).await?)
}

/// Makes tenant schemas on the cells of a configuration, as their databases' owner.
pub struct Installer {
    owners: BTreeMap<i16, DatabaseConnection>,
    roles: LoginRoles,
    lanes: u32,
}

impl Installer {
    /// Prepares the owner's connections; they are made when first needed.
    pub async fn open(config: &Config) -> Result<Self> {
        let mut owners = BTreeMap::new();
        for (number, url) in cell_urls(config)? {
            owners.insert(number, owner(&url).await?);
        }
        Ok(Self { owners, roles: LoginRoles::of(&config.secret.key)?, lanes: config.database.lanes.max(1) })
    }
}

impl Installer {
    pub(crate) fn owner(&self, cell: i16) -> Result<&DatabaseConnection> {
        self.owners.get(&cell).ok_or_else(|| Problem::internal(format!("cell {cell} is not configured")))
    }

    pub(crate) fn every_owner(&self) -> impl Iterator<Item = &DatabaseConnection> {
        self.owners.values()
    }

    pub(crate) const fn roles(&self) -> &LoginRoles {
        &self.roles
    }

    pub(crate) const fn lanes(&self) -> u32 {
        self.lanes
    }
}

#[async_trait]
impl Provisioner for Installer {
    async fn retire(&self, tenant: &TenantRef, keeping: &Keeping) -> Result<u64> {
        self.retire_schema(tenant, keeping).await
    }

    async fn forget(&self, now: DateTime<Utc>) -> Result<u64> {
        self.forget_records(now).await
    }

    async fn provision(&self, cell: i16) -> Result<SchemaName> {
        let owner = self.owner(cell)?;
        let schema = SchemaName::new();
        tenant::provision(owner, &schema, &self.roles, self.lanes).await?;
        Ok(schema)
    }
}
