//! The audit log: who changed what, from where, with what before and after; for a company its own
//! part; never altered without its showing.

use chrono::Duration;
use futures_util::future::join_all;
use kernel::{Locale, Result};
use madang_tests::{Caller, Firm, Market, NewProduct, TestApp, text, won};
use serde_json::{Value, json};

/// The entries of an action, the latest first.
async fn entries(who: &Caller, face: &str, query: &str) -> Vec<Value> {
    who.get(&format!("/{face}/audit-entries?limit=100&{query}")).await.ok()["items"].as_array().cloned().unwrap_or_default()
}

fn change(entry: &Value, field: &str) -> (Value, Value) {
    let all = entry["changes"].as_array().cloned().unwrap_or_default();
    let found = all.into_iter().find(|change| change["field"] == field).unwrap_or_default();
    (found["before"].clone(), found["after"].clone())
}

/// Sets a price from now on.
async fn price(firm: &Firm, variant: impl std::fmt::Display, minor: i64) {
    firm.post(&format!("/company/variants/{variant}/prices"), json!({"kind": "selling", "amount": won(minor)})).await.is(201);
}

#[actix_web::test]
async fn a_price_is_told_with_who_from_where_and_what_it_was_before() -> Result<()> {
    let m = Market::open().await?;
    m.t.forward(Duration::hours(1));
    let caller = m.bakery.with("user-agent", "Story/1.0");
    let path = format!("/company/variants/{}/prices", m.bread.variant);
    let answer = caller.post(&path, json!({"kind": "selling", "amount": won(23_000)})).await;
    let trace = answer.header("trace-id").to_owned();
    answer.is(201);
    // It was written with the price, in the company's own part; the log has it once that is delivered.
    assert!(entries(&m.bakery, "company", "action=catalog.price.set").await.is_empty());
    m.t.work().await?;
    let found = entries(&m.bakery, "company", "action=catalog.price.set").await;
    let [entry] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(change(entry, "selling_price"), (won(22_000), won(23_000)));
    assert_eq!(change(entry, "list_price"), (Value::Null, Value::Null), "only what is different is told");
    assert_eq!((text(entry, "/actor/kind"), text(entry, "/actor/role")), ("member".into(), "owner".into()));
    assert_eq!(text(entry, "/actor/account_id"), m.bakery.owner.to_string());
    assert_eq!((text(entry, "/origin/agent"), text(entry, "/origin/trace_id")), ("Story/1.0".into(), trace));
    assert_eq!(text(entry, "/origin/address"), "127.0.0.1");
    assert_eq!(text(entry, "/object/id"), m.bread.variant.to_string());

    // Delivered once more, it stays one.
    let tx = m.t.madang.app.platform().await?;
    let event = platform::audit::events::AuditRecorded {
        company_id: m.bakery.id,
        entry: platform::audit::Entry::new(ledger::AUDIT[0], "payout_x", "x"),
        cause: platform::audit::Cause::default(),
    };
    let delivery = platform::Delivery {
        id: kernel::EventId::new(),
        name: "platform.audit_recorded".into(),
        // Whatever an event says of itself, it is the company's whose outbox it came from.
        company: Some(m.mart.id),
        payload: serde_json::to_value(&event).map_err(kernel::Problem::internal)?,
        at: m.t.now(),
    };
    platform::audit::take(&tx, &delivery).await?;
    platform::audit::take(&tx, &delivery).await?;
    tx.commit().await?;
    assert_eq!(entries(&m.mart, "company", "object_id=payout_x").await.len(), 1);
    assert!(entries(&m.bakery, "company", "object_id=payout_x").await.is_empty());
    m.finish().await
}

#[actix_web::test]
async fn a_company_sees_its_own_part_and_the_operator_everything() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    m.t.work().await?;
    m.mart.request(order.parts[0].trade).await.ok();
    m.operator.issue(order.parts[0].trade).await.ok();
    m.t.work().await?;
    let own = entries(&m.mart, "company", "").await;
    assert!(own.iter().any(|entry| entry["action"] == "trade.trade.moved" && change(entry, "step").1 == "request_po"));
    assert!(own.iter().all(|entry| entry["company"].is_null()), "a company is not told of parts");
    // What the operator did with the company's trade is there, without whom or from where.
    let issued = own.iter().find(|entry| change(entry, "step").1 == "issue_po").cloned().unwrap_or_default();
    assert_eq!(text(&issued, "/actor/kind"), "operator");
    assert!(issued["actor"]["account_id"].is_null() && issued["actor"]["name"].is_null() && issued["origin"].is_null(), "{issued}");
    let theirs = entries(&m.bakery, "company", "").await;
    let ids = |all: &[Value]| all.iter().map(|entry| text(entry, "/id")).collect::<std::collections::HashSet<_>>();
    assert!(ids(&own).is_disjoint(&ids(&theirs)));
    let all = entries(&m.operator, "operator", &format!("company_id={}", m.mart.id)).await;
    assert_eq!(ids(&all), ids(&own));
    assert!(all.iter().any(|entry| text(entry, "/actor/account_id") == m.operator.id.to_string() && !entry["origin"].is_null()));

    // Found by words, by kind of actor and by day; in pages.
    assert!(!entries(&m.mart, "company", "q=request_po").await.is_empty());
    assert!(entries(&m.mart, "company", "q=nothing-like-it").await.is_empty());
    assert!(entries(&m.mart, "company", "actor_kind=operator").await.iter().all(|entry| entry["actor"]["kind"] == "operator"));
    assert!(entries(&m.mart, "company", "from=2026-03-03").await.is_empty());
    assert_eq!(entries(&m.mart, "company", "from=2026-03-02&to=2026-03-02").await.len(), own.len());
    let first = m.mart.get("/company/audit-entries?limit=1").await.ok();
    let second = m.mart.get(&format!("/company/audit-entries?limit=1&cursor={}", text(&first, "/next"))).await.ok();
    assert_eq!([text(&first, "/items/0/id"), text(&second, "/items/0/id")], [text(&own[0], "/id"), text(&own[1], "/id")]);
    m.mart.get("/company/audit-entries?colour=red").await.refused(400, "request.query_invalid");

    let file = m.mart.get("/company/audit-entries/entries.csv").await;
    assert_eq!(file.status, 200);
    assert_eq!(file.text.lines().count(), own.len() + 1, "a head and a line for each");
    assert!(file.text.starts_with('\u{feff}') && file.text.contains("trade.trade.moved"));
    let file = m.operator.get("/operator/audit-entries/entries.csv").await;
    assert!(file.text.contains("company.company.verified") && file.text.contains("127.0.0.1"));
    m.finish().await
}

