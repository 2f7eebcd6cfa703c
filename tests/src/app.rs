//! An installation of its own for one story: databases, clock, files, server and worker.

use crate::{Caller, Names, audited::Calls, database};
use actix_web::dev::ServerHandle;
use chrono::{DateTime, Duration, TimeZone, Utc};
use kernel::{Problem, Result};
use platform::{clock::Clock, config::Config};
use sea_orm::{DbBackend, FromQueryResult, Statement};
use server::{Madang, serve};
use std::{
    net::TcpListener,
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
};

static NUMBER: AtomicU32 = AtomicU32::new(0);

/// What a story wants to be otherwise.
#[derive(Clone, Debug, Default)]
pub struct Setting {
    /// The platform and two cells in three databases; else everything lies in one.
    pub cells: bool,
    /// A mail server; without one, mail goes to the local mailbox.
    pub smtp_url: Option<String>,
    /// Redis; without one, the installation works without.
    pub redis_url: Option<String>,
    /// Minutes of an access token; long, unless a story is about them.
    pub access_minutes: Option<i64>,
    /// Minutes of a proof that it is the person; long, unless a story is about them.
    pub step_up_minutes: Option<i64>,
    /// The edition of the terms of use in force.
    pub terms_edition: Option<String>,
    /// Whether those who move money need a second factor.
    pub second_factor_required: bool,
    /// A secret of its own; else all stories share one, and with it the login roles.
    pub secret: Option<String>,
    /// The world's name servers.
    pub names: Names,
    /// Any other change of the settings.
    pub change: Option<fn(&mut Config)>,
}

/// An installation of its own.
pub struct TestApp {
    /// The process under test.
    pub madang: Madang,
    /// Where it is served.
    pub base: String,
    /// The databases, the platform's first.
    pub databases: Vec<String>,
    http: reqwest::Client,
    /// What was called so far.
    pub calls: Calls,
    server: ServerHandle,
    dir: PathBuf,
}

#[derive(FromQueryResult)]
struct Waiting {
    name: String,
    last_error: Option<String>,
    dead: bool,
}

/// Small pools and cheap passwords: many stories share one machine.
pub(crate) fn small(config: &mut Config) {
    config.database.platform_connections = 8;
    config.database.lanes = 2;
    config.database.lane_connections = 6;
    config.database.acquire_timeout_s = 30;
    config.database.spare_schemas = 0;
    config.server.threads = 1;
    config.auth.argon2_memory_kib = 64;
    config.auth.argon2_passes = 1;
    config.auth.second_factor_required = false;
}

impl TestApp {
    /// An installation in one database, as it is by default.
    pub async fn start() -> Result<Self> {
        Self::with(Setting::default()).await
    }

    /// An installation whose platform and two cells lie in three databases.
    pub async fn with_cells() -> Result<Self> {
        Self::with(Setting { cells: true, ..Setting::default() }).await
    }

    /// An installation with other settings.
    pub async fn with(setting: Setting) -> Result<Self> {
        let mut config = Config::defaults()?;
        small(&mut config);
        let databases = prepare(&mut config, &setting).await?;
        let dir = std::env::temp_dir().join(format!("madang-story-{}-{}", std::process::id(), NUMBER.fetch_add(1, Ordering::Relaxed)));
        config.storage.dir = dir.to_string_lossy().into_owned();
        config.server.public_url = "http://madang.test".into();
        config.mail.smtp_url = setting.smtp_url.unwrap_or_default();
        config.redis.url = setting.redis_url.unwrap_or_default();
        config.auth.access_minutes = setting.access_minutes.unwrap_or(60 * 24 * 365);
        config.auth.step_up_minutes = setting.step_up_minutes.unwrap_or(60 * 24 * 365);
        config.auth.second_factor_required = setting.second_factor_required;
        config.legal.terms_edition = setting.terms_edition.unwrap_or(config.legal.terms_edition);
        // A Monday, ten in the morning in Seoul.
        let start = Utc.with_ymd_and_hms(2026, 3, 2, 1, 0, 0).single().ok_or_else(|| Problem::internal("no such moment"))?;
        if let Some(change) = setting.change {
            change(&mut config);
        }
        let madang = Madang::boot_asking(Arc::new(setting.names), config, Clock::standing_at(start)).await?;
        company::actions::refill_spares(&madang.app).await?;
        let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(Problem::internal)?;
        let port = listener.local_addr().map_err(Problem::internal)?.port();
        let running = serve::start(&madang, listener)?;
        let server = running.handle();
        actix_web::rt::spawn(running);
        let http = reqwest::Client::new();
        let base = format!("http://127.0.0.1:{port}");
        Ok(Self { madang, base, databases, calls: Calls::default(), http, server, dir })
    }

