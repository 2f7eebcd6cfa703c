//! The running installation: settings, clock, pools, cache, files, mail and live updates. Every
//! handler, reaction and sweep is given one; it is cheap to clone.

use crate::{
    cache::Cache,
    clock::Clock,
    config::Config,
    dns::{SystemDns, TextRecords},
    http::Proxies,
    limiter::Limiter,
    live::Live,
    mail::Mailer,
    scope::{Databases, PlatformTx, Provisioner, TenantDirectory, TenantRef, TenantTx},
    storage::Storage,
    wake::Wake,
};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Result};
use std::sync::Arc;

struct Inner {
    config: Config,
    clock: Clock,
    databases: Databases,
    dns: Arc<dyn TextRecords>,
    directory: Arc<dyn TenantDirectory>,
    provisioner: Arc<dyn Provisioner>,
    cache: Cache,
    limiter: Limiter,
    live: Live,
    mailer: Mailer,
    proxies: Proxies,
    storage: Storage,
    wake: Wake,
}

/// The running installation.
#[derive(Clone)]
pub struct App(Arc<Inner>);

impl App {
    /// Assembles the installation. `directory` is made from the opened databases, because it
    /// reads them.
    pub async fn open(
        config: Config,
        clock: Clock,
        directory: impl FnOnce(&Databases) -> Arc<dyn TenantDirectory>,
        provisioner: Arc<dyn Provisioner>,
    ) -> Result<Self> {
        Self::open_asking(Arc::new(SystemDns::default()), config, clock, directory, provisioner).await
    }

    /// The same, asking somebody else for text records.
    pub async fn open_asking(
        dns: Arc<dyn TextRecords>,
        config: Config,
        clock: Clock,
        directory: impl FnOnce(&Databases) -> Arc<dyn TenantDirectory>,
        provisioner: Arc<dyn Provisioner>,
    ) -> Result<Self> {
        let wake = Wake::default();
        let databases = Databases::open(&config, clock.clone(), wake.clone()).await?;
        let cache = Cache::open(&config.redis.url);
        Ok(Self(Arc::new(Inner {
            dns,
            directory: directory(&databases),
            provisioner,
            limiter: Limiter::new(cache.clone(), clock.clone()),
            live: Live::new(cache.clone()),
            mailer: Mailer::open(&config)?,
            proxies: Proxies::parse(&config.server.trusted_proxies)?,
            storage: Storage::open(&config)?,
            config,
            clock,
            databases,
            cache,
            wake,
        })))
    }

    /// The settings.
    #[must_use]
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The clock.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.0.clock
    }

    /// The present moment.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    /// The pools.
    #[must_use]
    pub fn databases(&self) -> &Databases {
        &self.0.databases
    }

    /// Who knows text records of the DNS.
    #[must_use]
    pub fn dns(&self) -> &dyn TextRecords {
        self.0.dns.as_ref()
    }

    /// The proxies in front of the server.
    #[must_use]
    pub fn proxies(&self) -> &Proxies {
        &self.0.proxies
    }

    /// Begins a transaction of the platform's part.
    pub async fn platform(&self) -> Result<PlatformTx> {
        self.0.databases.platform().await
    }

    /// Begins a transaction of a company's part. Error: no such company.
    pub async fn tenant(&self, company: CompanyId) -> Result<TenantTx> {
        let tenant = self.0.directory.tenant(company).await?;
        self.0.databases.tenant(&tenant).await
    }

    /// Begins a transaction of a tenant whose place is known.
    pub async fn tenant_at(&self, tenant: &TenantRef) -> Result<TenantTx> {
        self.0.databases.tenant(tenant).await
    }

    /// Who knows the tenants.
    #[must_use]
    pub fn directory(&self) -> &dyn TenantDirectory {
        self.0.directory.as_ref()
    }

    /// Who makes tenant schemas.
    #[must_use]
    pub fn provisioner(&self) -> &dyn Provisioner {
        self.0.provisioner.as_ref()
    }

    /// What may be lost.
    #[must_use]
    pub fn cache(&self) -> &Cache {
        &self.0.cache
    }

    /// Rate limits.
    #[must_use]
    pub fn limiter(&self) -> &Limiter {
        &self.0.limiter
    }

    /// Live updates.
    #[must_use]
    pub fn live(&self) -> &Live {
        &self.0.live
    }

    /// Mail transport.
    #[must_use]
    pub fn mailer(&self) -> &Mailer {
        &self.0.mailer
    }

    /// Files.
    #[must_use]
    pub fn storage(&self) -> &Storage {
        &self.0.storage
    }

    /// Wakes the worker.
    #[must_use]
    pub fn wake(&self) -> &Wake {
        &self.0.wake
    }
}
