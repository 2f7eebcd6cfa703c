//! Putting a process together out of settings and a clock.

use crate::authority::{Callers, Places};
use flows::Flows;
use identity::{Companies, Keys};
use kernel::Result;
use migrations::Installer;
use payment::Gateways;
use platform::{
    App,
    clock::Clock,
    config::Config,
    dns::{SystemDns, TextRecords},
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
    /// Who belongs to which company.
    pub companies: Arc<dyn Companies>,
    /// Signing keys of access tokens.
    pub keys: Keys,
    duties: Arc<Duties<Flows>>,
}

impl Madang {
    /// Opens everything; nothing is connected before it is first needed.
    pub async fn boot(config: Config, clock: Clock) -> Result<Self> {
        Self::boot_asking(Arc::new(SystemDns::default()), config, clock).await
    }

    /// The same, asking somebody else for text records.
    pub async fn boot_asking(dns: Arc<dyn TextRecords>, config: Config, clock: Clock) -> Result<Self> {
        let provisioner = Arc::new(Installer::open(&config).await?);
        let directory =
            |databases: &platform::scope::Databases| -> Arc<dyn TenantDirectory> { Arc::new(company::directory::Directory::new(databases)) };
        let app = App::open_asking(dns, config, clock, directory, provisioner).await?;
        let keys = Keys::default();
        let gateways = gateways(&app)?;
        let flows = Flows::new(app.clone(), gateways);
        let authority: Arc<dyn Authority> = Arc::new(Callers::new(app.clone(), keys.clone()));
        let companies: Arc<dyn Companies> = Arc::new(Places(app.clone()));
        Ok(Self { app, flows, authority, companies, keys, duties: Arc::new(flows::duties()) })
    }

    /// A worker of this process.
    #[must_use]
    pub fn worker(&self) -> Worker<Flows> {
        Worker::new(self.app.clone(), self.flows.clone(), Arc::clone(&self.duties))
    }
}

/// The sandbox is always there, for payments that were begun with it; Stripe takes the new ones
/// where a key is given.
fn gateways(app: &App) -> Result<Gateways> {
    let sandbox: Arc<dyn payment::Gateway> = Arc::new(payment::sandbox::Sandbox::new(app.clone()));
    #[cfg(feature = "stripe")]
    if !app.config().payment.stripe_secret_key.is_empty() {
        let stripe = payment_stripe::Stripe::new(&app.config().payment, app.clock().clone())?;
        return Ok(Gateways::new(Arc::new(stripe), vec![sandbox]));
    }
    Ok(Gateways::new(sandbox, Vec::new()))
}