    /// Somebody whom nobody knows.
    #[must_use]
    pub fn anyone(&self) -> Caller {
        Caller::anonymous(self.http.clone(), self.base.clone(), self.calls.clone())
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.madang.app.now()
    }

    /// Moves the clock.
    pub fn forward(&self, by: Duration) {
        self.madang.app.clock().forward(by);
    }

    /// Lets the worker work until nothing is due. Every reaction has to succeed.
    pub async fn work(&self) -> Result<()> {
        self.work_through_failures().await?;
        let failed: Vec<String> =
            self.waiting().await?.iter().filter_map(|row| row.last_error.as_ref().map(|error| format!("{}: {error}", row.name))).collect();
        assert!(failed.is_empty(), "reactions failed:\n  {}", failed.join("\n  "));
        Ok(())
    }

    /// Lets the worker work until nothing is due; what fails is tried again when the clock has moved.
    pub async fn work_through_failures(&self) -> Result<()> {
        self.madang.worker().drain().await.map(drop)
    }

    /// Moves the clock, and lets the worker work.
    pub async fn pass(&self, time: Duration) -> Result<()> {
        self.forward(time);
        self.work().await
    }

    /// The story is over: every event was delivered, none is dead, the journal proves itself, and what
    /// was done is in the audit log.
    pub async fn finish(self) -> Result<()> {
        // Deadlines that nothing waits for any more come and go.
        self.pass(Duration::hours(1)).await?;
        let left: Vec<String> =
            self.waiting().await?.into_iter().map(|row| format!("{}{}", row.name, if row.dead { " (dead)" } else { "" })).collect();
        assert!(left.is_empty(), "events were not delivered: {}", left.join(", "));
        self.prove().await?;
        self.audited().await?;
        self.server.stop(false).await;
        database::drop_all(&self.databases).await?;
        // The folder may not exist, where nothing was ever stored.
        let _gone = std::fs::remove_dir_all(&self.dir);
        Ok(())
    }

    /// The process ends; what it made stays in the databases, for other processes.
    pub async fn leave(self) -> Vec<String> {
        self.server.stop(true).await;
        self.databases
    }

    /// The journal and the audit log prove themselves.
    pub async fn prove(&self) -> Result<()> {
        let tx = self.madang.app.platform().await?;
        let proof = ledger::proof::prove(&tx).await?;
        assert!(proof.holds(), "{}: {:#?}", proof.line(), proof.faults);
        drop(tx);
        let log = platform::audit::prove(&self.madang.app.platform().await?).await?;
        assert!(log.holds(), "{}: {:#?}", log.line(), log.faults);
        Ok(())
    }

    /// Events that were not delivered and are due, or failed.
    async fn waiting(&self) -> Result<Vec<Waiting>> {
        let mut all = Vec::new();
        for (place, name) in self.databases.iter().enumerate() {
            let owner = database::open(&database::url(name)?).await?;
            for schema in ["platform", "cell"] {
                if schema == "platform" && place > 0 {
                    continue;
                }
                let sql = format!(
                    "SELECT name, last_error, dead_at IS NOT NULL AS dead FROM {schema}.outbox WHERE next_at <= $1 OR attempts > 0 ORDER BY seq"
                );
                let query = Statement::from_sql_and_values(DbBackend::Postgres, sql, [self.now().into()]);
                all.extend(Waiting::find_by_statement(query).all(&owner).await?);
            }
            owner.close().await?;
        }
        Ok(all)
    }
}

async fn prepare(config: &mut Config, setting: &Setting) -> Result<Vec<String>> {
    if let Some(secret) = &setting.secret {
        let name = database::empty().await?;
        config.secret.key.clone_from(secret);
        config.database.url = database::url(&name)?;
        config.database.spare_schemas = 1;
        migrations::install(config).await?;
        return Ok(vec![name]);
    }
    if !setting.cells {
        let name = database::copy_of_template().await?;
        config.database.url = database::url(&name)?;
        return Ok(vec![name]);
    }
    let names = vec![database::empty().await?, database::empty().await?, database::empty().await?];
    let [platform, one, two] = names.as_slice() else { return Err(Problem::internal("three databases")) };
    config.database.url = database::url(platform)?;
    config.database.cells = format!("1={};2={}", database::url(one)?, database::url(two)?);
    config.database.open_cells = "1,2".into();
    // One each, so that the first two companies live apart.
    config.database.spare_schemas = 1;
    migrations::install(config).await?;
    Ok(names)
}
