//! The OpenAPI document against the server: every operation that reads is called, by nobody, by a
//! company and by the operator, and none of them breaks.

use kernel::Result;
use madang_tests::{Caller, Market};
use serde_json::Value;
use trade::rules::State;

/// The paths that can be read, with an id in every place.
fn readable(document: &Value, ids: &[(&str, String)]) -> Vec<String> {
    let mut paths = Vec::new();
    for (path, operations) in document["paths"].as_object().into_iter().flatten() {
        let stream = operations["get"].to_string().contains("text/event-stream");
        if operations["get"].is_null() || stream {
            continue;
        }
        let mut filled = path.trim_start_matches("/api/v1").to_owned();
        for (name, value) in ids {
            filled = filled.replace(&format!("{{{name}}}"), value);
        }
        paths.push(filled);
    }
    paths
}

async fn walk(who: &str, caller: &Caller, paths: &[String], allowed: &[u16]) {
    let mut broken = Vec::new();
    for path in paths {
        let answer = caller.get(path).await;
        let problem = answer.status >= 400;
        let named = !problem || (!answer.code().is_empty() && answer.header("content-type").starts_with("application/problem+json"));
        if !allowed.contains(&answer.status) || !named {
            broken.push(format!("{} {path}: {}", answer.status, answer.text.chars().take(200).collect::<String>()));
        }
    }
    assert!(broken.is_empty(), "{who}:\n  {}", broken.join("\n  "));
}

#[actix_web::test]
async fn every_operation_that_reads_answers_everybody() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.bank().await;
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.t.pass(chrono::Duration::days(1)).await?;
    let document = m.t.anyone().get("/openapi.json").await.ok();
    let at = |shop: &str, id: &str| {
        let ids = [("shop", shop), ("slug", "x"), ("id", id), ("ref", "x"), ("key", "x"), ("variant", "x"), ("gateway", "sandbox")];
        readable(&document, &ids.map(|(name, value)| (name, value.to_owned())))
    };
    let strange = at("nobody", "x");
    assert!(strange.len() > 60, "{} operations", strange.len());
    walk("nobody", &m.t.anyone(), &strange, &[200, 400, 401, 403, 404]).await;
    walk("nobody in a real shop", &m.t.anyone(), &at(&m.mart.slug, &order.id.to_string()), &[200, 400, 401, 403, 404]).await;
    for id in [order.trade().to_string(), m.bread.item.to_string(), m.bread.variant.to_string(), m.mart.id.to_string(), order.payment.to_string()] {
        let paths = at(&m.mart.slug, &id);
        walk("the seller", &m.mart, &paths, &[200, 400, 403, 404]).await;
        walk("the operator", &m.operator, &paths, &[200, 400, 403, 404]).await;
    }
    walk("the buyer", &order.buyer, &at(&m.mart.slug, &order.id.to_string()), &[200, 400, 401, 403, 404]).await;
    // Everything that a workspace's and a console's first pages read is there.
    for path in [
        "/company/home",
        "/company/stock",
        "/company/balance",
        "/company/members",
        "/company/orders",
        "/company/trades?waiting=me",
        "/company/supply-offers",
        "/account/me",
        "/account/orders",
    ] {
        m.mart.get(path).await.ok();
    }
    for path in [
        "/operator/home",
        "/operator/queue",
        "/operator/trades",
        "/operator/companies",
        "/operator/mails",
        "/operator/payments",
        "/operator/ledger/proof",
    ] {
        m.operator.get(path).await.ok();
    }
    m.finish().await
}
