//! Signing up feels instant: the workspace of a new company is there with the answer.

use kernel::{Locale, Result};
use madang_tests::{TestApp, won};
use serde_json::json;

/// Companies that sign up one after another.
const COMPANIES: usize = 20;

#[actix_web::test]
async fn a_workspace_is_there_at_once() -> Result<()> {
    let t = TestApp::start().await?;
    let mut took = Vec::new();
    for number in 0..COMPANIES {
        // The worker keeps spare schemas ready; here it is given the time to.
        company::actions::add_spare(&t.madang.app, None).await?;
        let owner = t.person(Locale::Ko).await?;
        let digits = (0..10).map(|digit| format!("{:09}{digit}", 220_700_000 + number));
        let valid: Vec<String> = digits.filter(|text| company::rules::business_number_valid(text)).collect();
        let body = json!({
            "name": format!("상점 {number}"), "business_number": valid.first(), "representative": "김한빛", "postcode": "04524",
            "address1": "서울특별시 중구 세종대로 110", "phone": "02-1234-5678", "email": "office@firms.example", "functions": ["shop"], "slug": format!("fast-{number}"),
        });
        let watch = t.madang.app.clock().stopwatch();
        let company = owner.post("/company-registrations", body).await.is(201);
        took.push(watch.elapsed());
        let chosen = owner.post("/account/session/company", json!({"company_id": company["id"]})).await.ok();
        let member = t.anyone().token(chosen["access_token"].as_str().unwrap_or_default());
        assert_eq!(member.get("/company/items").await.ok()["items"], json!([]));
        let item = json!({"code": "A", "name": "빵", "unit": "개", "tax_class": "taxable", "variants": [
            {"sku": "A", "name": "-", "list_price": won(1_000), "selling_price": won(1_000), "supply_price": won(800)}]});
        member.post("/company/items", item).await.is(201);
    }
    took.sort_unstable();
    let at = |share: usize| took.get(COMPANIES * share / 100).map_or(0, std::time::Duration::as_millis);
    eprintln!("sign-up: p50 {} ms, p95 {} ms over {COMPANIES} companies", at(50), at(95));
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn an_address_or_a_number_is_given_once() -> Result<()> {
    let t = TestApp::start().await?;
    let firm = t.unverified_firm("첫째").await?;
    let number = firm.profile().await["business_number"].clone();
    let owner = t.person(Locale::Ko).await?;
    let body = |slug: &str, number: serde_json::Value| {
        json!({"name": "둘째", "business_number": number, "representative": "김한빛", "postcode": "04524", "address1": "서울특별시 중구 세종대로 110",
            "phone": "02-1234-5678", "email": "office@firms.example", "functions": ["shop"], "slug": slug})
    };
    owner.post("/company-registrations", body("second", number.clone())).await.refused(409, "company.business_number.taken");
    owner.post("/company-registrations", body(&firm.slug, json!("1208147521"))).await.is(409);
    owner.post("/company-registrations", body("second", json!("1234567890"))).await.refused(422, "request.invalid");
    owner.post("/company-registrations", body("api", json!("1208147521"))).await;
    let known = owner
        .get(&format!("/company-registrations/availability?slug={}&business_number={}", firm.slug, number.as_str().unwrap_or_default()))
        .await
        .ok();
    assert_eq!(known, json!({"slug": "taken", "business_number": "taken"}));
    t.finish().await
}

#[actix_web::test]
async fn the_delivery_fee_counts_as_set_once_it_was_set() -> Result<()> {
    let t = TestApp::start().await?;
    let firm = t.unverified_firm("배송").await?;
    let done = async || {
        let home = firm.get("/company/home").await.ok();
        home["setup"].as_array().into_iter().flatten().any(|step| step["step"] == "delivery_rule" && step["done"] == true)
    };
    assert!(!done().await);
    // Another change of the profile is not it.
    firm.bank().await;
    assert!(!done().await);
    // Free delivery is a decision, too.
    firm.rules(false, false, 0).await;
    assert!(done().await);
    t.finish().await
}
