//! The market under load: a mart and a bakery, what they sell, and the operator, made by the use
//! cases of one process before the others start. A scarce loaf is among the goods, which many want.

use super::services::free_address;
use crate::{Caller, Firm, NewProduct, PASSWORD, TestApp, answer::text, audited::Calls, database};
use kernel::{Problem, Result};
use serde_json::json;
use std::time::Duration;
use uuid::Uuid;

/// Scarce loaves: fewer than the orders of a minute.
const SCARCE: i32 = 40;
/// As much as nobody sells out.
const PLENTY: i32 = 1_000_000;

/// Something on sale.
#[derive(Clone, Debug)]
pub struct Goods {
    /// The shop's address.
    pub shop: String,
    /// The variant in the shop.
    pub listed: Uuid,
    /// What one costs.
    pub price: i64,
    /// Whether the seller supplies it too.
    pub own: bool,
}

/// The market.
#[derive(Clone)]
pub struct World {
    /// Somebody whom nobody knows.
    pub anyone: Caller,
    /// The operator.
    pub operator: Caller,
    /// A shop that makes nothing.
    pub mart: Caller,
    /// A shop that supplies itself and the mart.
    pub bakery: Caller,
    /// What is on sale; the last is scarce.
    pub goods: Vec<Goods>,
}

/// Who has to be signed in again, once the other processes serve.
pub struct Founded {
    emails: [String; 3],
    goods: Vec<Goods>,
    /// The database.
    pub database: String,
}

/// Founds the market in a database of its own.
pub async fn found() -> Result<Founded> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let bakery = t.firm(&operator, "한빛제빵").await?;
    let mart = t.firm(&operator, "두레마트").await?;
    mart.rules(true, false, 0).await;
    bakery.rules(false, true, 0).await;
    operator.rules(true, false).await;
    mart.bank().await;
    bakery.bank().await;
    let plenty = NewProduct { stock: PLENTY, ..NewProduct::default() };
    let bread = mart.supplied_by(&t, &bakery, plenty).await?;
    let own = bakery.product(&t, plenty).await?;
    let scarce = mart.supplied_by(&t, &bakery, NewProduct { stock: SCARCE, ..NewProduct::default() }).await?;
    let goods = |shop: &Firm, listed, own| Goods { shop: shop.slug.clone(), listed, price: 22_000, own };
    let goods = vec![goods(&mart, bread.listed, false), goods(&bakery, own.listed, true), goods(&mart, scarce.listed, false)];
    let mut emails = [operator.email.clone(), String::new(), String::new()];
    for (place, firm) in [(1, &mart), (2, &bakery)] {
        let tx = t.madang.app.platform().await?;
        let owner = identity::queries::account(&tx, firm.owner).await?.ok_or_else(Problem::not_found)?;
        if let Some(email) = emails.get_mut(place) {
            email.clone_from(&owner.email);
        }
    }
    let database = t.leave().await.pop().ok_or_else(|| Problem::internal("no database"))?;
    Ok(Founded { emails, goods, database })
}

impl Founded {
    /// Everybody signs in at the servers behind `base`.
    pub async fn signed_in(&self, base: &str) -> Result<World> {
        let http =
            reqwest::Client::builder().connect_timeout(Duration::from_secs(5)).timeout(Duration::from_secs(60)).build().map_err(Problem::internal)?;
        let anyone = Caller::anonymous(http, base.to_owned(), Calls::default());
        let mut signed = Vec::new();
        for email in &self.emails {
            let session = anyone.post("/account/session", json!({"email": email, "password": PASSWORD})).await.ok();
            signed.push(anyone.token(&text(&session, "/access_token")));
        }
        let [operator, mart, bakery] = <[Caller; 3]>::try_from(signed).map_err(|_| Problem::internal("three sign in"))?;
        Ok(World { anyone, operator, mart, bakery, goods: self.goods.clone() })
    }

    /// The settings of the processes: the database, the services, and little ones for a small machine.
    pub fn settings(&self, redis: &str, mail: &str, dir: &str) -> Result<Vec<(String, String)>> {
        let set = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        Ok(vec![
            set("PATH", &std::env::var("PATH").unwrap_or_default()),
            set("DATABASE_URL", &database::url(&self.database)?),
            set("REDIS_URL", redis),
            set("SMTP_URL", mail),
            set("MADANG_DATA_DIR", dir),
            set("MADANG_PUBLIC_URL", "http://127.0.0.1"),
            set("MADANG_SERVER__HOST", "127.0.0.1"),
            set("MADANG_SERVER__THREADS", "2"),
            set("MADANG_WORKER", "off"),
            set("MADANG_SERVER__DRAIN_S", "1"),
            set("MADANG_DATABASE__PLATFORM_CONNECTIONS", "10"),
            set("MADANG_DATABASE__LANES", "2"),
            set("MADANG_DATABASE__LANE_CONNECTIONS", "6"),
            set("MADANG_AUTH__SECOND_FACTOR_REQUIRED", "false"),
            set("MADANG_AUTH__ACCESS_MINUTES", "525600"),
            set("MADANG_AUTH__STEP_UP_MINUTES", "525600"),
            set("MADANG_AUTH__ARGON2_MEMORY_KIB", "64"),
            set("MADANG_AUTH__ARGON2_PASSES", "1"),
            set("NO_COLOR", "1"),
        ])
    }
}

/// The settings of a server that listens on a free port, and where that is.
pub fn server_settings(all: &[(String, String)]) -> Result<(Vec<(String, String)>, std::net::SocketAddr)> {
    let address = free_address()?;
    let mut own = all.to_vec();
    own.push(("PORT".to_owned(), address.port().to_string()));
    Ok((own, address))
}
