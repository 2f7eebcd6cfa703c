//! Payments on a database of their own, with the sandbox as provider.

use async_trait::async_trait;
use chrono::{DateTime, Duration};
use kernel::{CompanyId, Currency, OrderId, PaymentId, Problem, Result};
use payment::{
    Gateways, PaymentState,
    actions::{self, NewPayment},
    queries,
    sandbox::Sandbox,
    work::{self, PayAnswer},
};
use platform::{
    App, PlatformTx,
    clock::Clock,
    config::Config,
    scope::{Databases, Provisioner, SchemaName, ShopTenant, TenantDirectory, TenantRef},
};
use sea_orm::{ConnectionTrait, Database, FromQueryResult};
use serde_json::{Value, json};
use std::sync::Arc;

static ALONE: tokio::sync::Mutex<()> = tokio::sync::Mutex::const_new(());

/// No tenant is needed here.
struct Nobody;

#[async_trait]
impl TenantDirectory for Nobody {
    async fn tenant(&self, _: CompanyId) -> Result<TenantRef> {
        Err(Problem::not_found())
    }
    async fn shop(&self, _: &str) -> Result<ShopTenant> {
        Err(Problem::not_found())
    }
}

#[async_trait]
impl Provisioner for Nobody {
    async fn provision(&self, _: i16) -> Result<SchemaName> {
        Err(Problem::not_found())
    }
}

#[derive(FromQueryResult)]
struct Count {
    count: i64,
}

/// Payments on a database of their own.
pub struct Desk {
    pub app: App,
    pub gateways: Gateways,
}

impl Desk {
    /// A new one, on the server of `TEST_DATABASE_URL`.
    pub async fn open() -> Result<Self> {
        let server =
            std::env::var("TEST_DATABASE_URL").map_err(|_| Problem::internal("TEST_DATABASE_URL is not set: infra/local/services.sh start"))?;
        let name = format!("payment_{}", uuid::Uuid::now_v7().simple());
        // Roles belong to the server, so that two installations must not change them at once.
        let _alone = ALONE.lock().await;
        Database::connect(&server).await?.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
        let (base, _) = server.rsplit_once('/').unwrap_or((&server, ""));
        let mut config = Config::defaults()?;
        config.database.url = format!("{base}/{name}");
        config.database.lanes = 1;
        migrations::install(&config).await?;
        let clock = Clock::standing_at(DateTime::from_timestamp(1_772_420_400, 0).unwrap_or_default());
        let app = App::open(config, clock, |_: &Databases| Arc::new(Nobody), Arc::new(Nobody)).await?;
        let gateways = Gateways::new(Arc::new(Sandbox::new(app.clone())), Vec::new());
        Ok(Self { app, gateways })
    }

    /// Runs work in a transaction and commits it.
    pub async fn tx<T>(&self, work: impl AsyncFnOnce(&PlatformTx) -> Result<T>) -> Result<T> {
        let tx = self.app.platform().await?;
        let done = work(&tx).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Moves the clock.
    pub fn forward(&self, by: Duration) {
        self.app.clock().forward(by);
    }

    /// A payment of an order of its own.
    pub async fn payment(&self, minor: i64) -> Result<PaymentId> {
        self.payment_of(OrderId::new(), minor).await
    }

    /// A payment of an order.
    pub async fn payment_of(&self, order_id: OrderId, minor: i64) -> Result<PaymentId> {
        let new = NewPayment {
            id: PaymentId::new(),
            order_id,
            order_number: "20260302-4F7K2Q".into(),
            seller_id: CompanyId::new(),
            gateway: "sandbox".into(),
            currency: Currency::KRW,
            amount_minor: minor,
            draft: json!({}),
            expires_at: self.app.now() + Duration::minutes(30),
        };
        Ok(self.tx(async |tx| actions::create(tx, new).await).await?.id)
    }

    /// Pays with a card.
    pub async fn pay(&self, id: PaymentId, number: &str) -> Result<PayAnswer> {
        work::pay(&self.app, &self.gateways, id, card(number), "http://localhost/back".into()).await
    }

    /// Where a payment stands.
    pub async fn state(&self, id: PaymentId) -> Result<PaymentState> {
        Ok(self.tx(async |tx| queries::payment(tx, id).await).await?.state)
    }

    /// How many events of this name wait in the outbox.
    pub async fn events(&self, name: &str) -> Result<i64> {
        let row: Option<Count> = self.tx(async |tx| tx.row("SELECT count(*) AS count FROM outbox WHERE name = $1", [name.into()]).await).await?;
        Ok(row.map_or(0, |row| row.count))
    }
}

/// A card as a payer enters it.
pub fn card(number: &str) -> Value {
    json!({"card_number": number, "expiry": "12/40", "cvc": "123"})
}
