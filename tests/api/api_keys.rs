//! The programs of a company: what an API key opens and what it does not, how long, how often, and
//! that it can be changed without a moment in which nothing opens.

use chrono::Duration;
use kernel::{Locale, Result};
use madang_tests::{Caller, Firm, Market, Setting, TestApp, text};
use serde_json::{Value, json};

/// A key with these permissions; the answer with its secret.
async fn key(t: &TestApp, firm: &Caller, permissions: &[&str]) -> Value {
    let body = json!({"name": "창고 프로그램", "permissions": permissions, "expires_at": t.now() + Duration::days(30)});
    firm.post("/company/api-keys", body).await.is(201)
}

fn program(t: &TestApp, key: &Value) -> Caller {
    t.anyone().token(&text(key, "/secret"))
}

async fn bakery(t: &TestApp) -> Result<Firm> {
    let operator = t.operator().await?;
    t.firm(&operator, "한빛제빵").await
}

#[actix_web::test]
async fn a_key_opens_what_it_was_made_for_and_nothing_else() -> Result<()> {
    let m = Market::open().await?;
    let made = key(&m.t, &m.bakery, &["supply_manage", "stock_manage"]).await;
    let secret = text(&made, "/secret");
    assert!(secret.starts_with("mk_") && secret.len() == 49, "{secret}");
    assert_eq!(made["permissions"], json!(["workspace_view", "stock_manage", "supply_manage"]));
    let program = program(&m.t, &made);
    program.get("/company/profile").await.ok();
    program.get("/company/trades").await.ok();
    program.get("/company/balance").await.refused(403, "auth.forbidden");
    program.patch("/company/profile", json!({"about": "x"})).await.refused(403, "auth.forbidden");

    // What a person decides is refused whatever the key may do.
    let order = m.paid(1).await?;
    let member = json!({"email": "x@people.example", "role": "viewer"});
    program.post("/company/invitations", member).await.refused(403, "auth.key_refused");
    program.post("/company/payout-account-proposals", json!({})).await.refused(403, "auth.key_refused");
    program.get("/company/api-keys").await.refused(403, "auth.key_refused");
    program.post("/company/api-keys", json!({})).await.refused(403, "auth.key_refused");
    program.get("/account/me").await.refused(403, "auth.key_refused");
    program.get("/account/sessions").await.refused(403, "auth.key_refused");
    program.get("/operator/trades").await.refused(403, "auth.key_refused");
    program.get(&format!("/live?company={}", m.bakery.id)).await.refused(403, "auth.key_refused");

    // It acts, and the timeline says which program did: to its own company and to the operator.
    let part = order.part(&m.bakery);
    m.mart.request(part.trade).await.ok();
    m.operator.issue(part.trade).await.ok();
    let accept = format!("/company/trades/{}/acceptance", part.trade);
    let accepted = program.post(&accept, json!({})).await.ok();
    let by = |trade: &Value| trade["timeline"].as_array().and_then(|all| all.last().cloned()).unwrap_or_default()["program"].clone();
    assert_eq!(by(&accepted), json!({"id": made["id"], "name": "창고 프로그램"}));
    let read = format!("trades/{}", part.trade);
    assert_eq!(text(&by(&m.operator.get(&format!("/operator/{read}")).await.ok()), "/name"), "창고 프로그램");
    assert!(by(&m.mart.get(&format!("/company/{read}")).await.ok()).is_null(), "the seller learns what the supplier calls its programs");
    // Another company's trade does not exist for it.
    let stranger = m.t.firm(&m.operator, "남의제빵").await?;
    let foreign = key(&m.t, &stranger, &["supply_manage"]).await;
    m.t.anyone().token(&text(&foreign, "/secret")).get(&format!("/company/{read}")).await.refused(404, "request.not_found");
    m.finish().await
}

