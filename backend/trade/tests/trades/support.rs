//! Trades on a database of their own.

use async_trait::async_trait;
use chrono::{DateTime, Duration, Utc};
use kernel::{
    Actor, CompanyId, Currency, FileId, ItemId, ListingId, Locale, OrderId, OrderLineId, PaymentId, Problem, RegisteredItemId, Result, TaxClass,
    TradeId, VariantId,
};
use platform::{
    App, PlatformTx,
    clock::Clock,
    config::Config,
    scope::{Databases, Provisioner, SchemaName, ShopTenant, TenantDirectory, TenantRef},
};
use rust_decimal::Decimal;
use sea_orm::{ConnectionTrait, Database, FromQueryResult};
use std::sync::Arc;
use trade::{
    Address, Buyer, ContractKind, DeliveredLine, DraftLine, NewDelivery, Trade, TradeDraft, Visibility,
    actions::{self, NewDocument},
    gate::{self, Finding, PaymentFacts, Standing},
    registration::{RegisteredVariant, Registration},
};

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

/// The operator's desk.
pub struct Desk {
    app: App,
}

/// A seller, a supplier and what the one sells of the other.
pub struct Market {
    pub seller: CompanyId,
    pub supplier: CompanyId,
    pub registration: Registration,
}

impl Desk {
    /// A new one, on the server of `TEST_DATABASE_URL`.
    pub async fn open() -> Result<Self> {
        let server =
            std::env::var("TEST_DATABASE_URL").map_err(|_| Problem::internal("TEST_DATABASE_URL is not set: infra/local/services.sh start"))?;
        let name = format!("trade_{}", uuid::Uuid::now_v7().simple());
        // Roles belong to the server, so that two installations must not change them at once.
        let _alone = ALONE.lock().await;
        Database::connect(&server).await?.execute_unprepared(&format!("CREATE DATABASE {name}")).await?;
        let (base, _) = server.rsplit_once('/').unwrap_or((&server, ""));
        let mut config = Config::defaults()?;
        config.database.url = format!("{base}/{name}");
        config.database.lanes = 1;
        migrations::install(&config).await?;
        let clock = Clock::standing_at(moment("2026-11-23T01:00:00Z"));
        let app = App::open(config, clock, |_: &Databases| Arc::new(Nobody), Arc::new(Nobody)).await?;
        Ok(Self { app })
    }

    /// Runs work in a transaction and commits it.
    pub async fn tx<T>(&self, work: impl AsyncFnOnce(&PlatformTx) -> Result<T>) -> Result<T> {
        let tx = self.app.platform().await?;
        let done = work(&tx).await?;
        tx.commit().await?;
        Ok(done)
    }

    pub fn now(&self) -> DateTime<Utc> {
        self.app.now()
    }

    pub fn forward(&self, by: Duration) {
        self.app.clock().forward(by);
    }

    /// A distributor that resells bread (two variants) of a bakery.
    pub async fn market(&self) -> Result<Market> {
        let (seller, supplier) = (CompanyId::new(), CompanyId::new());
        let registration = registration(supplier);
        let item = registration.registered_item_id;
        self.tx(async |tx| {
            actions::register_item(tx, &registration).await?;
            actions::open_contract(tx, seller, supplier, item, ContractKind::Resale).await
        })
        .await?;
        Ok(Market { seller, supplier, registration })
    }

    /// A paid trade of two lines: 2 × 11,000 and 3 × 5,000 won, and 3,000 won of delivery.
    pub async fn paid(&self, market: &Market) -> Result<Trade> {
        let draft = draft(market);
        self.tx(async |tx| actions::open(tx, &draft).await).await
    }

    /// The same, with its purchase order requested and checked.
    pub async fn checked(&self, market: &Market, findings: &[Finding]) -> Result<Trade> {
        let trade = self.paid(market).await?;
        self.tx(async |tx| {
            actions::request_po(tx, trade.id, market.seller()).await?;
            actions::record_check(tx, trade.id, findings, std::time::Duration::from_micros(40)).await
        })
        .await
    }

    /// The same, with its purchase order issued and accepted.
    pub async fn accepted(&self, market: &Market) -> Result<Trade> {
        let trade = self.checked(market, &[]).await?;
        self.tx(async |tx| {
            actions::issue_po(tx, trade.id, Actor::SYSTEM).await?;
            actions::accept_po(tx, trade.id, market.supplier()).await
        })
        .await
    }

    /// The same, with these quantities filed.
    pub async fn filed(&self, market: &Market, quantities: &[i32]) -> Result<Trade> {
        let trade = self.accepted(market).await?;
        let delivery = self.delivery(trade.id, quantities, None).await?;
        self.tx(async |tx| actions::file_delivery(tx, trade.id, market.supplier(), delivery).await).await
    }

    /// A delivery confirmation of these quantities.
    pub async fn delivery(&self, id: TradeId, quantities: &[i32], document: Option<FileId>) -> Result<NewDelivery> {
        let full = self.tx(async |tx| trade::queries::full(tx, id).await).await?;
        let lines = full.lines.iter().zip(quantities).map(|(line, quantity)| DeliveredLine {
            line_id: line.id,
            quantity: *quantity,
            lot: Some("L-1".to_owned()),
        });
        Ok(NewDelivery { carrier: "CJ대한통운".to_owned(), tracking_number: "612345678901".to_owned(), lines: lines.collect(), document })
    }

