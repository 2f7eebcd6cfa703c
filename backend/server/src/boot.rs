//! Putting a process together out of settings and a clock.

use crate::authority::Callers;
use flows::Flows;
use identity::tokens::Keys;
use kernel::Result;
use migrations::Installer;
use payment::Gateways;
use platform::{
    App,
    clock::Clock,
    config::Config,
    http::Authority,
    scope::TenantDirectory,
    worker::{Duties, Worker},
};
use std::sync::Arc;

/// A process, ready to serve or to work.
#[derive(Clone)]
pub struct Madang {
    /// The installation.
    pub app: App,
    /// What crosses contexts.
    pub flows: Flows,
    /// Who knows callers.
    pub authority: Arc<dyn Authority>,
    /// Signing keys of access tokens.
    pub keys: Keys,
    duties: Arc<Duties<Flows>>,
}

impl Madang {
    /// Opens everything; nothing is connected before it is first needed.
    pub async fn boot(config: Config, clock: Clock) -> Result<Self> {
        let provisioner = Arc::new(Installer::open(&config).await?);
        let directory = |databases: &platform::scope::Databases| -> Arc<dyn TenantDirectory> {
            Arc::new(company::directory::Directory::new(databases))
        };
        let app = App::open(config, clock, directory, provisioner).await?;
        let keys = Keys::default();
        let gateways = gateways(&app)?;
        let flows = Flows::new(app.clone(), gateways);
        let authority: Arc<dyn Authority> = Arc::new(Callers::new(app.clone(), keys.clone()));
        Ok(Self { app, flows, authority, keys, duties: Arc::new(flows::duties()) })
    }

    /// A worker of this process.
    #[must_use]
    pub fn worker(&self) -> Worker<Flows> {
        Worker::new(self.app.clone(), self.flows.clone(), Arc::clone(&self.duties))
    }
}

#[cfg(feature = "stripe")]
fn gateways(app: &App) -> Result<Gateways> {
    let payment = &app.config().payment;
    if payment.stripe_secret_key.is_empty() {
        return Ok(Gateways::sandbox(app.clone()));
    }
    Ok(Gateways::sandbox(app.clone()).with_current(Arc::new(payment_stripe::Stripe::open(payment)?)))
}

#[cfg(not(feature = "stripe"))]
fn gateways(app: &App) -> Result<Gateways> {
    Ok(Gateways::sandbox(app.clone()))
}
