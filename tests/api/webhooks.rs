//! Outgoing webhooks, to a receiver that is really there: who hears of what and of what not, what
//! signs it, what becomes of it when the receiver does not take it, and where it never goes.

mod of_trades;

use chrono::Duration;
use kernel::{Problem, Result};
use madang_tests::{Caller, Firm, Received, Receiver, Setting, TestApp, text};
use platform::config::Config;
use serde_json::{Value, json};
use std::{collections::BTreeMap, process::Command};

const EVERYTHING: &[&str] = &[
    "order.paid",
    "trade.opened",
    "trade.po_requested",
    "purchase_order.issued",
    "purchase_order.received",
    "trade.po_accepted",
    "trade.po_declined",
    "trade.delivery_filed",
    "trade.delivery_returned",
    "trade.shipment_approved",
    "trade.in_transit",
    "trade.arrived",
    "trade.confirmed",
    "trade.settled",
    "trade.lines_cancelled",
    "trade.cancelled",
    "settlement.made",
    "payout.opened",
    "payout.sent",
    "payout.paid",
    "payout.returned",
];

/// Receivers of this machine may be reached, and are waited for half a second.
fn at_home(config: &mut Config) {
    config.webhook.allow_http = true;
    config.webhook.allow_private = true;
    config.webhook.timeout_ms = 500;
}

async fn alone() -> Result<(TestApp, Firm, Receiver)> {
    let t = TestApp::with(Setting { change: Some(at_home), ..Setting::default() }).await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    t.work().await?;
    Ok((t, firm, Receiver::open()?))
}

/// Adds an endpoint for these types.
async fn endpoint(firm: &Caller, url: String, types: &[&str]) -> Value {
    firm.post("/company/webhook-endpoints", json!({"url": url, "description": "창고", "event_types": types})).await.is(201)
}

fn path(endpoint: &Value, rest: &str) -> String {
    format!("/company/webhook-endpoints/{}{rest}", text(endpoint, "/id"))
}

/// Sends a test, and gives the worker its turn; the id of the delivery.
async fn tested(t: &TestApp, firm: &Caller, to: &Value) -> Result<String> {
    let made = firm.post(&path(to, "/test"), json!({})).await.is(202);
    t.pass(Duration::seconds(2)).await?;
    Ok(text(&made, "/id"))
}

async fn delivery(firm: &Caller, id: &str) -> Value {
    firm.get(&format!("/company/webhook-deliveries/{id}")).await.ok()
}

/// What the receiver's own library (Python's `standardwebhooks`) says of what came, at the moment of
/// the story.
fn verified(t: &TestApp, secret: &str, came: &Received, body: &str) -> Result<bool> {
    let venv = std::env::var("MADANG_TEST_VENV").map_err(|_| Problem::internal("MADANG_TEST_VENV is not set: make test ONLY=rust"))?;
    let script = "
import sys, json, datetime as clock, standardwebhooks.webhooks as library
class Then(clock.datetime):
    @classmethod
    def now(cls, tz=None):
        return clock.datetime.fromtimestamp(int(sys.argv[1]), tz)
library.datetime = Then
try:
    library.Webhook(sys.argv[2]).verify(sys.argv[4], json.loads(sys.argv[3]))
except library.WebhookVerificationError as error:
    print(error)
    sys.exit(7)
";
    let headers = json!(came.headers).to_string();
    let arguments = ["-c", script, &t.now().timestamp().to_string(), secret, &headers, body];
    let output = Command::new(format!("{venv}/bin/python")).args(arguments).output().map_err(Problem::internal)?;
    match output.status.code() {
        Some(0) => Ok(true),
        Some(7) => Ok(false),
        _ => Err(Problem::internal(String::from_utf8_lossy(&output.stderr))),
    }
}

