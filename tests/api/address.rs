//! Where a shop is reached: its address, the ones it had before, and a domain of its own.

use chrono::Duration;
use kernel::{Problem, Result};
use madang_tests::{Answer, Firm, Market, Names, Setting, TestApp, text};
use reqwest::{Client, redirect::Policy};
use serde_json::{Value, json};

async fn move_to(firm: &Firm, slug: &str) -> Answer {
    let seen = firm.profile().await["version"].as_i64().unwrap_or_default();
    firm.having_seen(seen).put("/company/address/slug", json!({"slug": slug})).await
}

/// Where a page of the shop leads: status and address.
async fn page(t: &TestApp, host: &str, path: &str) -> Result<(u16, String)> {
    let client = Client::builder().redirect(Policy::none()).build().map_err(Problem::internal)?;
    let answer = client.get(format!("{}{path}", t.base)).header("host", host).send().await.map_err(Problem::internal)?;
    let place = answer.headers().get("location").and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
    Ok((answer.status().as_u16(), place))
}

#[actix_web::test]
async fn a_former_address_leads_to_the_shop_and_is_nobody_elses() -> Result<()> {
    let shorter = Setting { change: Some(|config| config.tenant.former_slug_days = 20), ..Setting::default() };
    let m = Market::on(TestApp::with(shorter).await?).await?;
    let old = m.mart.slug.clone();
    move_to(&m.mart, "Api").await.refused(422, "request.invalid");
    move_to(&m.mart, &m.bakery.slug).await.refused(409, "company.slug.taken");
    m.mart.having_seen(0).put("/company/address/slug", json!({"slug": "dure-mart"})).await.refused(412, "request.version_mismatch");
    assert_eq!(move_to(&m.mart, "dure-mart").await.ok()["slug"], "dure-mart");
    m.t.work().await?;

    // Programs are served at both; pages are sent on, with whatever follows.
    for slug in ["dure-mart", old.as_str()] {
        assert_eq!(m.t.anyone().get(&format!("/shop/{slug}")).await.ok()["slug"], "dure-mart");
    }
    let moved = page(&m.t, "madang.test", &format!("/shop/{old}/products/bread?from=mail")).await?;
    assert_eq!(moved, (308, "/shop/dure-mart/products/bread?from=mail".to_owned()));
    let below = page(&m.t, &format!("{old}.madang.test"), "/cart?x=1").await?;
    assert_eq!(below, (308, "http://dure-mart.madang.test/cart?x=1".to_owned()));

    // Nobody takes it while it leads here; then anybody may.
    move_to(&m.bakery, &old).await.refused(409, "company.slug.taken");
    let available = format!("/company-registrations/availability?slug={old}");
    assert_eq!(m.bakery.get(&available).await.ok()["slug"], "taken");
    let shown = m.mart.get("/company/address").await.ok();
    assert_eq!((text(&shown, "/slug").as_str(), text(&shown, "/former/0/slug")), ("dure-mart", old.clone()));
    m.t.pass(Duration::days(21)).await?;
    m.t.anyone().get(&format!("/shop/{old}")).await.refused(404, "request.not_found");
    assert_eq!(move_to(&m.bakery, &old).await.ok()["slug"], json!(old));

    // It may come back to an address of its own, but not wander about.
    for slug in ["dure-1", "dure-2", "dure-mart", "dure-2"] {
        move_to(&m.mart, slug).await.ok();
    }
    move_to(&m.mart, "dure-3").await.ok();
    move_to(&m.mart, "dure-4").await.refused(409, "company.slug.changed_often");
    m.finish().await
}

fn record(shown: &Value) -> (String, String) {
    (text(shown, "/domain/records/0/name"), text(shown, "/domain/records/0/value"))
}

#[actix_web::test]
async fn a_domain_is_served_once_it_is_proven_and_until_it_fails() -> Result<()> {
    let names = Names::default();
    let m = Market::on(TestApp::with(Setting { names: names.clone(), ..Setting::default() }).await?).await?;
    let host = "shop.dure.example";
    for wrong in ["127.0.0.1", "dure", "x.madang.test", "https://dure.example", "a.localhost", ""] {
        m.mart.put("/company/address/domain", json!({"host": wrong})).await.refused(422, "request.invalid");
    }
    m.mart.post("/company/address/domain/check", json!({})).await.refused(404, "company.domain.none");
    let claimed = m.mart.put("/company/address/domain", json!({"host": "Shop.Dure.example"})).await.ok();
    assert_eq!((text(&claimed, "/domain/host").as_str(), text(&claimed, "/domain/state").as_str()), (host, "waiting"));
    let (name, value) = record(&claimed);
    assert_eq!(name, "_madang.shop.dure.example");
    assert_eq!(text(&claimed, "/domain/records/1/value"), "madang.test");

    // Nothing is served before the proof; another's value is none.
    assert_eq!(page(&m.t, host, "/").await?.0, 421);
    names.set(&name, "madang-verification=somebody-elses");
    assert_eq!(text(&m.mart.post("/company/address/domain/check", json!({})).await.ok(), "/domain/state"), "waiting");
    names.silence(&name);
    m.mart.post("/company/address/domain/check", json!({})).await.refused(503, "company.domain.unreachable");
    names.set(&name, &value);
    let proven = m.mart.post("/company/address/domain/check", json!({})).await.ok();
    assert_eq!(text(&proven, "/domain/state"), "proven");

    // Now it is: pages and API answer there, and its pages may call.
    assert_ne!(page(&m.t, host, "/").await?.0, 421);
    m.t.anyone().with("host", host).get(&format!("/shop/{}", m.mart.slug)).await.ok();
    let origin = format!("http://{host}");
    assert_eq!(m.t.anyone().with("origin", &origin).get("/meta").await.header("access-control-allow-origin"), origin);

    // Whoever else claims the same name gets a value of their own, and cannot take the name.
    m.bakery.put("/company/address/domain", json!({"host": host})).await.refused(409, "company.domain.taken");

    // The record goes. For three days a mishap is forgiven; then the name is given up by itself.
    names.clear(&name);
    m.t.pass(Duration::hours(13)).await?;
    let failing = m.mart.get("/company/address").await.ok();
    assert_eq!(text(&failing, "/domain/state"), "proven");
    assert_ne!(text(&failing, "/domain/failing_since"), "");
    // Silence of the name servers proves nothing.
    names.silence(&name);
    m.t.pass(Duration::hours(80)).await?;
    assert_eq!(text(&m.mart.get("/company/address").await.ok(), "/domain/state"), "proven");
    names.clear(&name);
    m.t.pass(Duration::hours(13)).await?;
    assert_eq!(text(&m.mart.get("/company/address").await.ok(), "/domain/state"), "lost");
    assert_eq!(page(&m.t, host, "/").await?.0, 421);
    let next = m.bakery.put("/company/address/domain", json!({"host": host})).await.ok();
    assert_ne!(record(&next).1, value, "a value is one company's");
    m.mart.delete("/company/address/domain").await.is(204);
    assert!(m.mart.get("/company/address").await.ok()["domain"].is_null());
    m.finish().await
}
