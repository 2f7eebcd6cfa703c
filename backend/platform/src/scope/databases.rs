//! The pools: one for the platform's part, and per cell one relay and several lanes. A lane's
//! login role is a member of its own tenants' roles alone.

use super::{LoginRoles, Platform, SchemaName, Tenant, TenantRef, Tx};
use crate::{clock::Clock, config::Config, wake::Wake};
use kernel::{Problem, Result};
use sea_orm::{AccessMode, ConnectOptions, ConnectionTrait, Database, DatabaseConnection, DatabaseTransaction, IsolationLevel, TransactionTrait};
use std::{collections::BTreeMap, time::Duration};

/// For how long a connection that nobody used is believed to be alive. When the database comes back
/// after a failure, the connections from before are found out here and not by whoever needs one; under
/// load none is idle for so long, and nothing is asked.
const TRUSTED_FOR: Duration = Duration::from_millis(800);

/// The pools of one cell.
struct Cell {
    relay: DatabaseConnection,
    lanes: Vec<DatabaseConnection>,
}

/// All pools of a process.
pub struct Databases {
    platform: DatabaseConnection,
    cells: BTreeMap<i16, Cell>,
    clock: Clock,
    wake: Wake,
}

/// The platform's part alone, for those who are made before the app stands.
#[derive(Clone)]
pub struct PlatformPool {
    pool: DatabaseConnection,
    clock: Clock,
    wake: Wake,
}

impl PlatformPool {
    /// Begins a transaction of the platform's part.
    pub async fn begin(&self) -> Result<Tx<Platform>> {
        Ok(Tx::new(begun(&self.pool, false).await?, self.clock.now(), None, self.wake.clone()))
    }
}

/// Begins a transaction, whatever becomes of whoever waits for it. A request that is dropped in the
/// middle of a BEGIN, because its caller hung up or another parameter of its handler was refused,
/// would otherwise give a connection back to the pool whose transaction nobody knows of and nobody
/// ends; what others then write on it is lost, or waits for ever.
async fn begun(pool: &DatabaseConnection, snapshot: bool) -> Result<DatabaseTransaction> {
    let pool = pool.clone();
    let begin = async move {
        match snapshot {
            false => pool.begin().await,
            true => pool.begin_with_config(Some(IsolationLevel::RepeatableRead), Some(AccessMode::ReadOnly)).await,
        }
    };
    Ok(tokio::spawn(begin).await.map_err(Problem::internal)??)
}

/// Parses `1=postgres://…;2=postgres://…`; cell 0 is the platform's database unless it is named.
pub fn cell_urls(config: &Config) -> Result<BTreeMap<i16, String>> {
    let mut cells = BTreeMap::from([(0, config.database.url.clone())]);
    for part in config.database.cells.split(';').map(str::trim).filter(|part| !part.is_empty()) {
        let (number, url) = part.split_once('=').ok_or_else(|| Problem::internal("database.cells: expected number=url"))?;
        cells.insert(number.trim().parse().map_err(Problem::internal)?, url.trim().to_owned());
    }
    Ok(cells)
}

impl Databases {
    /// Prepares the pools; connections are made when they are first needed.
    pub async fn open(config: &Config, clock: Clock, wake: Wake) -> Result<Self> {
        let db = &config.database;
        let roles = LoginRoles::of(&config.secret.key)?;
        let platform = pool(&roles.url(&db.url, &roles.platform())?, "platform", db.platform_connections, config).await?;
        let mut cells = BTreeMap::new();
        for (number, url) in cell_urls(config)? {
            let relay = if url == db.url { platform.clone() } else { pool(&roles.url(&url, &roles.platform())?, "cell", 4, config).await? };
            let mut lanes = Vec::new();
            for lane in 0..db.lanes.max(1) {
                lanes.push(pool(&roles.url(&url, &roles.lane(lane))?, "pg_catalog", db.lane_connections, config).await?);
            }
            cells.insert(number, Cell { relay, lanes });
        }
        Ok(Self { platform, cells, clock, wake })
    }

    /// Begins a transaction of the platform's part.
    pub async fn platform(&self) -> Result<Tx<Platform>> {
        self.platform_pool().begin().await
    }

    /// A handle to the platform's part alone.
    #[must_use]
    pub fn platform_pool(&self) -> PlatformPool {
        PlatformPool { pool: self.platform.clone(), clock: self.clock.clone(), wake: self.wake.clone() }
    }

    /// Begins a transaction of a tenant's part: its schema alone in the search path, its role.
    pub async fn tenant(&self, tenant: &TenantRef) -> Result<Tx<Tenant>> {
        self.tenant_in(tenant, false).await
    }

    pub(super) async fn tenant_in(&self, tenant: &TenantRef, snapshot: bool) -> Result<Tx<Tenant>> {
        let cell = self.cell(tenant.cell)?;
        let lanes = u32::try_from(cell.lanes.len()).unwrap_or(1);
        let lane = usize::try_from(tenant.schema.lane(lanes)).unwrap_or(0);
        let pool = cell.lanes.get(lane).ok_or_else(|| Problem::internal("no such lane"))?;
        let inner = begun(pool, snapshot).await?;
        inner.execute_unprepared(&enter(&tenant.schema)).await?;
        Ok(Tx::new(inner, self.clock.now(), Some(tenant.company), self.wake.clone()))
    }

    /// The pools whose outboxes a worker empties: the platform's part first, then each cell.
    pub(crate) fn outboxes(&self) -> Vec<(&'static str, &DatabaseConnection)> {
        let mut all = vec![("platform", &self.platform)];
        all.extend(self.cells.values().map(|cell| ("cell", &cell.relay)));
        all
    }

    fn cell(&self, number: i16) -> Result<&Cell> {
        self.cells.get(&number).ok_or_else(|| Problem::internal(format!("cell {number} is not configured")))
    }

    /// Whether the platform's database answers.
    pub async fn ready(&self) -> Result<()> {
        Ok(self.platform.ping().await?)
    }
}

/// The batch by which a transaction enters a tenant; the name was validated by its type.
fn enter(schema: &SchemaName) -> String {
    let name = schema.as_str();
    format!("SET LOCAL search_path = {name}; SET LOCAL ROLE {name}")
}

async fn pool(url: &str, search_path: &str, connections: u32, config: &Config) -> Result<DatabaseConnection> {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(0)
        .set_schema_search_path(search_path)
        .acquire_timeout(Duration::from_secs(config.database.acquire_timeout_s))
        .max_lifetime(Duration::from_secs(config.database.max_lifetime_s))
        .test_before_acquire(false)
        .connect_lazy(true)
        .sqlx_logging(false)
        .map_sqlx_postgres_pool_opts(|options| {
            options.before_acquire(|connection, used| {
                Box::pin(async move { Ok(used.idle_for < TRUSTED_FOR || sea_orm::sqlx::Connection::ping(connection).await.is_ok()) })
            })
        });
    Ok(Database::connect(options).await?)
}
