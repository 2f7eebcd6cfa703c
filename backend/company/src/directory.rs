//! Where each tenant lives, asked on every request and therefore remembered.
//!
//! A tenant's place never changes while the process runs and is kept for good. A shop that may
//! sell is believed for a second, so that a suspension reaches every server within that; one that
//! may not is asked again each time, so that a verified company sells at once. A change made in
//! this process is seen at once.

use crate::{
    codes,
    entity::{closure, company, domain, former_slug},
};
use async_trait::async_trait;
use kernel::{CompanyId, Problem, Result};
use platform::scope::{Databases, PlatformPool, ShopTenant, TenantDirectory, TenantRef};
use sea_orm::EntityTrait;
use std::{
    collections::HashMap,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};

/// Entries remembered of each kind; beyond that memory starts afresh.
const CAPACITY: usize = 20_000;
/// How long a shop is believed to be selling.
const BELIEVED: Duration = Duration::from_secs(1);

/// Counts the changes of any company's status in this process.
static CHANGES: AtomicU64 = AtomicU64::new(0);

/// Forgets what was believed of shops; called when a company's status changes.
pub(crate) fn status_changed() {
    CHANGES.fetch_add(1, Ordering::SeqCst);
}

struct Believed {
    shop: ShopTenant,
    until: Instant,
    changes: u64,
}

/// The directory of tenants.
pub struct Directory {
    platform: PlatformPool,
    tenants: Mutex<HashMap<CompanyId, TenantRef>>,
    shops: Mutex<HashMap<String, Believed>>,
}

impl Directory {
    /// A directory that reads the platform's part.
    #[must_use]
    pub fn new(databases: &Databases) -> Self {
        Self { platform: databases.platform_pool(), tenants: Mutex::default(), shops: Mutex::default() }
    }

    /// The shop of a company, open or closed, believed for a while if it sells. Error: it has none.
    fn remember(&self, name: &str, found: &company::Model, closing: bool, changes: u64) -> Result<ShopTenant> {
        let open = found.has(company::Function::Shop);
        // One who was never verified has sold nothing: without a shop there is nothing to see.
        if matches!(found.status, company::Status::Rejected | company::Status::Closed) || (!open && found.verified_at.is_none()) {
            return Err(Problem::not_found());
        }
        let paused = closing || found.stopped();
        let shop = ShopTenant { tenant: found.place()?, slug: found.slug.clone(), selling: found.verified() && !paused, open, paused };
        // A former address ends, and is asked again each time.
        if shop.selling && shop.open && (name == shop.slug || name.contains('.')) {
            let mut shops = self.shops.lock().unwrap_or_else(PoisonError::into_inner);
            if shops.len() >= CAPACITY {
                shops.clear();
            }
            shops.insert(name.to_owned(), Believed { shop: shop.clone(), until: Instant::now() + BELIEVED, changes });
        }
        Ok(shop)
    }

    fn believed(&self, slug: &str) -> Option<ShopTenant> {
        let shops = self.shops.lock().unwrap_or_else(PoisonError::into_inner);
        let known = shops.get(slug)?;
        let fresh = known.until > Instant::now() && known.changes == CHANGES.load(Ordering::SeqCst);
        fresh.then(|| known.shop.clone())
    }
}

#[async_trait]
impl TenantDirectory for Directory {
    async fn tenant(&self, company: CompanyId) -> Result<TenantRef> {
        if let Some(known) = self.tenants.lock().unwrap_or_else(PoisonError::into_inner).get(&company) {
            return Ok(known.clone());
        }
        let tx = self.platform.begin().await?;
        let place = tx.find(company::Entity::find_by_id(company)).await?.place()?;
        let mut tenants = self.tenants.lock().unwrap_or_else(PoisonError::into_inner);
        if tenants.len() >= CAPACITY {
            tenants.clear();
        }
        tenants.insert(company, place.clone());
        Ok(place)
    }

    async fn shop_at(&self, host: &str) -> Result<ShopTenant> {
        // A slug has no dot, so that the two kinds of names never meet.
        if !host.contains('.') {
            return Err(Problem::not_found());
        }
        if let Some(shop) = self.believed(host) {
            return Ok(shop);
        }
        let changes = CHANGES.load(Ordering::SeqCst);
        let tx = self.platform.begin().await?;
        let domain = tx.find(domain::proven(host)).await?;
        let found = tx.find(company::Entity::find_by_id(domain.company_id)).await?;
        let closing = tx.one(closure::Entity::find_by_id(found.id)).await?.is_some();
        self.remember(host, &found, closing, changes)
    }

    async fn shop(&self, slug: &str) -> Result<ShopTenant> {
        let shop = self.shop_even_closed(slug).await?;
        if shop.open { Ok(shop) } else { Err(codes::SHOP_CLOSED.into()) }
    }

    async fn shop_even_closed(&self, slug: &str) -> Result<ShopTenant> {
        if let Some(shop) = self.believed(slug) {
            return Ok(shop);
        }
        let changes = CHANGES.load(Ordering::SeqCst);
        let tx = self.platform.begin().await?;
        let found = match tx.one(company::by_slug(slug)).await? {
            Some(found) => found,
            None => {
                let former = tx.find(former_slug::standing(slug, tx.now())).await?;
                tx.find(company::Entity::find_by_id(former.company_id)).await?
            }
        };
        let closing = tx.one(closure::Entity::find_by_id(found.id)).await?.is_some();
        self.remember(slug, &found, closing, changes)
    }
}
