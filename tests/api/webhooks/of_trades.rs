//! What a market's companies hear, and how one that was away catches up.

use super::{EVERYTHING, at_home, endpoint, path};
use chrono::Duration;
use kernel::Result;
use madang_tests::{Market, Received, Receiver, Setting, TestApp, text};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use trade::rules::State;

async fn market() -> Result<(Market, Receiver)> {
    let t = TestApp::with(Setting { change: Some(at_home), ..Setting::default() }).await?;
    Ok((Market::on(t).await?, Receiver::open()?))
}

fn types(came: &[Received]) -> Vec<String> {
    came.iter().map(|one| text(&one.json(), "/type")).collect()
}

#[actix_web::test]
async fn a_company_hears_of_what_concerns_it_in_its_own_shape() -> Result<()> {
    let (m, receiver) = market().await?;
    m.bakery.bank().await;
    m.mart.bank().await;
    let stranger = m.t.firm(&m.operator, "남의상점").await?;
    for (firm, name) in [(&m.mart, "/mart"), (&m.bakery, "/bakery"), (&stranger, "/stranger")] {
        endpoint(firm, receiver.at(name), EVERYTHING).await;
    }
    let some = endpoint(&m.mart, receiver.at("/some"), &["trade.confirmed", "order.paid"]).await;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::Confirmed).await?;
    let shown = m.mart.get(&format!("/company/trades/{}", part.trade)).await.ok();
    m.t.pass(Duration::days(1)).await?;
    m.t.pass(Duration::minutes(1)).await?;
    let (mart, bakery) = (receiver.received("/mart"), receiver.received("/bakery"));
    let told: BTreeSet<String> = types(&mart).into_iter().collect();
    for kind in ["order.paid", "trade.opened", "trade.po_requested", "purchase_order.issued", "trade.po_accepted", "trade.confirmed", "trade.settled"]
    {
        assert!(told.contains(kind), "the seller does not hear of {kind}: {told:?}");
    }
    for kind in ["settlement.made", "payout.opened"] {
        assert!(told.contains(kind), "the seller does not hear of {kind}: {told:?}");
    }
    assert!(!told.contains("purchase_order.received"));
    let supplied: BTreeSet<String> = types(&bakery).into_iter().collect();
    for kind in
        ["purchase_order.received", "trade.po_accepted", "trade.delivery_filed", "trade.shipment_approved", "trade.confirmed", "settlement.made"]
    {
        assert!(supplied.contains(kind), "the supplier does not hear of {kind}: {supplied:?}");
    }
    for kind in ["order.paid", "trade.opened", "trade.po_requested", "purchase_order.issued"] {
        assert!(!supplied.contains(kind), "the supplier hears of {kind}");
    }
    assert!(receiver.received("/stranger").is_empty());
    // What concerns different objects comes in any order.
    assert_eq!(
        types(&receiver.received("/some")).into_iter().collect::<BTreeSet<_>>(),
        BTreeSet::from(["order.paid".into(), "trade.confirmed".into()])
    );

    // What the buyer paid, the fee and the margin are not the supplier's business.
    for came in bakery.iter().filter(|came| text(&came.json(), "/object").starts_with("trade_")) {
        let data = &came.json()["data"];
        for hidden in ["paid", "goods", "fee", "margin", "refunded"] {
            assert!(data.get(hidden).is_none(), "{hidden}: {data}");
        }
        assert!(data["supply"]["minor"] == 16_500 && !came.body.contains("22000") && !came.body.contains("4840"), "{}", came.body);
    }
    // The seller gets the very shape that the API gives.
    let confirmed = mart.iter().map(Received::json).find(|one| one["type"] == "trade.confirmed").unwrap_or_default();
    assert_eq!(confirmed["data"], shown);
    let paid = mart.iter().map(Received::json).find(|one| one["type"] == "order.paid").unwrap_or_default();
    assert_eq!((text(&paid, "/object"), paid["data"]["trades"].as_array().map(Vec::len)), (order.id.to_string(), Some(1)));

    // Each endpoint can tell by itself that nothing is missing, and nothing came twice.
    for came in [&mart, &bakery] {
        let ids: BTreeSet<&str> = came.iter().map(|one| one.header("webhook-id")).collect();
        assert_eq!(ids.len(), came.len());
        let mut places: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
        for one in came {
            let payload = one.json();
            places.entry(text(&payload, "/object")).or_default().insert(payload["sequence"].as_i64().unwrap_or_default());
        }
        for (object, places) in places {
            let whole: BTreeSet<i64> = (1..=i64::try_from(places.len()).unwrap_or(0)).collect();
            assert_eq!(places, whole, "{object}");
        }
    }
    // An event that is handled once more tells nothing once more.
    let before = receiver.received("/mart").len();
    let again = notify::actions::webhooks::Occurrence {
        company: m.mart.id,
        kind: notify::EventType::Confirmed,
        object: part.trade.to_string(),
        key: "told once".into(),
        at: m.t.now(),
        data: json!({}),
    };
    for _ in 0..2 {
        let tx = m.t.madang.app.platform().await?;
        notify::actions::webhooks::record(&tx, &again).await?;
        tx.commit().await?;
    }
    m.t.pass(Duration::seconds(2)).await?;
    assert_eq!(receiver.received("/mart").len(), before + 1);
    assert!(m.mart.get(&path(&some, "/gaps")).await.ok()["items"].as_array().is_some_and(Vec::is_empty));
    m.finish().await
}

