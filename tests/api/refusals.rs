//! Whatever is wrong with a request has an answer with a code, and loses nothing.

use chrono::Duration;
use kernel::{Locale, Result};
use madang_tests::{Market, NewProduct, Setting, TestApp, card, order_body, text, won};
use reqwest::Method;
use serde_json::json;

#[actix_web::test]
async fn a_body_that_is_not_right_is_refused_with_its_fields() -> Result<()> {
    let m = Market::open().await?;
    let items = "/company/items";
    let item = json!({"code": "A", "name": "빵", "unit": "개", "tax_class": "taxable", "variants": [
        {"sku": "A", "name": "-", "list_price": won(1), "selling_price": won(1), "supply_price": won(1)}]});
    let with = |name: &str, value: serde_json::Value| {
        let mut body = item.clone();
        body[name] = value;
        body
    };
    let unknown = m.mart.post(items, with("colour", json!("red"))).await;
    assert_eq!(unknown.fields(), ["colour: unknown"]);
    unknown.refused(422, "request.invalid");
    let wrong = m.mart.post(items, with("name", json!(7))).await;
    assert_eq!(wrong.fields(), ["name: malformed"]);
    wrong.refused(422, "request.invalid");
    let float = m
        .mart
        .post(
            items,
            json!({"code": "A", "name": "빵", "unit": "개", "tax_class": "taxable", "variants": [
        {"sku": "A", "name": "-", "list_price": {"minor": 1.5, "currency": "KRW"}, "selling_price": won(1), "supply_price": won(1)}]}),
        )
        .await;
    assert!(float.fields().iter().any(|field| field.contains("list_price")), "{}", float.text);
    float.refused(422, "request.invalid");
    let mut missing = item.clone();
    missing.as_object_mut().map(|body| body.remove("unit"));
    let missing = m.mart.post(items, missing).await;
    assert_eq!(missing.fields(), ["unit: required"]);
    missing.refused(422, "request.invalid");
    for (body, status, code) in [
        (b"{".to_vec(), 400, "request.body_invalid"),
        (Vec::new(), 400, "request.body_invalid"),
        (b"{} {}".to_vec(), 422, "request.invalid"),
        (b"\"\\u0000\"".to_vec(), 422, "request.invalid"),
        (vec![b' '; 300_000], 413, "request.too_large"),
        (vec![0xff, 0xfe], 400, "request.body_invalid"),
        ("[".repeat(5_000).into_bytes(), 422, "request.invalid"),
    ] {
        let answer = m.mart.send(Method::POST, items, Some(body)).await;
        assert!(answer.code() == code || (400..500).contains(&answer.status), "{status} {code}: {} {}", answer.status, answer.text);
        assert!(!answer.code().is_empty(), "{}", answer.text);
    }
    m.mart.with("content-type", "text/plain").get("/company/items?colour=red").await.refused(400, "request.query_invalid");
    m.mart.get("/company/items?limit=0").await.refused(422, "request.invalid");
    m.mart.get("/company/items?cursor=zzz").await.refused(422, "request.invalid");
    m.mart.get("/company/items?q=%00").await.refused(422, "request.invalid");
    m.mart.get(&format!("/company/items?q={}", "가".repeat(301))).await.refused(422, "request.invalid");
    m.finish().await
}

#[actix_web::test]
async fn a_forged_id_is_nobodys() -> Result<()> {
    let m = Market::open().await?;
    for id in ["x", "item_", "item_00000000000000000000000000", "trade_01kz5b9n4me9v9bmjvhbbyx7a9", "%27%3B--", "%F0%9F%8D%9E", "..%2F..%2Fetc"] {
        for path in [
            format!("/company/items/{id}"),
            format!("/company/trades/{id}"),
            format!("/shop/{}/orders/{id}", m.mart.slug),
            format!("/shop/{id}"),
            format!("/files/{id}"),
        ] {
            let answer = m.mart.get(&path).await;
            assert_eq!((answer.status, answer.code().as_str()), (404, "request.not_found"), "{path}: {}", answer.text);
        }
        m.operator.get(&format!("/operator/trades/{id}")).await.refused(404, "request.not_found");
    }
    m.t.anyone().get("/nowhere").await.refused(404, "request.not_found");
    m.finish().await
}

