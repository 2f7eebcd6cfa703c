//! What belongs to others does not exist: not in the API, and not in the database either.

use kernel::{Locale, Problem, Result};
use madang_tests::{Firm, Market, Order, TestApp, card, text};
use platform::scope::{LoginRoles, SchemaName};
use sea_orm::{ConnectionTrait, Database, DatabaseConnection, TransactionTrait};
use serde_json::json;
use trade::rules::State;

#[actix_web::test]
async fn a_company_finds_nothing_of_another() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.bank().await;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::Confirmed).await?;
    m.t.pass(chrono::Duration::days(1)).await?;
    let stranger = m.t.firm(&m.operator, "남의상점").await?;
    let (item, variant, trade) = (m.bread.item, m.bread.variant, part.trade);
    let settlement = text(&m.bakery.get("/company/settlements").await.ok(), "/items/0/id");
    let bought = text(&m.bakery.get("/company/purchase-orders?direction=received").await.ok(), "/items/0/id");
    let customer = text(&m.mart.get("/company/customers").await.ok(), "/items/0/id");
    assert!(!settlement.is_empty() && !bought.is_empty() && !customer.is_empty());
    for path in [
        format!("/company/items/{item}"),
        format!("/company/variants/{variant}/prices"),
        format!("/company/stock/{variant}/moves"),
        format!("/company/listings/{}", m.bread.listing),
        format!("/company/orders/{}", order.id),
        format!("/company/trades/{trade}"),
        format!("/company/trades/{trade}/document"),
        format!("/company/settlements/{settlement}"),
        format!("/company/settlements/{settlement}/statement.csv"),
        format!("/company/purchase-orders/{bought}?direction=received"),
        format!("/company/customers/{customer}"),
    ] {
        let answer = stranger.get(&path).await;
        // A list about something foreign may also be empty, but never shows it.
        let empty = answer.status == 200 && answer.json()["items"].as_array().is_some_and(Vec::is_empty);
        assert!(answer.code() == "request.not_found" || empty, "{path}: {} {}", answer.status, answer.text);
    }
    for (step, body) in [
        ("purchase-request", json!({})),
        ("acceptance", json!({})),
        ("declination", json!({"reason": "x"})),
        ("transit", json!({})),
        ("arrival", json!({})),
        ("cancellation", json!({"reason": "x"})),
    ] {
        stranger.step(trade, step, body).await.refused(404, "request.not_found");
    }
    stranger.having_seen(1).patch(&format!("/company/items/{item}"), json!({"name": "x"})).await.refused(404, "request.not_found");
    stranger.put(&format!("/company/items/{item}/offer"), json!({"contract": "resale", "visibility": "all"})).await.refused(404, "request.not_found");
    stranger.post(&format!("/company/stock/{variant}/receipts"), json!({"quantity": 5})).await.refused(404, "request.not_found");
    stranger.post(&format!("/company/listings/{}/publication", m.bread.listing), json!({})).await.refused(404, "request.not_found");
    assert!(stranger.get("/company/trades").await.ok()["items"].as_array().is_some_and(Vec::is_empty));
    // The distributor itself does not reach into its supplier's shelves.
    m.mart.get(&format!("/company/items/{item}")).await.refused(404, "request.not_found");
    m.mart.post(&format!("/company/stock/{variant}/receipts"), json!({"quantity": 5})).await.refused(404, "request.not_found");
    m.finish().await
}