    /// A document of a company.
    pub async fn document(&self, company: CompanyId) -> Result<FileId> {
        let new = NewDocument {
            name: "납품확인서.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            sha256: "ab".repeat(32),
            size: 8,
            key: "documents/x.pdf".to_owned(),
        };
        Ok(self.tx(async |tx| actions::add_document(tx, company, new).await).await?.id)
    }

    /// What the gate finds, with payment, stock and standing as they should be.
    pub async fn gate(&self, id: TradeId) -> Result<Vec<Finding>> {
        self.tx(async |tx| {
            let full = trade::queries::full(tx, id).await?;
            let mut facts = gate::load(tx, &full.trade, &full.lines).await?;
            facts.payment =
                Some(PaymentFacts { captured: true, held: false, captured_minor: facts.order_total_minor, currency: full.trade.currency });
            facts.stock = full.lines.iter().map(|line| (line.variant_id, line.quantity)).collect();
            facts.standing = [full.trade.seller_id, full.trade.supplier_id].into_iter().map(|id| (id, Standing::Good)).collect();
            Ok(gate::check(&facts))
        })
        .await
    }

    /// The events of a trade in the outbox, in order.
    pub async fn events(&self, id: TradeId) -> Result<Vec<(String, serde_json::Value)>> {
        #[derive(FromQueryResult)]
        struct Row {
            name: String,
            payload: serde_json::Value,
        }
        let sql = "SELECT name, payload FROM outbox WHERE key = $1 ORDER BY seq";
        let rows: Vec<Row> = self.tx(async |tx| tx.rows(sql, [format!("trade:{id}").into()]).await).await?;
        Ok(rows.into_iter().map(|row| (row.name, row.payload)).collect())
    }
}

impl Market {
    pub fn seller(&self) -> Actor {
        Actor::seller(kernel::AccountId::new(), self.seller)
    }

    pub fn supplier(&self) -> Actor {
        Actor::supplier(kernel::AccountId::new(), self.supplier)
    }
}

pub fn operator() -> Actor {
    Actor::operator(kernel::AccountId::new())
}

pub fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap_or_default()
}

/// Bread in two variants, offered to everyone.
pub fn registration(supplier: CompanyId) -> Registration {
    let item = ItemId::new();
    let variant = |sku: &str, list: i64, supply: i64| RegisteredVariant {
        variant_id: VariantId::new(),
        sku: sku.to_owned(),
        name: sku.to_lowercase(),
        name_en: None,
        list_price_minor: list,
        selling_price_minor: list,
        supply_price_minor: supply,
        price_floor_minor: supply,
    };
    Registration {
        supplier_id: supplier,
        item_id: item,
        registered_item_id: RegisteredItemId(uuid::Uuid::new_v5(&supplier.uuid(), item.uuid().as_bytes())),
        version: 3,
        name: "천연발효 식빵".to_owned(),
        name_en: Some("Sourdough bread".to_owned()),
        description: "매일 굽습니다.".to_owned(),
        description_en: None,
        unit: "개".to_owned(),
        tax_class: TaxClass::Taxable,
        category_code: Some("bread".to_owned()),
        contract: ContractKind::Resale,
        currency: Currency::KRW,
        visibility: Visibility::All,
        companies: Vec::new(),
        min_quantity: 1,
        max_quantity: Some(20),
        variants: vec![variant("BREAD-1", 11_000, 8_250), variant("BREAD-2", 5_000, 3_500)],
        media: vec![serde_json::json!({"keys": {"320": "a", "800": "b", "1600": "c"}, "alt": "", "alt_en": null})],
        ended: false,
    }
}

/// An order of both variants.
pub fn draft(market: &Market) -> TradeDraft {
    let registration = &market.registration;
    let line = |index: usize, quantity: i32| {
        let variant = &registration.variants[index];
        DraftLine {
            id: OrderLineId::new(),
            registered_item_id: registration.registered_item_id,
            registered_version: registration.version,
            variant_id: variant.variant_id,
            listing_id: ListingId::new(),
            sku: variant.sku.clone(),
            name: registration.name.clone(),
            variant_name: variant.name.clone(),
            unit: registration.unit.clone(),
            tax_class: registration.tax_class,
            category: Some("bread".to_owned()),
            quantity,
            unit_price_minor: variant.selling_price_minor,
            unit_supply_minor: variant.supply_price_minor,
            fee_rate: Decimal::new(3, 2),
        }
    };
    TradeDraft {
        trade_id: TradeId::new(),
        order_id: OrderId::new(),
        order_number: format!("20261123-{}", &uuid::Uuid::new_v4().simple().to_string()[..6]),
        payment_id: PaymentId::new(),
        seller_id: market.seller,
        supplier_id: market.supplier,
        buyer_account_id: None,
        contract: ContractKind::Resale,
        currency: Currency::KRW,
        buyer: Buyer {
            name: "김하나".to_owned(),
            email: format!("{}@example.com", uuid::Uuid::new_v4().simple()),
            phone: "010-1234-5678".to_owned(),
            locale: Locale::Ko,
            account: None,
        },
        locale: Locale::En,
        ship_to: Address {
            name: "김하나".to_owned(),
            phone: "010-1234-5678".to_owned(),
            postcode: "04524".to_owned(),
            address1: "서울특별시 중구 세종대로 110".to_owned(),
            address2: None,
            country: "KR".to_owned(),
            note: None,
        },
        delivery_minor: 3_000,
        lines: vec![line(0, 2), line(1, 3)],
    }
}
