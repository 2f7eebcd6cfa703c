//! A company takes its data along, comes again elsewhere, and leaves for good.

use chrono::Duration;
use kernel::{Locale, Problem, Result};
use madang_tests::{Caller, Firm, Market, NewProduct, Setting, TestApp, text};
use reqwest::Method;
use serde_json::{Value, json};
use server::tenants::{Restoring, restore};
use std::{collections::BTreeMap, path::PathBuf};
use trade::rules::State;

/// Asks for an export, lets it be made, and fetches it into a file.
async fn taken(t: &TestApp, owner: &Caller, name: &str) -> Result<PathBuf> {
    let asked = owner.post("/company/exports", json!({})).await.is(201);
    assert_eq!(asked["state"], "waiting");
    owner.post("/company/exports", json!({})).await.refused(409, "company.export.under_way");
    owner.get(&format!("/company/exports/{}/file", text(&asked, "/id"))).await.refused(409, "company.export.not_ready");
    // The worker looks again every other second.
    t.pass(Duration::seconds(3)).await?;
    let listed = owner.get("/company/exports").await.ok();
    let made = listed["items"][0].clone();
    assert_eq!((text(&made, "/state").as_str(), &made["tables_done"]), ("ready", &made["tables_total"]), "{made}");
    let (kind, bytes) = owner.fetch(&format!("/company/exports/{}/file", text(&made, "/id"))).await?;
    assert_eq!(kind, "application/zip");
    assert_eq!(u64::try_from(bytes.len()).ok(), made["size"].as_u64());
    let path = std::env::temp_dir().join(format!("madang-taken-{}-{name}.zip", std::process::id()));
    std::fs::write(&path, &bytes).map_err(Problem::internal)?;
    Ok(path)
}

/// What a package is made of: hash and rows by file, but for what is of this installation.
fn contents(path: &PathBuf) -> Result<BTreeMap<String, (String, Option<u64>)>> {
    let package = flows::tenant_life::Package::open(path)?;
    let of_the_company = |name: &str| !name.starts_with("records/") && !name.starts_with("files/documents/");
    let files = package.manifest.files.iter().filter(|file| of_the_company(&file.name));
    Ok(files.map(|file| (file.name.clone(), (file.sha256.clone(), file.rows))).collect())
}

/// A person who acts for a company in which they have a place.
async fn acting(t: &TestApp, person: &Caller, company: &Value) -> Caller {
    let chosen = person.post("/account/session/company", json!({"company_id": company})).await.ok();
    t.anyone().token(&text(&chosen, "/access_token"))
}