#[actix_web::test]
async fn an_order_is_seen_by_its_buyer_alone() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let other = m.paid(2).await?;
    let path = format!("/shop/{}/orders/{}", m.mart.slug, order.id);
    order.buyer.get(&path).await.ok();
    m.t.anyone().get(&path).await.refused(404, "request.not_found");
    other.buyer.get(&path).await.refused(404, "request.not_found");
    m.t.person(Locale::Ko).await?.get(&path).await.refused(404, "request.not_found");
    order.buyer.get(&format!("/shop/{}/orders/{}", m.bakery.slug, order.id)).await.refused(404, "request.not_found");
    let stranger = Order { buyer: other.buyer.clone(), ..order.clone() };
    stranger.cancel(order.trade()).await.refused(404, "request.not_found");
    // In another shop the token opens nothing, though the trade is supplied from there.
    let elsewhere = Order { shop: m.bakery.slug.clone(), ..order.clone() };
    elsewhere.cancel(order.trade()).await.refused(404, "request.not_found");
    m.t.money().clearing(66_000).escrow(66_000).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_person_acts_for_their_own_companies_in_their_own_role() -> Result<()> {
    let m = Market::open().await?;
    let person = m.t.person(Locale::Ko).await?;
    person.get("/company/profile").await.refused(403, "auth.forbidden");
    person.post("/account/session/company", json!({"company_id": m.mart.id})).await.refused(403, "identity.company.not_a_member");
    person.get("/operator/companies").await.refused(403, "auth.forbidden");
    m.mart.get("/operator/trades").await.refused(403, "auth.forbidden");
    m.t.anyone().get("/company/profile").await.refused(401, "auth.required");

    let viewer = m.mart.hire(&m.t, &person, "viewer").await?;
    viewer.get("/company/profile").await.ok();
    viewer.post("/company/items", json!({})).await.refused(403, "auth.forbidden");
    viewer.post("/company/payout-account-proposals", json!({})).await.refused(403, "auth.forbidden");
    // A session of another person is not one's own to end.
    let sessions = m.operator.get("/account/sessions").await.ok();
    viewer.delete(&format!("/account/sessions/{}", text(&sessions, "/items/0/id"))).await.refused(404, "request.not_found");
    // Who is put out is out at once, whatever the token says.
    let members = m.mart.get("/company/members").await.ok();
    let member = members["items"].as_array().into_iter().flatten().find(|row| row["email"] == person.email.as_str()).map(|row| text(row, "/id"));
    m.mart.delete(&format!("/company/members/{}", member.unwrap_or_default())).await.ok();
    let answer = viewer.get("/company/profile").await;
    assert!([401, 403].contains(&answer.status), "{}", answer.text);
    m.finish().await
}

struct Intruder {
    lane: DatabaseConnection,
    own: String,
    other: String,
}

impl Intruder {
    /// Who has got hold of the connection on which a company's requests run.
    async fn of(t: &TestApp, firm: &Firm, other: &Firm) -> Result<Self> {
        let tx = t.madang.app.platform().await?;
        let schema = async |firm: &Firm| Ok::<_, Problem>(company::queries::by_id(&tx, firm.id).await?.ok_or_else(Problem::not_found)?.schema_name);
        let (own, other) = (schema(firm).await?, schema(other).await?);
        let config = t.madang.app.config();
        let roles = LoginRoles::of(&config.secret.key)?;
        let lane = roles.lane(SchemaName::parse(&own)?.lane(config.database.lanes));
        let url = roles.url(&config.database.url, &lane)?;
        let mut options = sea_orm::ConnectOptions::new(url);
        options.max_connections(1).sqlx_logging(false);
        Ok(Self { lane: Database::connect(options).await?, own, other })
    }

    /// Tries SQL inside a transaction of the company; whether it was let through.
    async fn gets_away_with(&self, sql: &str) -> Result<bool> {
        let tx = self.lane.begin().await?;
        tx.execute_unprepared(&format!("SET LOCAL search_path = {}; SET LOCAL ROLE {}", self.own, self.own)).await?;
        let outcome = tx.execute_unprepared(sql).await;
        tx.rollback().await?;
        Ok(outcome.is_ok())
    }
}