#[actix_web::test]
async fn what_comes_is_signed_and_the_secret_is_changed_without_a_gap() -> Result<()> {
    let (t, firm, receiver) = alone().await?;
    let made = endpoint(&firm, receiver.at("/ok"), &["order.paid"]).await;
    let first = text(&made, "/secret");
    assert!(first.starts_with("whsec_"), "{first}");
    let id = tested(&t, &firm, &made).await?;
    let came = receiver.received("/ok");
    let [one] = came.as_slice() else { return Err(Problem::internal(format!("{} came", came.len()))) };
    assert_eq!((one.header("webhook-id"), one.header("content-type")), (id.as_str(), "application/json"));
    assert_eq!(one.json()["type"], "webhook.test");
    assert!(verified(&t, &first, one, &one.body)?);
    assert!(!verified(&t, &first, one, &one.body.replace("webhook.test", "webhook.tess"))?, "an altered payload passes");
    assert!(!verified(&t, "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=", one, &one.body)?, "any secret passes");

    let rotated = firm.post(&path(&made, "/rotation"), json!({"overlap_hours": 2})).await.ok();
    let second = text(&rotated, "/secret");
    assert_ne!(first, second);
    tested(&t, &firm, &made).await?;
    let both = receiver.received("/ok").pop().ok_or_else(Problem::not_found)?;
    assert_eq!(both.header("webhook-signature").split(' ').count(), 2);
    assert!(verified(&t, &first, &both, &both.body)? && verified(&t, &second, &both, &both.body)?);
    t.forward(Duration::hours(2));
    tested(&t, &firm, &made).await?;
    let last = receiver.received("/ok").pop().ok_or_else(Problem::not_found)?;
    assert!(!verified(&t, &first, &last, &last.body)? && verified(&t, &second, &last, &last.body)?);

    // An overlap can be ended at once, and a secret is never shown again.
    let third = firm.post(&path(&made, "/rotation"), json!({"overlap_hours": 2})).await.ok();
    firm.post(&path(&made, "/overlap-end"), json!({})).await.ok();
    tested(&t, &firm, &made).await?;
    let only = receiver.received("/ok").pop().ok_or_else(Problem::not_found)?;
    assert!(!verified(&t, &second, &only, &only.body)? && verified(&t, &text(&third, "/secret"), &only, &only.body)?);
    assert!(firm.get(&path(&made, "")).await.ok().get("secret").is_none());
    let body = json!({"url": receiver.at("/ok"), "event_types": ["order.paid"]});
    let once = firm.once("once").post("/company/webhook-endpoints", body.clone()).await.is(201);
    let repeated = firm.once("once").post("/company/webhook-endpoints", body).await.is(201);
    assert!(once["id"] == repeated["id"] && once["secret"].is_string() && repeated["secret"].is_null());
    for table in ["webhook_endpoint", "idempotency", "webhook_delivery"] {
        let found = t
            .of_the_owner(&format!("SELECT count(*)::text AS name FROM platform.{table} AS row WHERE row::text LIKE '%{}%'", text(&once, "/secret")))
            .await?;
        assert_eq!(found, ["0"], "{table}");
    }
    t.finish().await
}

#[actix_web::test]
async fn what_is_not_taken_is_tried_for_days_and_then_seen() -> Result<()> {
    let (t, firm, receiver) = alone().await?;
    let made = endpoint(&firm, receiver.at("/fail"), &["order.paid"]).await;
    let id = tested(&t, &firm, &made).await?;
    let seen = delivery(&firm, &id).await;
    assert_eq!((text(&seen, "/state"), seen["attempts"].as_i64()), ("pending".into(), Some(1)));
    assert_eq!((seen["tries"][0]["status"].as_i64(), text(&seen, "/tries/0/answer")), (Some(500), "it broke \u{fffd} here".into()));
    assert!(firm.get(&path(&made, "")).await.ok()["failing_since"].is_string());
    // Each wait is longer than the one before; nothing is tried before its time.
    for (tries, wait) in [(2, 5), (3, 5 * 60), (4, 30 * 60), (5, 2 * 3_600)] {
        t.pass(Duration::seconds(wait - 3)).await?;
        assert_eq!(receiver.received("/fail").len(), tries - 1, "before {wait} seconds");
        t.pass(Duration::seconds(wait / 5 + 6)).await?;
        assert_eq!(receiver.received("/fail").len(), tries, "after {wait} seconds");
    }
    let came = receiver.received("/fail");
    assert!(came.iter().all(|one| one.header("webhook-id") == id && one.body == came[0].body));
    // It recovers, and is well.
    receiver.answer("/fail", "/ok");
    t.pass(Duration::hours(7)).await?;
    let seen = delivery(&firm, &id).await;
    assert_eq!((text(&seen, "/state"), seen["tries"].as_array().map(Vec::len)), ("delivered".into(), Some(6)));
    assert!(firm.get(&path(&made, "")).await.ok()["failing_since"].is_null());

    // Ten times it is tried, and then not again, until a person has it replayed.
    receiver.answer("/fail", "/fail");
    let id = tested(&t, &firm, &made).await?;
    let before = receiver.received("/fail").len();
    for _ in 0..40 {
        t.pass(Duration::hours(2)).await?;
    }
    t.pass(Duration::days(1)).await?;
    assert_eq!(receiver.received("/fail").len() - before, 9);
    assert_eq!(text(&delivery(&firm, &id).await, "/state"), "failed");
    receiver.answer("/fail", "/ok");
    firm.post(&format!("/company/webhook-deliveries/{id}/replay"), json!({})).await.is(202);
    t.pass(Duration::seconds(2)).await?;
    let seen = delivery(&firm, &id).await;
    assert_eq!((text(&seen, "/state"), seen["attempts"].as_i64()), ("delivered".into(), Some(11)));
    t.finish().await
}