#[actix_web::test]
async fn what_is_taken_along_comes_again_elsewhere_and_is_the_same() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(2).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.t.pass(Duration::days(1)).await?;
    let root = m.bakery.post("/company/item-categories", json!({"code": "BREAD", "name": "빵"})).await.is(201);
    m.bakery.post("/company/item-categories", json!({"code": "RYE", "name": "호밀빵", "parent_id": root["id"]})).await.is(201);
    m.bakery.product(&m.t, NewProduct::default()).await?;
    m.bakery.bank().await;
    let picture = include_bytes!("../../infra/demo/pictures/hb-bagel.webp").to_vec();
    m.bakery.send(Method::POST, &format!("/company/items/{}/media", m.bread.item), Some(picture)).await.is(201);
    m.t.work().await?;

    let first = taken(&m.t, &m.bakery, "first").await?;
    let before = contents(&first)?;
    let rows = |name: &str| before.get(name).and_then(|(_, rows)| *rows).unwrap_or_default();
    assert!(rows("tables/item.ndjson") >= 2 && rows("tables/stock_move.ndjson") > 0 && rows("tables/tax_entry.ndjson") > 0, "{before:#?}");
    assert!(before.keys().any(|name| name.starts_with("files/")), "the pictures are in it");
    assert!(!before.contains_key("tables/idempotency.ndjson"));

    // Nobody else's: neither another company's owner nor a member who is no owner.
    let id = text(&m.bakery.get("/company/exports").await.ok(), "/items/0/id");
    m.mart.get(&format!("/company/exports/{id}/file")).await.refused(404, "request.not_found");

    // Elsewhere, where nothing is known of it.
    let other = TestApp::start().await?;
    let person = other.person(Locale::Ko).await?;
    let restoring = Restoring { file: first.clone(), owner: person.id, new_id: false, slug: None };
    let company = restore(&other.madang, restoring.clone()).await?;
    assert_eq!((company.id, company.slug.as_str()), (m.bakery.id, m.bakery.slug.as_str()));
    assert!(restore(&other.madang, restoring).await.is_err_and(|problem| problem.code.name == "company.restore.exists"));
    let owner = acting(&other, &person, &json!(company.id)).await;
    assert_eq!(owner.get("/company/profile").await.ok()["status"], "pending");
    let items = owner.get("/company/items").await.ok();
    assert_eq!(items["items"].as_array().map(Vec::len), m.bakery.get("/company/items").await.ok()["items"].as_array().map(Vec::len));
    let second = taken(&other, &owner, "second").await?;
    assert_eq!(contents(&second)?, before, "export, restore, export: the same");

    // A byte that was changed is seen, and nothing is made of it.
    let mut bytes = std::fs::read(&first).map_err(Problem::internal)?;
    let middle = bytes.len() / 3;
    if let Some(byte) = bytes.get_mut(middle) {
        *byte ^= 0x20;
    }
    let altered = first.with_extension("altered.zip");
    std::fs::write(&altered, bytes).map_err(Problem::internal)?;
    assert!(flows::tenant_life::Package::open(&altered).is_err());

    // After its days the file is gone.
    m.t.pass(Duration::days(8)).await?;
    assert_eq!(m.bakery.get("/company/exports").await.ok()["items"][0]["state"], "gone");
    m.bakery.get(&format!("/company/exports/{id}/file")).await.refused(409, "company.export.not_ready");
    for file in [first, second, altered] {
        std::fs::remove_file(file).map_err(Problem::internal)?;
    }
    other.finish().await?;
    m.finish().await
}

#[actix_web::test]
async fn another_id_takes_the_place_of_the_old_one_everywhere() -> Result<()> {
    let m = Market::open().await?;
    let file = taken(&m.t, &m.bakery, "again").await?;
    let other = TestApp::start().await?;
    let person = other.person(Locale::Ko).await?;
    let restoring = Restoring { file: file.clone(), owner: person.id, new_id: true, slug: Some("hanbit-again".into()) };
    let company = restore(&other.madang, restoring).await?;
    assert_ne!(company.id, m.bakery.id);
    let owner = acting(&other, &person, &json!(company.id)).await;
    let again = taken(&other, &owner, "again-2").await?;
    let mut package = flows::tenant_life::Package::open(&again)?;
    let names: Vec<String> = package.manifest.files.iter().map(|file| file.name.clone()).collect();
    let old = m.bakery.id.uuid().to_string();
    for name in names.iter().filter(|name| name.starts_with("tables/")) {
        package
            .lines(
                name,
                |line| line,
                async |lines| {
                    assert!(!lines.iter().any(|line| line.contains(&old)), "{name} knows the old id");
                    Ok(())
                },
            )
            .await?;
    }
    for file in [file, again] {
        std::fs::remove_file(file).map_err(Problem::internal)?;
    }
    other.finish().await?;
    m.finish().await
}

/// The operator pays what is on its way.
async fn pay_everybody(m: &Market) -> Result<()> {
    m.operator.post("/operator/payout-batches", json!({})).await.is(201);
    let sent = m.operator.get("/operator/payouts?state=sent").await.ok();
    for payout in sent["items"].as_array().into_iter().flatten() {
        m.operator.post(&format!("/operator/payouts/{}/confirmation", text(payout, "/id")), json!({})).await.ok();
    }
    m.t.work().await
}

/// Where a company's own part of the database lies.
async fn schema_of(m: &Market, firm: &Firm) -> Result<String> {
    let tx = m.t.madang.app.platform().await?;
    Ok(company::queries::by_id(&tx, firm.id).await?.ok_or_else(Problem::not_found)?.schema_name)
}

