//! Settings: the documented defaults of `infra/config/default.toml`, overridden by the environment.
//! This is the only place that reads the environment.

mod approval;

pub use approval::{ApprovalConfig, PayoutLimits};

use kernel::{Problem, Result};
use serde::Deserialize;

const DEFAULTS: &str = include_str!("../../../infra/config/default.toml");

/// Environment names that people expect, beside the systematic `MADANG_SECTION__KEY`.
const SHORT_NAMES: &[(&str, &str)] = &[
    ("PORT", "server.port"),
    ("MADANG_WEB_DIR", "server.web_dir"),
    ("MADANG_PUBLIC_URL", "server.public_url"),
    ("DATABASE_URL", "database.url"),
    ("MADANG_CELLS", "database.cells"),
    ("REDIS_URL", "redis.url"),
    ("MADANG_SECRET", "secret.key"),
    ("MADANG_DATA_DIR", "storage.dir"),
    ("MADANG_DEMO_DIR", "demo.dir"),
    ("SMTP_URL", "mail.smtp_url"),
    ("STRIPE_SECRET_KEY", "payment.stripe_secret_key"),
    ("STRIPE_WEBHOOK_SECRET", "payment.stripe_webhook_secret"),
    ("STRIPE_PUBLISHABLE_KEY", "payment.stripe_publishable_key"),
    ("STRIPE_API_BASE", "payment.stripe_api_base"),
];

/// All settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Config {
    /// HTTP.
    pub server: ServerConfig,
    /// PostgreSQL.
    pub database: DatabaseConfig,
    /// Redis.
    pub redis: RedisConfig,
    /// Secrets.
    pub secret: SecretConfig,
    /// Files.
    pub storage: StorageConfig,
    /// Mail.
    pub mail: MailConfig,
    /// Payment providers.
    pub payment: PaymentConfig,
    /// Sign-in.
    pub auth: AuthConfig,
    /// The two-person rule.
    pub approval: ApprovalConfig,
    /// Rate limits.
    pub limits: LimitsConfig,
    /// Outgoing webhooks.
    pub webhook: WebhookConfig,
    /// Documents that people agree to.
    pub legal: LegalConfig,
    /// Shops.
    pub shop: ShopConfig,
    /// The life of a company on the platform.
    pub tenant: TenantConfig,
    /// Who operates the installation.
    pub operator: OperatorConfig,
    /// The demo world.
    pub demo: DemoConfig,
}

/// HTTP settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ServerConfig {
    /// Address to listen on.
    pub host: String,
    /// Port to listen on.
    pub port: u16,
    /// Base of links in mails.
    pub public_url: String,
    /// The built single-page application.
    pub web_dir: String,
    /// Worker threads; 0 is one per core.
    pub threads: usize,
    /// Largest JSON body in bytes.
    pub body_limit: usize,
    /// Largest upload in bytes.
    pub upload_limit: usize,
    /// Further host names of the installation itself.
    pub hosts: String,
    /// Seconds for a JSON body to arrive.
    pub body_timeout_s: u64,
    /// Seconds for an upload to arrive.
    pub upload_timeout_s: u64,
    /// Seconds for a request to be answered.
    pub answer_timeout_s: u64,
    /// Requests under way at once; more are refused.
    pub in_flight: usize,
    /// Seconds between the wish to stop and the stop.
    pub drain_s: u64,
    /// The proxies in front of the server.
    pub trusted_proxies: String,
    /// Whether the worker runs in the serving process.
    pub worker: bool,
}

/// Database settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DatabaseConfig {
    /// Owner URL of the platform database.
    pub url: String,
    /// Further cells.
    pub cells: String,
    /// Cells that take new companies.
    pub open_cells: String,
    /// Connections to the platform schema.
    pub platform_connections: u32,
    /// Lanes per cell.
    pub lanes: u32,
    /// Connections per lane.
    pub lane_connections: u32,
    /// Seconds until a connection is renewed.
    pub max_lifetime_s: u64,
    /// Seconds to wait for a connection.
    pub acquire_timeout_s: u64,
    /// Spare tenant schemas kept ready.
    pub spare_schemas: u32,
}

/// Redis settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RedisConfig {
    /// URL; empty for none.
    pub url: String,
}

/// Secrets.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SecretConfig {
    /// Derives database passwords.
    pub key: String,
}

impl std::fmt::Debug for SecretConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretConfig(…)")
    }
}

/// File settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StorageConfig {
    /// Folder of files and of the local mailbox.
    pub dir: String,
    /// S3-compatible URL; empty for the folder.
    pub url: String,
}

/// Mail settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MailConfig {
    /// SMTP URL; empty for the local mailbox.
    pub smtp_url: String,
    /// Sender.
    pub from: String,
}

/// Payment settings.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PaymentConfig {
    /// Stripe's secret key; empty for the sandbox.
    pub stripe_secret_key: String,
    /// Secret of Stripe's webhook signatures.
    pub stripe_webhook_secret: String,
    /// Stripe's publishable key, handed to the shop's page.
    pub stripe_publishable_key: String,
    /// Another base address of Stripe's API, for tests.
    pub stripe_api_base: String,
    /// Secret of the sandbox's webhook signatures.
    pub sandbox_webhook_secret: String,
}

impl std::fmt::Debug for PaymentConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("PaymentConfig(…)")
    }
}