#[actix_web::test]
async fn secrets_and_whole_numbers_are_not_in_it() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let person = t.person(Locale::Ko).await?;
    person.put("/account/password", json!({"current_password": madang_tests::PASSWORD, "password": "nine yellow lanterns"})).await.is(204);
    let told = entries(&operator, "operator", &format!("account_id={}", person.id)).await;
    let [entry] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((text(entry, "/action"), text(entry, "/actor/kind")), ("identity.password.changed".into(), "person".into()));
    assert_eq!(entry["changes"], json!([]));
    let firm = t.firm(&operator, "한빛제빵").await?;
    firm.bank().await;
    let file = operator.get("/operator/audit-entries/entries.csv").await.text;
    assert!(!file.contains("lanterns") && !file.contains("110-234-567890") && file.contains("***-***-**7890"), "{file}");
    t.finish().await
}

#[actix_web::test]
async fn nobody_alters_it_and_who_can_do_everything_is_found_out() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    for _ in 0..3 {
        let seen = firm.profile().await["version"].as_i64().unwrap_or_default();
        firm.having_seen(seen).patch("/company/profile", json!({"phone": format!("02-1234-{:04}", 5000 + seen)})).await.ok();
    }
    let whole = operator.get("/operator/audit-proof").await.ok();
    assert_eq!((whole["holds"].clone(), whole["fault_count"].clone()), (json!(true), json!(0)));
    // Not even the owner of the tables, while the triggers stand.
    for sql in ["UPDATE platform.audit_entry SET reason = 'x'", "DELETE FROM platform.audit_entry", "TRUNCATE platform.audit_entry"] {
        assert!(t.forge(sql).await.is_err(), "{sql}");
    }
    let forgeries = [
        ("UPDATE platform.audit_entry SET account_id = gen_random_uuid() WHERE action = 'company.company.verified'", "altered"),
        ("UPDATE platform.audit_entry SET changes = '[]' WHERE action = 'company.company.signed_up'", "altered"),
        ("UPDATE platform.audit_entry SET at = at + interval '1 day' WHERE action = 'company.company.verified'", "altered"),
        (
            "DELETE FROM platform.audit_entry e USING platform.audit_head h WHERE e.shard = h.shard AND e.seq = h.seq
              AND e.action = 'company.profile.changed'",
            "were written",
        ),
    ];
    for (forgery, word) in forgeries {
        let copy = "CREATE TABLE kept AS SELECT * FROM platform.audit_entry";
        t.forge(copy).await?;
        t.forge(&format!("ALTER TABLE platform.audit_entry DISABLE TRIGGER ALL; {forgery}")).await?;
        let broken = operator.get("/operator/audit-proof").await.ok();
        assert_eq!(broken["holds"], json!(false), "{forgery}");
        assert!(broken["faults"].as_array().is_some_and(|all| all.iter().any(|fault| text(fault, "/what").contains(word))), "{forgery}: {broken}");
        t.forge(
            "DELETE FROM platform.audit_entry; INSERT INTO platform.audit_entry SELECT * FROM kept; DROP TABLE kept;
             ALTER TABLE platform.audit_entry ENABLE TRIGGER ALL",
        )
        .await?;
    }
    t.finish().await
}

#[actix_web::test]
async fn many_write_at_once_and_none_waits_for_ever() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let (_, variant) = firm.item(&t, NewProduct::default()).await?;
    let people = join_all((0..6).map(|_| t.person(Locale::Ko))).await.into_iter().collect::<Result<Vec<_>>>()?;
    let invited = join_all(people.iter().map(|person| firm.post("/company/invitations", json!({"email": person.email, "role": "viewer"})))).await;
    assert!(invited.iter().all(|answer| answer.status == 201), "{:?}", invited.iter().map(|answer| answer.status).collect::<Vec<_>>());
    t.forward(Duration::minutes(1));
    price(&firm, variant, 21_000).await;
    t.work().await?;
    assert_eq!(entries(&firm, "company", "action=company.invitation.sent").await.len(), 6);
    t.finish().await
}