#[actix_web::test]
async fn no_redirect_is_followed_nothing_is_waited_for_long_and_no_answer_is_read_without_end() -> Result<()> {
    let (t, firm, receiver) = alone().await?;
    let mut ids = BTreeMap::new();
    for name in ["/redirect", "/slow", "/big", "/later"] {
        let made = endpoint(&firm, receiver.at(name), &["order.paid"]).await;
        ids.insert(name, text(&firm.post(&path(&made, "/test"), json!({})).await.is(202), "/id"));
    }
    t.pass(Duration::seconds(2)).await?;
    let of = async |name: &str| delivery(&firm, ids.get(name).map(String::as_str).unwrap_or_default()).await;
    let redirected = of("/redirect").await;
    assert_eq!((text(&redirected, "/state"), &redirected["tries"][0]["status"]), ("pending".into(), &json!(307)));
    assert!(receiver.received("/ok").is_empty(), "a redirect was followed");
    let slow = of("/slow").await;
    assert_eq!((text(&slow, "/state"), text(&slow, "/tries/0/error")), ("pending".into(), "timed_out".into()));
    assert!(slow["tries"][0]["duration_ms"].as_i64().is_some_and(|ms| (400..1_900).contains(&ms)), "{slow}");
    let big = of("/big").await;
    assert_eq!((text(&big, "/state"), text(&big, "/tries/0/answer").len()), ("delivered".into(), 1_000));
    // A receiver that asks for time gets it.
    assert_eq!(of("/later").await["next_at"], json!(t.now() + Duration::seconds(600)));
    t.finish().await
}

#[actix_web::test]
async fn a_webhook_never_goes_into_the_house() -> Result<()> {
    let strict = TestApp::start().await?;
    let operator = strict.operator().await?;
    let firm = strict.firm(&operator, "한빛제빵").await?;
    for (url, reason) in [
        ("http://hooks.example/x", "https_required"),
        ("https://127.0.0.1/x", "private_address"),
        ("https://10.1.2.3/x", "private_address"),
        ("https://169.254.169.254/latest/meta-data", "private_address"),
        ("https://[::1]/x", "private_address"),
        ("https://[::ffff:192.168.0.1]/x", "private_address"),
        ("https://2130706433/x", "private_address"),
        ("https://100.64.0.1/x", "private_address"),
        ("https://user:pass@hooks.example/x", "malformed"),
        ("gopher://hooks.example/x", "https_required"),
        ("nowhere", "malformed"),
    ] {
        let refused = firm.post("/company/webhook-endpoints", json!({"url": url, "event_types": ["order.paid"]})).await;
        assert_eq!(refused.fields(), [format!("url: {reason}")], "{url}");
        refused.refused(422, "request.invalid");
    }
    for (types, reason) in [(json!([]), "required"), (json!(["webhook.test"]), "not_for_choice")] {
        let refused = firm.post("/company/webhook-endpoints", json!({"url": "https://hooks.example/x", "event_types": types})).await;
        assert_eq!(refused.fields(), [format!("event_types: {reason}")]);
    }
    firm.post("/company/webhook-endpoints", json!({"url": "https://hooks.example/x", "event_types": ["no.such"]}))
        .await
        .refused(422, "request.invalid");
    strict.work().await?;
    strict.finish().await?;

    // A name that leads in is found out when it is looked up, and nobody connects.
    let t = TestApp::with(Setting { change: Some(|config| config.webhook.allow_http = true), ..Setting::default() }).await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    t.work().await?;
    let receiver = Receiver::open()?;
    let made = endpoint(&firm, format!("http://localhost:{}/ok", receiver.port), &["order.paid"]).await;
    let id = tested(&t, &firm, &made).await?;
    let seen = delivery(&firm, &id).await;
    assert_eq!((text(&seen, "/state"), text(&seen, "/tries/0/error")), ("pending".into(), "address_refused".into()));
    assert!(receiver.received("/ok").is_empty());
    t.finish().await
}