#[actix_web::test]
async fn a_version_that_is_old_or_missing_changes_nothing() -> Result<()> {
    let m = Market::open().await?;
    let path = format!("/company/items/{}", m.bread.item);
    let read = m.bakery.get(&path).await;
    let seen: i64 = read.header("etag").trim_matches('"').parse().unwrap_or_default();
    assert_eq!(read.json()["version"], seen);
    m.bakery.patch(&path, json!({"name": "호밀빵"})).await.refused(428, "request.version_required");
    m.bakery.having_seen(seen).patch(&path, json!({"name": "호밀빵"})).await.ok();
    m.bakery.having_seen(seen).patch(&path, json!({"name": "보리빵"})).await.refused(412, "request.version_mismatch");
    m.bakery.with("if-match", "\"zwei\"").patch(&path, json!({"name": "보리빵"})).await.refused(400, "request.header_invalid");
    assert_eq!(m.bakery.get(&path).await.ok()["name"], "호밀빵");
    let profile = m.mart.profile().await["version"].as_i64().unwrap_or_default();
    let rules = json!({"auto_request": true, "auto_accept": false, "delivery_fee": won(0)});
    m.mart.put("/company/rules", rules.clone()).await.refused(428, "request.version_required");
    m.mart.having_seen(profile - 1).put("/company/rules", rules).await.refused(412, "request.version_mismatch");
    m.finish().await
}

#[actix_web::test]
async fn a_repeated_key_is_answered_once_and_never_shared() -> Result<()> {
    let m = Market::open().await?;
    let item = |code: &str| {
        json!({"code": code, "name": "빵", "unit": "개", "tax_class": "taxable", "variants": [
        {"sku": code, "name": "-", "list_price": won(1_000), "selling_price": won(1_000), "supply_price": won(800)}]})
    };
    let first = m.mart.once("k1").post("/company/items", item("A")).await.is(201);
    let again = m.mart.once("k1").post("/company/items", item("A")).await.is(201);
    assert_eq!(first["id"], again["id"]);
    m.mart.once("k1").post("/company/items", item("B")).await.refused(422, "request.idempotency_key_reused");
    // Another company's key of the same name is another key.
    let other = m.bakery.once("k1").post("/company/items", item("A")).await.is(201);
    assert_ne!(first["id"], other["id"]);
    m.mart.once(&"k".repeat(129)).post("/company/items", item("C")).await.refused(400, "request.header_invalid");
    // Without a key, the second one collides with the first.
    m.mart.post("/company/items", item("A")).await.refused(409, "catalog.item.code_taken");
    m.finish().await
}

#[actix_web::test]
async fn a_step_that_the_state_does_not_allow_is_refused() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    let trade = part.trade;
    m.operator.issue(trade).await.refused(409, "trade.transition.refused");
    m.bakery.accept(trade).await.is(404);
    order.buyer_step(trade, "purchase-confirmation", json!({})).await.refused(409, "trade.transition.refused");
    order.buyer_step(trade, "arrival", json!({})).await.refused(409, "trade.transition.refused");
    m.mart.request(trade).await.ok();
    m.mart.request(trade).await.refused(409, "trade.transition.refused");
    m.t.work().await?;
    m.operator.issue(trade).await.ok();
    m.operator.issue(trade).await.refused(409, "trade.transition.refused");
    m.bakery.hand_over(trade).await.refused(409, "trade.transition.refused");
    m.bakery.deliver(&part).await.refused(409, "trade.transition.refused");
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).reserved(&m.bakery, 16_500).reserved(&m.mart, 4_840).stands().await?;
    let seen = m.mart.get(&format!("/company/trades/{trade}")).await.ok();
    assert_eq!(seen["allowed_actions"], json!(["cancel"]), "{seen}");
    let seen = m.bakery.get(&format!("/company/trades/{trade}")).await.ok();
    assert_eq!(seen["allowed_actions"], json!(["accept_po", "decline_po"]), "{seen}");
    m.finish().await
}

#[actix_web::test]
async fn an_order_that_does_not_add_up_is_refused_and_takes_nothing() -> Result<()> {
    let m = Market::open().await?;
    let path = format!("/shop/{}/orders", m.mart.slug);
    let order = |quantity: i32, total: i64| order_body(&[(m.bread.listed, quantity)], total, "sum@buyers.example", "ko");
    m.t.anyone().post(&path, order(1, 21_000)).await.refused(409, "flow.order.total_changed");
    m.t.anyone().post(&path, order(51, 22_000 * 51)).await.is(409);
    m.t.anyone().post(&path, order(0, 0)).await.refused(422, "request.invalid");
    m.t.anyone().post(&path, order(-1, -22_000)).await.refused(422, "request.invalid");
    m.t.anyone().post(&path, order_body(&[], 0, "sum@buyers.example", "ko")).await.refused(409, "flow.cart.empty");
    m.t.anyone().post(&path, order_body(&[(uuid::Uuid::nil(), 1)], 0, "sum@buyers.example", "ko")).await.refused(409, "flow.line.not_on_sale");
    m.t.anyone().post(&path, order_body(&[(m.bread.listed, 1)], 22_000, "nobody", "ko")).await.refused(422, "request.invalid");
    m.t.work().await?;
    assert_eq!(m.bread_left().await?, 50);
    m.finish().await
}