#[actix_web::test]
async fn an_endpoint_that_is_gone_or_fails_for_days_is_switched_off_and_can_catch_up() -> Result<()> {
    let (m, receiver) = market().await?;
    let gone = endpoint(&m.mart, receiver.at("/gone"), &["order.paid"]).await;
    let began = m.t.now();
    let failing = endpoint(&m.mart, receiver.at("/fail"), &["trade.opened", "trade.po_requested"]).await;
    m.paid(1).await?;
    m.t.pass(Duration::seconds(2)).await?;
    let off = m.mart.get(&path(&gone, "")).await.ok();
    assert_eq!((off["enabled"].as_bool(), text(&off, "/off_reason")), (Some(false), "gone".into()));
    assert_eq!(receiver.received("/gone").len(), 1);
    let mails = |told: Vec<String>| told.iter().filter(|mail| *mail == "webhook_switched_off").count();
    assert_eq!(mails(m.t.mails_to(&m.mart.email).await?), 1);

    // Days later it has still taken nothing.
    m.t.pass(Duration::days(4)).await?;
    assert_eq!(m.mart.get(&path(&failing, "")).await.ok()["enabled"], true);
    m.t.pass(Duration::days(1)).await?;
    m.paid(1).await?;
    m.t.pass(Duration::seconds(2)).await?;
    let off = m.mart.get(&path(&failing, "")).await.ok();
    assert_eq!((off["enabled"].as_bool(), text(&off, "/off_reason")), (Some(false), "failing".into()));
    assert_eq!(mails(m.t.mails_to(&m.mart.email).await?), 2);
    // What happens while it is off is kept for it, and nothing is sent.
    let before = receiver.received("/fail").len();
    let order = m.paid(1).await?;
    m.mart.request(order.trade()).await.ok();
    m.t.pass(Duration::hours(1)).await?;
    assert_eq!(receiver.received("/fail").len(), before);
    let skipped = m.mart.get(&path(&failing, "/deliveries?state=skipped")).await.ok();
    assert!(skipped["items"].as_array().is_some_and(|all| all.len() >= 2), "{skipped}");
    m.mart.post(&path(&failing, "/test"), json!({})).await.refused(409, "notify.webhook.off");
    let one = text(&skipped, "/items/0/id");
    m.mart.post(&format!("/company/webhook-deliveries/{one}/replay"), json!({})).await.refused(409, "notify.webhook.off");

    // The gaps say what is missing of what.
    let gaps = m.mart.get(&path(&failing, "/gaps?limit=2")).await.ok();
    assert_eq!(gaps["items"].as_array().map(Vec::len), Some(2), "{gaps}");
    let more = m.mart.get(&path(&failing, &format!("/gaps?limit=2&cursor={}", text(&gaps, "/next")))).await.ok();
    let all: Vec<Value> = [&gaps, &more].iter().flat_map(|page| page["items"].as_array().cloned().unwrap_or_default()).collect();
    assert_eq!(all.len(), 3);
    let last = all.iter().find(|gap| text(gap, "/object") == order.trade().to_string()).cloned().unwrap_or_default();
    assert_eq!((&last["sequences"], &last["missing"], &last["newest"]), (&json!([1, 2]), &json!(2), &json!(2)));

    // It is repaired, switched on, and catches up: each thing once.
    receiver.answer("/fail", "/ok");
    let seen = m.mart.get(&path(&failing, "")).await.ok()["version"].as_i64().unwrap_or_default();
    m.mart.having_seen(seen).patch(&path(&failing, ""), json!({"enabled": true})).await.ok();
    let range = json!({"from": began, "to": m.t.now() + Duration::seconds(1), "undelivered_only": true});
    let replayed = m.mart.post(&path(&failing, "/replay"), range.clone()).await.is(202);
    let missing: i64 = all.iter().filter_map(|gap| gap["missing"].as_i64()).sum();
    assert_eq!(replayed["count"].as_i64(), Some(missing));
    let before = receiver.received("/fail").len();
    m.t.pass(Duration::seconds(2)).await?;
    assert_eq!(receiver.received("/fail").len() - before, usize::try_from(missing).unwrap_or(0));
    assert!(m.mart.get(&path(&failing, "/gaps")).await.ok()["items"].as_array().is_some_and(Vec::is_empty));
    assert_eq!(m.mart.post(&path(&failing, "/replay"), range).await.is(202)["count"], 0);
    m.finish().await
}