/// What the owner of the database finds of a company that has left.
async fn kept(m: &Market, firm: &Firm, name: &str) -> Result<Vec<String>> {
    let sql = format!(
        "SELECT kept_until::date - kept_at::date || ' days, ' || (company ->> 'name') AS name FROM cell.kept_record
          WHERE company_id = '{}' AND name = '{name}'",
        firm.id.uuid()
    );
    m.t.of_the_owner(&sql).await
}

#[actix_web::test]
async fn a_company_leaves_when_nobody_waits_for_it_and_the_law_keeps_the_rest() -> Result<()> {
    let shorter = Setting { change: Some(|config| config.tenant.closing_days = 10), ..Setting::default() };
    let m = Market::on(TestApp::with(shorter).await?).await?;
    m.bakery.bank().await;
    m.mart.bank().await;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::Arrived).await?;
    let slug = m.mart.slug.clone();

    // Not while a trade is open, and not while money is owed; it says which.
    m.mart.post("/company/closure", json!({"slug": "another"})).await.refused(422, "request.invalid");
    let refused = m.mart.post("/company/closure", json!({"slug": slug})).await.refused(409, "flow.company.not_finished");
    assert_eq!(text(&refused, "/fields/0/reason"), "open_trades");
    assert_eq!(m.mart.get("/company/closure").await.ok()["hindrances"][0]["count"], 1);
    m.walk(&order, &part, State::Confirmed).await?;
    m.t.pass(Duration::days(2)).await?;
    pay_everybody(&m).await?;
    let clear = m.mart.get("/company/closure").await.ok();
    assert_eq!(clear["hindrances"], json!([]), "{clear}");

    // Asked, and taken back: as if nothing had been.
    let asked = m.mart.post("/company/closure", json!({"slug": slug})).await.is(201);
    assert_ne!(text(&asked, "/due_at"), "");
    m.mart.post("/company/closure", json!({"slug": slug})).await.refused(409, "company.closure.asked");
    let shop = format!("/shop/{slug}");
    assert_eq!(m.t.anyone().get(&shop).await.ok()["paused"], true);
    m.mart.delete("/company/closure").await.is(204);
    assert_eq!(m.t.anyone().get(&shop).await.ok()["selling"], true);
    m.mart.delete("/company/closure").await.refused(409, "company.closure.none");

    // Asked again, and time passes.
    m.mart.post("/company/closure", json!({"slug": slug})).await.is(201);
    m.t.pass(Duration::days(9)).await?;
    m.mart.get("/company/items").await.ok();
    let schema = schema_of(&m, &m.mart).await?;
    m.t.pass(Duration::days(2)).await?;
    m.t.work().await?;
    let mails = m.t.mails_to(&m.mart.email).await?;
    assert!(mails.contains(&"company_closing".to_owned()) && mails.contains(&"company_closed".to_owned()), "{mails:?}");

    // Its schema is gone, nobody is a member, and its shop leads nowhere.
    let there = format!("SELECT nspname::text AS name FROM pg_namespace WHERE nspname = '{schema}'");
    assert!(m.t.of_the_owner(&there).await?.is_empty());
    assert!(m.mart.get("/company/items").await.status >= 400);
    m.t.anyone().get(&shop).await.refused(404, "request.not_found");

    // The records of contracts are kept for five years, out of everybody's reach, and then they go.
    let orders = kept(&m, &m.mart, "orders").await?;
    assert!(orders.iter().all(|kept| kept.starts_with("1826 days") && kept.ends_with("두레마트")) && orders.len() == 1, "{orders:?}");
    assert!(!kept(&m, &m.mart, "tax_entry").await?.is_empty());
    assert!(kept(&m, &m.mart, "cart").await?.is_empty() && kept(&m, &m.mart, "item").await?.is_empty());
    let readers = "SELECT grantee::text AS name FROM information_schema.role_table_grants WHERE table_name = 'kept_record' AND grantee <> grantor";
    assert!(m.t.of_the_owner(readers).await?.is_empty(), "no role of the application reaches it");
    // The other side still has its documents, with the name as it was.
    let trade = m.bakery.get(&format!("/company/trades/{}", part.trade)).await.ok();
    assert!(trade.to_string().contains("두레마트"), "{trade}");
    m.t.pass(Duration::days(5 * 366)).await?;
    assert!(kept(&m, &m.mart, "orders").await?.is_empty());
    m.finish().await
}
