//! Databases of a story: copies of a template that is migrated once per process.
//!
//! What an earlier process left behind because a story failed in it is thrown away first.

use kernel::{Problem, Result};
use platform::{clock::Clock, config::Config};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, FromQueryResult, Statement};
use std::{
    path::Path,
    process,
    sync::atomic::{AtomicU32, Ordering},
};
use tokio::sync::OnceCell;

/// Spare tenant schemas in the template, so that most stories need not make one.
const SPARES: u32 = 4;
/// What the names of all databases begin with.
const PREFIX: &str = "story_";

static TEMPLATE: OnceCell<String> = OnceCell::const_new();
static NUMBER: AtomicU32 = AtomicU32::new(0);

#[derive(FromQueryResult)]
struct Name {
    name: String,
}

/// The server's address without a database, and the database to begin with.
fn server() -> Result<(String, String)> {
    let named = std::env::var("TEST_DATABASE_URL").ok().or_else(noted);
    let url = named.ok_or_else(|| Problem::internal("TEST_DATABASE_URL is not set: infra/local/services.sh start"))?;
    let (base, name) = url.rsplit_once('/').ok_or_else(|| Problem::internal("TEST_DATABASE_URL names no database"))?;
    Ok((base.to_owned(), name.to_owned()))
}

/// What the local services have written down.
fn noted() -> Option<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent()?;
    let text = std::fs::read_to_string(root.join(".local/test/env")).ok()?;
    let line = text.lines().find_map(|line| line.strip_prefix("export TEST_DATABASE_URL="))?;
    Some(line.trim_matches(['\'', '"']).to_owned())
}

/// The URL of a database on the server.
pub fn url(name: &str) -> Result<String> {
    Ok(format!("{}/{name}", server()?.0))
}

async fn admin() -> Result<DatabaseConnection> {
    open(&url(&server()?.1)?).await
}

/// A connection as the owner of a database.
pub async fn open(url: &str) -> Result<DatabaseConnection> {
    let mut options = sea_orm::ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    Ok(Database::connect(options).await?)
}

/// A new name, of this process alone.
fn fresh() -> String {
    format!("{PREFIX}{}_{}", process::id(), NUMBER.fetch_add(1, Ordering::Relaxed))
}

/// A migrated database with some spare tenant schemas.
pub async fn copy_of_template() -> Result<String> {
    let template = TEMPLATE.get_or_try_init(template).await?;
    let name = fresh();
    let admin = admin().await?;
    admin.execute_unprepared(&format!("CREATE DATABASE {name} TEMPLATE {template}")).await?;
    // A copy does not take over what its template allows everyone.
    admin.execute_unprepared(&format!("REVOKE TEMPORARY, CREATE ON DATABASE {name} FROM PUBLIC")).await?;
    admin.close().await?;
    Ok(name)
}

/// An empty database.
pub async fn empty() -> Result<String> {
    let name = fresh();
    let admin = admin().await?;
    admin.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
    admin.close().await?;
    Ok(name)
}

/// Throws databases away, whoever is still connected.
pub async fn drop_all(names: &[String]) -> Result<()> {
    let admin = admin().await?;
    for name in names {
        admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await?;
    }
    admin.close().await?;
    Ok(())
}

async fn template() -> Result<String> {
    sweep().await?;
    let name = empty().await?;
    let mut config = Config::defaults()?;
    super::app::small(&mut config);
    config.database.url = url(&name)?;
    config.database.spare_schemas = SPARES;
    migrations::install(&config).await?;
    let madang = server::Madang::boot(config, Clock::system()).await?;
    company::actions::refill_spares(&madang.app).await?;
    drop(madang);
    // A template is copied only while nobody is connected to it, and pools take a moment to close.
    let admin = admin().await?;
    admin.execute_unprepared(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await?;
    admin.execute_unprepared(&format!("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")).await?;
    while !rows(&admin, &format!("SELECT datname::text AS name FROM pg_stat_activity WHERE datname = '{name}'")).await?.is_empty() {
        tokio::task::yield_now().await;
    }
    admin.close().await?;
    Ok(name)
}

/// Throws away what processes that are no more have left: databases, and then tenant roles, which
/// belong to the server and go only when no database knows them.
async fn sweep() -> Result<()> {
    let admin = admin().await?;
    for name in rows(&admin, &format!("SELECT datname::text AS name FROM pg_database WHERE datname LIKE '{PREFIX}%'")).await? {
        let process = name.trim_start_matches(PREFIX).split('_').next().unwrap_or_default();
        if !Path::new("/proc").join(process).exists() {
            admin.execute_unprepared(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)")).await?;
        }
    }
    for role in rows(&admin, "SELECT rolname::text AS name FROM pg_roles WHERE rolname ~ '^t_[a-z0-9]{26}$'").await? {
        // One that a database still knows is refused, and stays.
        let _known = admin.execute_unprepared(&format!("DROP ROLE IF EXISTS {role}")).await;
    }
    admin.close().await?;
    Ok(())
}

impl super::TestApp {
    /// What the owner of the platform's database reads out of its catalogue: one column, `name`.
    pub async fn of_the_owner(&self, sql: &str) -> Result<Vec<String>> {
        let name = self.databases.first().ok_or_else(Problem::not_found)?;
        let owner = open(&url(name)?).await?;
        let found = rows(&owner, sql).await?;
        owner.close().await?;
        Ok(found)
    }
}

async fn rows(admin: &DatabaseConnection, sql: &str) -> Result<Vec<String>> {
    let found = Name::find_by_statement(Statement::from_string(sea_orm::DbBackend::Postgres, sql)).all(admin).await?;
    Ok(found.into_iter().map(|row| row.name).collect())
}
