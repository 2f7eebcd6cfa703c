//! A ledger on a database of its own.

use async_trait::async_trait;
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CompanyId, Currency, Money, PaymentId, Problem, Result, SettlementId, TradeId};
use ledger::{
    Account, SettlementRole, TradeMoney,
    entity::payout,
    moves,
    payout::OpenPayout,
    proof::{self, Proof},
    queries,
    settlement::{self, SettlementInput, Settling},
};
use platform::{
    App, PlatformTx,
    clock::Clock,
    config::Config,
    scope::{Databases, Provisioner, SchemaName, ShopTenant, TenantDirectory, TenantRef},
};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection};
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

/// A ledger on a database of its own.
pub struct Ledger {
    app: App,
    owner: DatabaseConnection,
}

impl Ledger {
    /// A new one, on the server of `TEST_DATABASE_URL`.
    pub async fn open() -> Result<Self> {
        let server =
            std::env::var("TEST_DATABASE_URL").map_err(|_| Problem::internal("TEST_DATABASE_URL is not set: infra/local/services.sh start"))?;
        let name = format!("ledger_{}", uuid::Uuid::now_v7().simple());
        // Roles belong to the server, so that two installations must not change them at once.
        let _alone = ALONE.lock().await;
        Database::connect(&server).await?.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
        let (base, _) = server.rsplit_once('/').unwrap_or((&server, ""));
        let mut config = Config::defaults()?;
        config.database.url = format!("{base}/{name}");
        config.database.lanes = 1;
        migrations::install(&config).await?;
        let owner = Database::connect(&config.database.url).await?;
        let app = App::open(
            config,
            Clock::standing_at(day().and_hms_opt(3, 0, 0).unwrap_or_default().and_utc()),
            |_: &Databases| Arc::new(Nobody),
            Arc::new(Nobody),
        )
        .await?;
        Ok(Self { app, owner })
    }

    /// Runs work in a transaction and commits it.
    pub async fn tx<T>(&self, work: impl AsyncFnOnce(&PlatformTx) -> Result<T>) -> Result<T> {
        let tx = self.app.platform().await?;
        let done = work(&tx).await?;
        tx.commit().await?;
        Ok(done)
    }

    /// Likewise; the name says that nothing may run before.
    pub async fn tx_fresh<T>(&self, work: impl AsyncFnOnce(&PlatformTx) -> Result<T>) -> Result<T> {
        self.tx(work).await
    }

    /// Runs a statement with the rights of the database's owner.
    pub async fn as_owner(&self, sql: &str) -> Result<()> {
        self.owner.execute_unprepared(sql).await?;
        Ok(())
    }

    /// A company's payable.
    pub async fn payable(&self, company: CompanyId) -> Result<i64> {
        Ok(self.tx(async |tx| queries::payable(tx, company, Currency::KRW).await).await?.minor)
    }

    /// An account's balance.
    pub async fn balance(&self, account: Account) -> Result<i64> {
        Ok(self.tx(async |tx| queries::balance(tx, account, Currency::KRW).await).await?.minor)
    }

    /// Holds, reserves and releases a trade.
    pub async fn released(&self, trade: &TradeMoney) -> Result<()> {
        self.tx(async |tx| {
            moves::hold(tx, PaymentId::new(), trade.trade_id, Money::won(trade.total_minor())).await?;
            moves::reserve(tx, trade).await?;
            moves::release(tx, trade).await
        })
        .await
    }

    /// A trade of a company with itself, released and settled on the n-th day.
    pub async fn settled(&self, company: CompanyId, minor: i64, nth: u64) -> Result<()> {
        let mut trade = money(minor, 0, minor, 0);
        trade.supplier = company;
        trade.seller = CompanyId::new();
        self.released(&trade).await?;
        let mut settling = settling(company);
        settling.settled_on = settling.settled_on + chrono::Days::new(nth);
        self.tx(async |tx| settlement::settle(tx, &settling, &[input(&trade, SettlementRole::Supplier)]).await).await?;
        Ok(())
    }

    /// Opens a payout, which must be due.
    pub async fn opened(&self, company: CompanyId) -> Result<payout::Model> {
        self.tx(async |tx| ledger::payout::open(tx, &wish(company, None)).await).await?.ok_or_else(Problem::not_found)
    }

    /// Proves the ledger and compares what was captured and paid out.
    pub async fn proven(&self, captured: i128, paid_out: i128) -> Result<Proof> {
        let proof = self.tx_fresh(async |tx| proof::prove(tx).await).await?;
        assert!(proof.holds(), "{:?}", proof.faults);
        let totals = proof.totals.get(&Currency::KRW).copied().unwrap_or_default();
        assert_eq!((totals.captured, totals.paid_out), (captured, paid_out));
        Ok(proof)
    }
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 2).unwrap_or_default()
}

/// A trade between two new companies.
pub fn money(goods: i64, delivery: i64, supply: i64, fee: i64) -> TradeMoney {
    TradeMoney {
        trade_id: TradeId::new(),
        seller: CompanyId::new(),
        supplier: CompanyId::new(),
        currency: Currency::KRW,
        goods_minor: goods,
        delivery_minor: delivery,
        supply_minor: supply,
        fee_minor: fee,
        fee_vat_minor: fee * 10 / 110,
        margin_minor: goods - supply - fee,
    }
}

/// A settlement of a company on the first day.
pub fn settling(company: CompanyId) -> Settling {
    Settling { company_id: company, company_name: "한빛제빵".into(), currency: Currency::KRW, settled_on: day() }
}

/// The line of a trade.
pub fn input(trade: &TradeMoney, role: SettlementRole) -> SettlementInput {
    SettlementInput {
        trade_id: trade.trade_id,
        role,
        trade_number: "T1".into(),
        order_number: "O1".into(),
        goods_minor: trade.goods_minor,
        supply_minor: trade.supply_minor,
        delivery_minor: trade.delivery_minor,
        fee_minor: trade.fee_minor,
        margin_minor: trade.margin_minor,
        confirmed_at: DateTime::<Utc>::UNIX_EPOCH,
    }
}

/// A payout to a company whose account holder is a formula.
pub fn wish(company: CompanyId, settlement_id: Option<SettlementId>) -> OpenPayout {
    OpenPayout {
        limit_minor: Some(i64::MAX),
        company_id: company,
        company_name: "한빛제빵".into(),
        currency: Currency::KRW,
        settlement_id,
        on: day(),
        bank: Some("국민은행".into()),
        account: Some("110-123-456789".into()),
        holder: Some("=한빛제빵".into()),
    }
}