/// Sign-in settings.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuthConfig {
    /// Minutes of an access token.
    pub access_minutes: i64,
    /// Days of a refresh token.
    pub refresh_days: i64,
    /// Whether operators, and whoever may say where a company's money is paid out to, need a second factor.
    pub second_factor_required: bool,
    /// Minutes for which a proof that it is the person is recent.
    pub step_up_minutes: i64,
    /// The host for which passkeys are made; empty for that of the public address.
    pub passkey_host: String,
    /// Further origins from which they are used, separated by commas.
    pub passkey_origins: String,
    /// argon2id memory in KiB.
    pub argon2_memory_kib: u32,
    /// argon2id passes.
    pub argon2_passes: u32,
}

/// Rate limits.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LimitsConfig {
    /// Requests of one API key within a window.
    pub api_key_requests: u64,
    /// Seconds of a window.
    pub api_key_window_s: u64,
}

/// Outgoing webhooks.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WebhookConfig {
    /// Whether an endpoint may be reached without TLS.
    pub allow_http: bool,
    /// Whether an endpoint may lie in a private network.
    pub allow_private: bool,
    /// Milliseconds for one delivery.
    pub timeout_ms: u64,
}

/// The editions in force of the documents that people agree to.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LegalConfig {
    /// Terms of use.
    pub terms_edition: String,
    /// What is done with personal data.
    pub privacy_edition: String,
}

/// Settings of shops.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ShopConfig {
    /// Days of a guest's cart that nobody touches.
    pub guest_cart_days: u32,
}

/// How long things last in the life of a company.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TenantConfig {
    /// Days in which leaving can be taken back.
    pub closing_days: u32,
    /// Days for which an export can be fetched.
    pub export_days: u32,
    /// Days for which a shop's former address leads to it.
    pub former_slug_days: u32,
    /// Hours after which a proven domain is looked at again.
    pub domain_check_hours: u32,
    /// Hours for which a domain may fail before it is given up.
    pub domain_patience_hours: u32,
}

/// Who operates the installation, as documents name it. What is empty is not shown.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OperatorConfig {
    /// Legal name.
    pub name: String,
    /// Address.
    pub address: String,
    /// Business registration number.
    pub business_number: String,
    /// Mail-order report number.
    pub mail_order_number: String,
}

/// Settings of the demo world.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DemoConfig {
    /// Folder of its catalogue and pictures.
    pub dir: String,
}

impl Config {
    /// The defaults, overridden by the environment. Error: a setting that cannot be read.
    pub fn from_environment() -> Result<Self> {
        let mut builder = config::Config::builder().add_source(config::File::from_str(DEFAULTS, config::FileFormat::Toml)).add_source(
            config::Environment::with_prefix("MADANG")
                .prefix_separator("_")
                .separator("__")
                .try_parsing(true)
                .ignore_empty(true)
                .keep_prefix(false)
                .source(Some(std::env::vars().filter(|(name, _)| name.starts_with("MADANG_") && name.contains("__")).collect())),
        );
        for (name, key) in SHORT_NAMES {
            if let Ok(value) = std::env::var(name) {
                builder = builder.set_override(*key, value).map_err(Problem::internal)?;
            }
        }
        if let Ok(worker) = std::env::var("MADANG_WORKER") {
            builder = builder.set_override("server.worker", worker != "off").map_err(Problem::internal)?;
        }
        let config: Self = builder.build().and_then(config::Config::try_deserialize).map_err(Problem::internal)?;
        config.guarded()?;
        Ok(config)
    }

    /// What the public reaches over TLS is not guarded by a secret that everybody can read in the defaults.
    fn guarded(&self) -> Result<()> {
        let open = self.secret.key.is_empty() || self.secret.key == Self::defaults()?.secret.key;
        if open && self.public_url().starts_with("https://") {
            return Err(Problem::internal("MADANG_SECRET is not set, and the public address is https: set a long random secret, and keep it"));
        }
        Ok(())
    }

    /// The documented defaults alone; tests start from them.
    pub fn defaults() -> Result<Self> {
        config::Config::builder()
            .add_source(config::File::from_str(DEFAULTS, config::FileFormat::Toml))
            .build()
            .and_then(config::Config::try_deserialize)
            .map_err(Problem::internal)
    }

    /// What links begin with, without a trailing slash.
    #[must_use]
    pub fn public_url(&self) -> String {
        if self.server.public_url.is_empty() {
            format!("http://localhost:{}", self.server.port)
        } else {
            self.server.public_url.trim_end_matches('/').to_owned()
        }
    }

    /// The host of the public address, in lower case.
    #[must_use]
    pub fn public_host(&self) -> String {
        self.public_authority().0
    }

    /// The host for which passkeys are made.
    #[must_use]
    pub fn passkey_host(&self) -> String {
        let set = self.auth.passkey_host.trim().to_lowercase();
        if set.is_empty() { self.public_host() } else { set }
    }

    /// The port of the public address, where it names one.
    #[must_use]
    pub fn public_port(&self) -> Option<String> {
        self.public_authority().1
    }

    fn public_authority(&self) -> (String, Option<String>) {
        let url = self.public_url();
        let authority = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).split('/').next().unwrap_or_default();
        let (host, port) = authority.rsplit_once(':').map_or((authority, None), |(host, port)| (host, Some(port.to_owned())));
        (host.to_lowercase(), port)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_of_development_does_not_guard_the_public() -> Result<()> {
        let mut config = Config::defaults()?;
        assert!(config.guarded().is_ok());
        config.server.public_url = "https://madang.example".into();
        assert!(config.guarded().is_err());
        config.secret.key = "a long random secret".into();
        assert!(config.guarded().is_ok());
        Ok(())
    }
}