#[actix_web::test]
async fn people_decide_where_webhooks_go_and_programs_look_after_them() -> Result<()> {
    let (t, firm, receiver) = alone().await?;
    let made = endpoint(&firm, receiver.at("/ok"), &["order.paid"]).await;
    let body = json!({"name": "연동", "permissions": ["webhooks_manage"], "expires_at": t.now() + Duration::days(1)});
    let key = firm.post("/company/api-keys", body).await.is(201);
    let program = t.anyone().token(&text(&key, "/secret"));
    for _ in 0..3 {
        tested(&t, &program, &made).await?;
    }
    let new = json!({"url": receiver.at("/x"), "event_types": ["order.paid"]});
    program.post("/company/webhook-endpoints", new.clone()).await.refused(403, "auth.key_refused");
    program.having_seen(1).patch(&path(&made, ""), json!({"url": receiver.at("/x")})).await.refused(403, "auth.key_refused");
    program.delete(&path(&made, "")).await.refused(403, "auth.key_refused");
    program.post(&path(&made, "/rotation"), json!({"overlap_hours": 1})).await.refused(403, "auth.key_refused");

    // What was sent is a list of pages, and can be narrowed.
    let first = program.get(&path(&made, "/deliveries?limit=2")).await.ok();
    let rest = program.get(&path(&made, &format!("/deliveries?limit=2&cursor={}", text(&first, "/next")))).await.ok();
    assert_eq!((first["items"].as_array().map(Vec::len), rest["items"].as_array().map(Vec::len)), (Some(2), Some(1)));
    let count = async |query: &str| program.get(&path(&made, query)).await.ok()["items"].as_array().map_or(0, Vec::len);
    assert_eq!(count("/deliveries?state=delivered&event_type=webhook.test").await, 3);
    assert_eq!(count("/deliveries?state=failed").await, 0);
    assert_eq!(count("/deliveries?event_type=order.paid").await, 0);
    assert_eq!(count(&format!("/deliveries?object={}", text(&made, "/id"))).await, 3);
    assert_eq!(count("/deliveries?to=2026-03-01T00:00:00Z").await, 0);
    program.get(&path(&made, "/deliveries?state=x")).await.refused(400, "request.query_invalid");
    program.get(&path(&made, "/deliveries?more=x")).await.refused(400, "request.query_invalid");

    // Changes are guarded by the version; what a stranger names does not exist.
    firm.patch(&path(&made, ""), json!({"enabled": false})).await.refused(428, "request.version_required");
    firm.having_seen(1).patch(&path(&made, ""), json!({"enabled": false})).await.ok();
    firm.having_seen(1).patch(&path(&made, ""), json!({"enabled": true})).await.refused(412, "request.version_mismatch");
    let operator = t.operator().await?;
    let stranger = t.firm(&operator, "남의상점").await?;
    for rest in ["", "/deliveries", "/gaps"] {
        stranger.get(&path(&made, rest)).await.refused(404, "request.not_found");
    }
    stranger.post(&path(&made, "/test"), json!({})).await.refused(404, "request.not_found");
    let one = text(&first, "/items/0/id");
    stranger.get(&format!("/company/webhook-deliveries/{one}")).await.refused(404, "request.not_found");
    for _ in 0..9 {
        endpoint(&firm, receiver.at("/more"), &["order.paid"]).await;
    }
    firm.post("/company/webhook-endpoints", new).await.refused(409, "notify.webhook.too_many");
    firm.delete(&path(&made, "")).await.is(204);
    firm.get(&format!("/company/webhook-deliveries/{one}")).await.refused(404, "request.not_found");

    // What is long past is forgotten.
    t.pass(Duration::days(31)).await?;
    t.work().await?;
    t.finish().await
}