#[actix_web::test]
async fn a_key_never_does_more_than_its_maker_and_is_kept_as_a_hash() -> Result<()> {
    let t = TestApp::start().await?;
    let firm = bakery(&t).await?;
    let ends = t.now() + Duration::days(30);
    let refused = |body: Value| firm.post("/company/api-keys", body);
    let body = |permissions: Value, ends: chrono::DateTime<chrono::Utc>| json!({"name": "x", "permissions": permissions, "expires_at": ends});
    for wrong in [
        body(json!(["members_manage"]), ends),
        body(json!(["api_keys_manage"]), ends),
        body(json!(["payout_account_manage"]), ends),
        body(json!(["settle"]), ends),
        body(json!([]), ends),
        body(json!(["books_view"]), t.now()),
        body(json!(["books_view"]), t.now() + Duration::days(400)),
        json!({"name": " ", "permissions": ["books_view"], "expires_at": ends}),
        json!({"name": "x", "permissions": ["books_view"], "expires_at": ends, "more": 1}),
    ] {
        refused(wrong).await.refused(422, "request.invalid");
    }
    // The accountant makes none at all.
    let person = t.person(Locale::Ko).await?;
    let second = firm.hire(&t, &person, "owner").await?;
    let members = firm.get("/company/members").await.ok();
    let member = members["items"].as_array().into_iter().flatten().find(|member| text(member, "/email") == person.email).cloned().unwrap_or_default();
    let made = key(&t, &second, &["books_view"]).await;
    let secret = text(&made, "/secret");
    program(&t, &made).get("/company/balance").await.ok();
    // Whoever made it leaves, and it ends with them.
    firm.delete(&format!("/company/members/{}", text(&member, "/id"))).await.is(204);
    program(&t, &made).get("/company/balance").await.refused(401, "auth.key_unknown");
    firm.hire(&t, &person, "viewer").await?;
    program(&t, &made).get("/company/balance").await.refused(403, "auth.forbidden");
    program(&t, &made).get("/company/profile").await.ok();

    // No row holds the secret, not even the one that repeats an answer.
    let body = json!({"name": "두 번", "permissions": ["books_view"], "expires_at": ends});
    let first = firm.once("once").post("/company/api-keys", body.clone()).await.is(201);
    let repeated = firm.once("once").post("/company/api-keys", body).await.is(201);
    assert_eq!(first["id"], repeated["id"]);
    assert!(first["secret"].is_string() && repeated["secret"].is_null(), "{repeated}");
    for (table, secret) in [("api_key", &secret), ("idempotency", &text(&first, "/secret")), ("outbox", &secret)] {
        let found = t.of_the_owner(&format!("SELECT count(*)::text AS name FROM platform.{table} AS row WHERE row::text LIKE '%{secret}%'")).await?;
        assert_eq!(found, ["0"], "{table}");
    }
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn a_key_is_rotated_without_a_gap_revoked_at_once_and_ends() -> Result<()> {
    let t = TestApp::start().await?;
    let firm = bakery(&t).await?;
    let made = key(&t, &firm, &["workspace_view"]).await;
    let path = format!("/company/api-keys/{}", text(&made, "/id"));
    let old = program(&t, &made);
    old.get("/company/profile").await.ok();

    let rotated = firm.post(&format!("{path}/rotation"), json!({"overlap_hours": 24})).await.ok();
    let new = program(&t, &rotated);
    assert_ne!(rotated["secret"], made["secret"]);
    assert_eq!(rotated["old_hint"], made["hint"]);
    old.get("/company/profile").await.ok();
    new.get("/company/profile").await.ok();
    t.forward(Duration::hours(24));
    old.get("/company/profile").await.refused(401, "auth.key_unknown");
    new.get("/company/profile").await.ok();

    // The old one can be ended before its time, or at once.
    let third = firm.post(&format!("{path}/rotation"), json!({"overlap_hours": 1})).await.ok();
    new.get("/company/profile").await.ok();
    firm.post(&format!("{path}/overlap-end"), json!({})).await.ok();
    new.get("/company/profile").await.refused(401, "auth.key_unknown");
    let fourth = firm.post(&format!("{path}/rotation"), json!({"overlap_hours": 0})).await.ok();
    program(&t, &third).get("/company/profile").await.refused(401, "auth.key_unknown");
    for wrong in [-1, 169] {
        firm.post(&format!("{path}/rotation"), json!({"overlap_hours": wrong})).await.refused(422, "request.invalid");
    }

    // The last use is known to the minute, and costs a write a minute.
    let seen = || async { firm.get("/company/api-keys").await.ok()["items"][0]["last_used_at"].clone() };
    let last = program(&t, &fourth);
    last.get("/company/profile").await.ok();
    let first = seen().await;
    t.forward(Duration::seconds(59));
    last.get("/company/profile").await.ok();
    assert_eq!(seen().await, first);
    t.forward(Duration::seconds(61));
    last.get("/company/profile").await.ok();
    assert_ne!(seen().await, first);

    firm.delete(&path).await.ok();
    last.get("/company/profile").await.refused(401, "auth.key_unknown");
    firm.post(&format!("{path}/rotation"), json!({"overlap_hours": 1})).await.refused(409, "company.api_key.ended");
    let list = firm.get("/company/api-keys").await.ok();
    assert_eq!(text(&list, "/items/0/state"), "revoked");
    let other = key(&t, &firm, &["workspace_view"]).await;
    t.forward(Duration::days(30));
    program(&t, &other).get("/company/profile").await.refused(401, "auth.key_unknown");
    for wrong in ["mk_", "mk_0000000000000000000000000000000000000000000000", &text(&other, "/secret").to_uppercase().replace("MK_", "mk_")] {
        t.anyone().token(wrong).get("/company/profile").await.refused(401, "auth.key_unknown");
    }
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn keys_are_made_by_a_person_who_is_there_and_stop_with_their_company() -> Result<()> {
    let t = TestApp::with(Setting { step_up_minutes: Some(10), ..Setting::default() }).await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let made = key(&t, &firm, &["workspace_view"]).await;
    operator.post(&format!("/operator/companies/{}/suspension", firm.id), json!({"reason": "확인이 필요합니다."})).await.ok();
    program(&t, &made).get("/company/profile").await.refused(403, "auth.key_suspended");
    firm.get("/company/profile").await.ok();
    t.forward(Duration::minutes(11));
    let body = json!({"name": "x", "permissions": ["workspace_view"], "expires_at": t.now() + Duration::days(1)});
    firm.post("/company/api-keys", body).await.refused(403, "auth.step_up_required");
    let path = format!("/company/api-keys/{}", text(&made, "/id"));
    firm.post(&format!("{path}/rotation"), json!({"overlap_hours": 1})).await.refused(403, "auth.step_up_required");
    firm.delete(&path).await.refused(403, "auth.step_up_required");
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn keys_are_listed_page_by_page_and_are_not_without_end() -> Result<()> {
    let t = TestApp::start().await?;
    let firm = bakery(&t).await?;
    for _ in 0..50 {
        key(&t, &firm, &["workspace_view"]).await;
    }
    let body = json!({"name": "x", "permissions": ["workspace_view"], "expires_at": t.now() + Duration::days(1)});
    firm.post("/company/api-keys", body).await.refused(409, "company.api_key.too_many");
    let first = firm.get("/company/api-keys?limit=30").await.ok();
    let next = firm.get(&format!("/company/api-keys?limit=30&cursor={}", text(&first, "/next"))).await.ok();
    let ids = |page: &Value| page["items"].as_array().into_iter().flatten().map(|row| text(row, "/id")).collect::<Vec<_>>();
    let mut all = [ids(&first), ids(&next)].concat();
    assert!(next["next"].is_null() && all.len() == 50 && first["items"][0].get("secret").is_none());
    all.dedup();
    assert_eq!(all.len(), 50);
    t.work().await?;
    t.finish().await
}

/// A key may make three requests a minute here.
async fn limited(redis_url: Option<String>) -> Result<()> {
    let t = TestApp::with(Setting { redis_url, change: Some(|config| config.limits.api_key_requests = 3), ..Setting::default() }).await?;
    let firm = bakery(&t).await?;
    let (one, other) = (key(&t, &firm, &["workspace_view"]).await, key(&t, &firm, &["workspace_view"]).await);
    let (one, other) = (program(&t, &one), program(&t, &other));
    t.forward(Duration::seconds(20));
    for left in ["2", "1", "0"] {
        let answer = one.get("/company/profile").await;
        assert_eq!((answer.status, answer.header("ratelimit-policy")), (200, "\"api-key\";q=3;w=60"));
        assert_eq!(answer.header("ratelimit"), format!("\"api-key\";r={left};t=40"));
    }
    let refused = one.get("/company/profile").await;
    assert_eq!((refused.header("ratelimit"), refused.header("retry-after")), ("\"api-key\";r=0;t=40", "40"));
    refused.refused(429, "request.too_many");
    // Neither another key nor the people of the company are held up, and the next minute is a new one.
    other.get("/company/profile").await.ok();
    let person = firm.get("/company/profile").await;
    assert!(person.status == 200 && person.header("ratelimit").is_empty());
    t.forward(Duration::seconds(40));
    one.get("/company/profile").await.ok();
    // What is refused for another reason is counted too.
    assert_eq!(one.get("/company/api-keys").await.header("ratelimit"), "\"api-key\";r=1;t=60");
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn a_key_is_limited_with_redis() -> Result<()> {
    limited(std::env::var("TEST_REDIS_URL").ok()).await
}

#[actix_web::test]
async fn a_key_is_limited_without_redis() -> Result<()> {
    limited(None).await?;
    limited(Some("redis://127.0.0.1:1/0".into())).await
}