#[actix_web::test]
async fn the_database_itself_keeps_companies_apart() -> Result<()> {
    let m = Market::open().await?;
    // What is granted to everybody by default is closed by installing, not by a copy of a template.
    migrations::install(m.t.madang.app.config()).await?;
    let intruder = Intruder::of(&m.t, &m.mart, &m.bakery).await?;
    let (own, other) = (&intruder.own, &intruder.other);
    let platform = LoginRoles::of(&m.t.madang.app.config().secret.key)?.platform();
    assert!(intruder.gets_away_with("SELECT id FROM item LIMIT 1").await?, "the company's own table");
    let outbox = |tenant: &str| {
        format!(
            "INSERT INTO cell.outbox (id, name, key, tenant, payload, created_at, next_at) VALUES (gen_random_uuid(), 'x', 'x', {tenant}, '{{}}', now(), now())"
        )
    };
    assert!(intruder.gets_away_with(&outbox(&format!("'{own}'"))).await?, "an event in its own name");
    let refused = [
        format!("SELECT id FROM {other}.item LIMIT 1"),
        format!("UPDATE {other}.level SET on_hand = 0"),
        format!("SET LOCAL ROLE {platform}"),
        format!("SET SESSION AUTHORIZATION {platform}"),
        format!("SELECT set_config('role', '{other}', true)"),
        format!("SELECT set_config('search_path', '{other}', true)"),
        "DO $$ BEGIN PERFORM 1; END $$".to_owned(),
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'".to_owned(),
        "CREATE TEMP TABLE loot (x int)".to_owned(),
        "CREATE TABLE loot (x int)".to_owned(),
        "CREATE SCHEMA loot".to_owned(),
        "DROP TABLE item".to_owned(),
        "ALTER TABLE item DISABLE ROW LEVEL SECURITY".to_owned(),
        "SELECT id FROM platform.company LIMIT 1".to_owned(),
        "SELECT id FROM platform.trade LIMIT 1".to_owned(),
        "SELECT id FROM platform.transfer LIMIT 1".to_owned(),
        "SELECT id FROM platform.signing_key LIMIT 1".to_owned(),
        outbox(&format!("'{other}'")),
        "SELECT payload FROM cell.outbox LIMIT 1".to_owned(),
        "DELETE FROM cell.outbox".to_owned(),
        "DELETE FROM stock_move".to_owned(),
        "UPDATE revenue_entry SET gross_minor = 0".to_owned(),
        "DELETE FROM tax_entry".to_owned(),
        "COPY item TO PROGRAM 'cat'".to_owned(),
        "SELECT pg_read_file('/etc/passwd')".to_owned(),
        "SELECT pg_sleep_for('1 ms'), lo_import('/etc/passwd')".to_owned(),
    ];
    for sql in refused {
        assert!(!intruder.gets_away_with(&sql).await?, "let through: {sql}");
    }
    // Outside a company's transaction the lane's own role can do nothing at all.
    for sql in [format!("SELECT id FROM {own}.item LIMIT 1"), "SELECT id FROM platform.company LIMIT 1".to_owned()] {
        assert!(intruder.lane.execute_unprepared(&sql).await.is_err(), "let through: {sql}");
    }
    m.finish().await
}

#[actix_web::test]
async fn no_lane_reaches_the_companies_of_another() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let lanes = t.madang.app.config().database.lanes;
    let first = t.firm(&operator, "하나").await?;
    // Which lane a company falls into is chance. (Within a lane, changing the role takes a statement
    // of its own, and no scope lets one through.)
    for _ in 0..30 {
        let intruder = Intruder::of(&t, &first, &t.firm(&operator, "다른 하나").await?).await?;
        if SchemaName::parse(&intruder.own)?.lane(lanes) != SchemaName::parse(&intruder.other)?.lane(lanes) {
            assert!(!intruder.gets_away_with(&format!("SET LOCAL ROLE {}", intruder.other)).await?, "a lane entered a company of another lane");
            return t.finish().await;
        }
    }
    panic!("thirty companies share a lane");
}

#[actix_web::test]
async fn the_journal_cannot_be_rewritten_by_the_application() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    order.pay(card::GOOD).await.ok();
    m.t.work().await?;
    for sql in [
        "UPDATE transfer SET amount_minor = 1",
        "DELETE FROM transfer",
        "DELETE FROM trade_event",
        "UPDATE registered_version SET version = 9",
        "TRUNCATE transfer",
    ] {
        let tx = m.t.madang.app.platform().await?;
        assert!(tx.run(sql, []).await.is_err(), "let through: {sql}");
    }
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.finish().await
}