#[actix_web::test]
async fn a_session_ends_after_its_minutes_and_is_renewed_by_its_cookie() -> Result<()> {
    let t = TestApp::with(Setting { access_minutes: Some(10), ..Setting::default() }).await?;
    let person = t.person(Locale::Ko).await?;
    let session = t.anyone().post("/account/session", json!({"email": person.email, "password": "seven green lanterns"})).await;
    let cookie = session.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
    assert!(
        session.header("set-cookie").contains("HttpOnly") && session.header("set-cookie").contains("SameSite=Lax"),
        "{}",
        session.header("set-cookie")
    );
    let signed_in = t.anyone().token(&text(&session.ok(), "/access_token"));
    signed_in.get("/account/me").await.ok();
    t.forward(Duration::minutes(11));
    signed_in.get("/account/me").await.refused(401, "auth.expired");
    t.anyone().token("not.a.token").get("/account/me").await.is(401);
    let renewed = t.anyone().with("cookie", &cookie).post("/account/session/refresh", json!({})).await;
    let next = renewed.header("set-cookie").split(';').next().unwrap_or_default().to_owned();
    let renewed = t.anyone().token(&text(&renewed.ok(), "/access_token"));
    renewed.get("/account/me").await.ok();
    // A second tab that was slower is served; long after that, a used cookie was stolen and the
    // device is signed out.
    t.anyone().with("cookie", &cookie).post("/account/session/refresh", json!({})).await.ok();
    t.forward(Duration::minutes(5));
    t.anyone().with("cookie", &cookie).post("/account/session/refresh", json!({})).await.refused(401, "identity.session.token_reused");
    t.anyone().with("cookie", &next).post("/account/session/refresh", json!({})).await.is(401);
    renewed.get("/account/me").await.is(401);
    t.finish().await
}

#[actix_web::test]
async fn a_stopped_redis_costs_speed_and_nothing_else() -> Result<()> {
    let t = TestApp::with(Setting { redis_url: Some("redis://127.0.0.1:1/0".into()), ..Setting::default() }).await?;
    let m = Market::on(t).await?;
    let order = m.t.paid_order(&m.mart, &[(m.bread.listed, 1)], 22_000).await?;
    m.walk(&order, &order.part(&m.bakery), trade::rules::State::Confirmed).await?;
    m.t.money().clearing(22_000).fees(600, 60).payable(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_guessed_password_is_slowed_down() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let guess = json!({"email": person.email, "password": "not the right one"});
    let mut codes = Vec::new();
    for _ in 0..12 {
        codes.push(t.anyone().post("/account/session", guess.clone()).await.code());
    }
    assert_eq!(codes.first().map(String::as_str), Some("identity.credentials.wrong"));
    assert_eq!(codes.last().map(String::as_str), Some("request.too_many"), "{codes:?}");
    t.finish().await
}

#[actix_web::test]
async fn a_double_listing_and_a_loss_are_refused_unless_meant() -> Result<()> {
    let m = Market::open().await?;
    let (item, variant) = m.bakery.offer(&m.t, NewProduct { selling: 10_000, supply: 9_000, stock: 3 }, madang_tests::RESALE).await?;
    let registered = catalog::snapshot::registered_item_id(m.bakery.id, item);
    let path = format!("/company/supply-offers/{registered}/listing");
    let at = |price: i64| json!({"variants": [{"variant_id": variant, "selling_price": won(price)}]});
    m.mart.post(&path, at(8_000)).await.refused(422, "catalog.listing.loss");
    m.mart.post(&path, at(10_000)).await.is(201);
    m.mart.post(&path, at(10_000)).await.refused(409, "catalog.listing.exists");
    m.bakery.post(&path, at(10_000)).await.refused(409, "flow.offer.own");
    // The end of the supply ends the listing.
    m.bakery.delete(&format!("/company/items/{item}/offer")).await.ok();
    m.t.work().await?;
    m.mart.post(&path, at(10_000)).await.refused(404, "flow.offer.not_open");
    let order = m.t.order(&m.mart, &[(m.bread.listed, 1)], 22_000).await?;
    order.pay(card::GOOD).await.ok();
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn another_method_is_told_which_ones_an_address_answers() -> Result<()> {
    let t = TestApp::start().await?;
    for (method, path, allow) in [
        (reqwest::Method::DELETE, "/meta", "GET"),
        (reqwest::Method::GET, "/account/session/company", "POST"),
        (reqwest::Method::DELETE, "/company/items", "GET, POST"),
        (reqwest::Method::GET, "/operator/mails/mail_x/retry", "POST"),
    ] {
        let answer = t.anyone().send(method, path, None).await;
        let header = |name: &str| answer.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
        assert_eq!((header("allow"), header("content-type")), (allow.to_owned(), "application/problem+json".to_owned()), "{answer:?}");
        let body = answer.refused(405, "request.method_not_allowed");
        assert!(!text(&body, "/trace_id").is_empty(), "{body}");
    }
    t.anyone().get("/nothing/of/the/kind").await.refused(404, "request.not_found");
    t.finish().await
}
