//! Where a tenant lives, and who knows it. The company context answers; this crate only asks.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Problem, Result};

/// The validated name of a tenant's schema and role: `t_` and 26 characters of base 32.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct SchemaName(String);

impl SchemaName {
    /// A new opaque name.
    #[must_use]
    pub fn new() -> Self {
        let id = CompanyId::new().to_string();
        Self(format!("t_{}", id.trim_start_matches("company_")))
    }

    /// Checks a stored name; it is the only text that is ever put into a statement.
    pub fn parse(text: &str) -> Result<Self> {
        let right = text.strip_prefix("t_").is_some_and(|id| id.len() == 26 && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()));
        if right { Ok(Self(text.to_owned())) } else { Err(Problem::internal(format!("bad schema name {text:?}"))) }
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The lane of this tenant among `lanes`; stable across restarts and machines.
    #[must_use]
    pub fn lane(&self, lanes: u32) -> u32 {
        // FNV-1a: small, fixed by its definition, unlike the standard library's hasher.
        let hash = self.0.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
        hash % lanes.max(1)
    }
}

impl Default for SchemaName {
    fn default() -> Self {
        Self::new()
    }
}

/// Where a tenant lives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TenantRef {
    /// The company.
    pub company: CompanyId,
    /// Its cell.
    pub cell: i16,
    /// Its schema.
    pub schema: SchemaName,
}

/// A shop found by its address.
#[derive(Clone, Debug)]
pub struct ShopTenant {
    /// Where it lives.
    pub tenant: TenantRef,
    /// Its address.
    pub slug: String,
    /// Whether the operator has verified it, so that it may sell.
    pub selling: bool,
    /// Whether the company has its shop switched on.
    pub open: bool,
    /// Whether it has to stop for the time being; then its products are not shown, while the orders
    /// under way can be followed.
    pub paused: bool,
}

/// For how many years a table's rows are kept after the tenant has left, and by which law; none: not at all.
pub type KeepRule = fn(&str) -> Option<(i32, &'static str)>;

/// What is kept of a tenant that leaves.
#[derive(Clone, Debug)]
pub struct Keeping {
    /// Who it was, as documents name it.
    pub company: serde_json::Value,
    /// What is kept, and for how long.
    pub rule: KeepRule,
    /// The moment from which the years count.
    pub now: DateTime<Utc>,
}

/// Knows the tenants. Implemented by the company context.
#[async_trait]
pub trait TenantDirectory: Send + Sync {
    /// Where a company lives. Error: not found.
    async fn tenant(&self, company: CompanyId) -> Result<TenantRef>;
    /// The open shop of an address. Errors: not found; closed.
    async fn shop(&self, slug: &str) -> Result<ShopTenant>;
    /// The shop of an address, open or closed. Error: not found.
    async fn shop_even_closed(&self, slug: &str) -> Result<ShopTenant> {
        self.shop(slug).await
    }
    /// The shop at a host name that its company has proven to be its own. Error: not found.
    async fn shop_at(&self, _host: &str) -> Result<ShopTenant> {
        Err(Problem::not_found())
    }
}

/// Makes an empty tenant schema with its role on a cell. Implemented where the migrations are known.
#[async_trait]
pub trait Provisioner: Send + Sync {
    /// Creates a schema, its role, its tables and its grants.
    async fn provision(&self, cell: i16) -> Result<SchemaName>;
    /// Drops a tenant's schema and role, after setting apart what has to be kept; returns how many
    /// rows that were. One that is gone already is fine.
    async fn retire(&self, _tenant: &TenantRef, _keeping: &Keeping) -> Result<u64> {
        Err(Problem::internal("schemas cannot be dropped here"))
    }
    /// Deletes the kept records whose time is over; returns how many.
    async fn forget(&self, _now: DateTime<Utc>) -> Result<u64> {
        Ok(0)
    }
}
