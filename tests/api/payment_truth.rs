//! The provider's truth: webhooks that repeat and come late, cards that are declined, answers that
//! are lost, money that comes too late or in the wrong amount.

use chrono::Duration;
use kernel::Result;
use madang_tests::{Answer, Caller, Market, Order, TestApp, card};
use payment::sandbox;
use serde_json::json;
use trade::rules::State;

/// The webhooks that the sandbox would send now: body and signature.
async fn due(t: &TestApp) -> Result<Vec<(String, String)>> {
    Ok(sandbox::due_webhooks(&t.madang.app).await?.into_iter().map(|due| (due.body, due.signature)).collect())
}

async fn deliver(caller: &Caller, body: &str, signature: &str) -> Answer {
    caller.with(sandbox::SIGNATURE_HEADER, signature).send(reqwest::Method::POST, "/webhooks/sandbox", Some(body.as_bytes().to_vec())).await
}

#[actix_web::test]
async fn a_webhook_that_comes_ten_times_counts_once() -> Result<()> {
    ten_times(Market::open().await?).await
}

#[actix_web::test]
async fn a_webhook_that_comes_ten_times_across_cells_counts_once() -> Result<()> {
    ten_times(Market::on(TestApp::with_cells().await?).await?).await
}

async fn ten_times(m: Market) -> Result<()> {
    let order = m.placed(1).await?;
    assert_eq!(order.pay(card::LATE).await.ok()["state"], "pending");
    m.t.work().await?;
    m.t.money().stands().await?;
    m.t.forward(Duration::seconds(31));
    let hooks = due(&m.t).await?;
    let (body, signature) = hooks.first().cloned().unwrap_or_default();
    let anyone = m.t.anyone();
    deliver(&anyone, &body, "t=1,v1=00").await.refused(401, "payment.webhook.signature_invalid");
    deliver(&anyone, &body.replace("captured", "refunded"), &signature).await.refused(401, "payment.webhook.signature_invalid");
    let all = futures_util::future::join_all((0..10).map(|_| deliver(&anyone, &body, &signature))).await;
    assert!(all.iter().all(|answer| answer.status == 204), "{all:?}");
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    // Once more when everything is long over, and out of order with what happened since.
    order.cancel(order.trade()).await.ok();
    m.t.work().await?;
    let again = due(&m.t).await?;
    assert!(again.is_empty());
    deliver(&anyone, &body, &signature).await.is(204);
    m.t.work().await?;
    m.t.money().stands().await?;
    assert_eq!(m.t.state(order.trade()).await?, State::Cancelled);
    // A webhook that is old is not believed, however well it is signed.
    m.t.forward(Duration::days(1));
    deliver(&anyone, &body, &signature).await.refused(401, "payment.webhook.signature_invalid");
    m.finish().await
}

#[actix_web::test]
async fn a_declined_card_may_be_followed_by_a_good_one() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    let refused = order.pay(card::DECLINED).await.ok();
    assert_eq!((&refused["state"], &refused["failure"]), (&json!("failed"), &json!("card_declined")), "{refused}");
    m.t.work().await?;
    m.t.money().stands().await?;
    assert_eq!(m.bread_left().await?, 49);
    assert_eq!(order.pay(card::GOOD).await.ok()["state"], "captured");
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    order.pay(card::GOOD).await.refused(409, "flow.order.already_paid");
    let mails = m.t.mails_to(&m.t.trade(order.trade()).await?.buyer.email).await?;
    assert_eq!(mails, ["payment_failed", "order_placed"]);
    m.finish().await
}

#[actix_web::test]
async fn an_order_that_is_not_paid_ends_and_its_goods_go_back_on_sale() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(2).await?;
    assert_eq!(m.bread_left().await?, 48);
    m.t.pass(Duration::minutes(16)).await?;
    assert_eq!(m.bread_left().await?, 50);
    order.pay(card::GOOD).await.refused(409, "flow.order.expired");
    assert_eq!(order.seen_by_buyer().await["state"], "expired");
    m.t.money().stands().await?;
    m.finish().await
}

/// An order that has expired while its payer stood at the bank's page.
async fn late(m: &Market) -> Result<Order> {
    let order = m.placed(50).await?;
    assert_eq!(order.pay(card::CHALLENGE).await.ok()["state"], "challenge");
    m.t.forward(Duration::minutes(16));
    Ok(order)
}

async fn approve(m: &Market, order: &Order) -> Answer {
    m.t.anyone().post(&format!("/sandbox/challenges/{}", order.charge), json!({"outcome": "approve"})).await
}

#[actix_web::test]
async fn money_that_comes_late_completes_the_order_while_there_are_goods() -> Result<()> {
    let m = Market::open().await?;
    let order = late(&m).await?;
    approve(&m, &order).await.ok();
    m.t.work().await?;
    m.t.money().clearing(1_100_000).escrow(1_100_000).stands().await?;
    assert_eq!((m.t.state(order.trade()).await?, m.bread_left().await?), (State::Paid, 0));
    assert_eq!(order.seen_by_buyer().await["state"], "paid");
    m.finish().await
}

#[actix_web::test]
async fn money_that_comes_after_the_goods_were_sold_goes_back() -> Result<()> {
    let m = Market::open().await?;
    let order = late(&m).await?;
    // The expiry is noticed, the goods are sold to somebody else, and then the payer approves.
    let tx = m.t.madang.app.tenant(m.mart.id).await?;
    sales::actions::expire(&tx, order.id).await?;
    tx.commit().await?;
    let tx = m.t.madang.app.tenant(m.bakery.id).await?;
    stock::actions::release_expired(&tx, order.id).await?;
    tx.commit().await?;
    let other = m.t.order(&m.mart, &[(m.bread.listed, 1)], 22_000).await?;
    other.pay(card::GOOD).await.ok();
    approve(&m, &order).await.ok();
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    assert_eq!((m.t.state(order.trade()).await?, m.t.state(other.trade()).await?), (State::Cancelled, State::Paid));
    assert_eq!(m.bread_left().await?, 49);
    m.finish().await
}

#[actix_web::test]
async fn a_payer_who_refuses_at_the_banks_page_may_try_another_card() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    order.pay(card::CHALLENGE).await.ok();
    let path = format!("/sandbox/challenges/{}", order.charge);
    let back = m.t.anyone().post(&path, json!({"outcome": "refuse"})).await.ok();
    assert!(back["return_url"].as_str().is_some_and(|url| url.contains(&order.id.to_string())), "{back}");
    m.t.anyone().post(&path, json!({"outcome": "approve"})).await.refused(409, "payment.challenge.over");
    assert_eq!(order.pay(card::GOOD).await.ok()["state"], "captured");
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn an_answer_that_was_lost_is_looked_up() -> Result<()> {
    let m = Market::open().await?;
    let captured = m.placed(1).await?;
    let nothing = m.placed(2).await?;
    assert_eq!(captured.pay(card::SILENT_CAPTURE).await.ok()["state"], "pending");
    assert_eq!(nothing.pay(card::SILENCE).await.ok()["state"], "pending");
    m.t.work().await?;
    m.t.money().stands().await?;
    m.t.pass(Duration::seconds(90)).await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    assert_eq!(captured.seen_by_buyer().await["state"], "paid");
    // The other one was never captured; it can be paid again, and so it is.
    assert_eq!(nothing.pay(card::GOOD).await.ok()["state"], "captured");
    m.t.work().await?;
    m.t.money().clearing(66_000).escrow(66_000).stands().await?;
    m.finish().await
}

/// The provider says that it captured another amount than was asked for.
async fn captured_otherwise(m: &Market, order: &Order, minor: i64) -> Result<()> {
    let tx = m.t.madang.app.platform().await?;
    payment::actions::captured(&tx, order.payment, minor, kernel::Currency::KRW, tx.now()).await?;
    tx.commit().await
}

#[actix_web::test]
async fn an_amount_that_differs_is_held_for_the_operator() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    captured_otherwise(&m, &order, 21_000).await?;
    m.t.work().await?;
    m.t.money().stands().await?;
    let held = m.operator.get("/operator/payments?state=held").await.ok();
    assert_eq!(held["items"].as_array().map(Vec::len), Some(1), "{held}");
    let resolution = format!("/operator/payments/{}/resolution", order.payment);
    m.mart.post(&resolution, json!({"decision": "refund", "reason": "x"})).await.refused(403, "auth.forbidden");
    m.operator.post(&resolution, json!({"decision": "accept", "reason": "손님과 통화함"})).await.refused(409, "payment.accept_impossible");
    m.t.pass(Duration::minutes(16)).await?;
    assert_eq!(m.bread_left().await?, 50);
    m.finish().await
}

#[actix_web::test]
async fn held_money_goes_back_or_completes_the_order_as_the_operator_decides() -> Result<()> {
    let m = Market::open().await?;
    let (little, much) = (m.placed(1).await?, m.placed(2).await?);
    for order in [&little, &much] {
        assert_eq!(order.pay(card::LATE).await.ok()["state"], "pending");
    }
    captured_otherwise(&m, &little, 21_000).await?;
    captured_otherwise(&m, &much, 44_500).await?;
    m.t.work().await?;
    m.t.money().stands().await?;
    let decide = async |order: &Order, decision: &str| {
        let path = format!("/operator/payments/{}/resolution", order.payment);
        m.operator.post(&path, json!({"decision": decision, "reason": "손님과 통화함"})).await
    };
    decide(&little, "refund").await.ok();
    decide(&much, "accept").await.ok();
    m.t.work().await?;
    for order in [&little, &much] {
        let payment = m.operator.get(&format!("/operator/payments/{}", order.payment)).await.ok();
        assert_eq!(payment["refunds"][0]["reason"], "amount_differs", "{payment}");
    }
    // The 21,000 and the 500 too much are with their payers again.
    m.t.money().clearing(44_000).escrow(44_000).stands().await?;
    decide(&much, "accept").await.refused(409, "payment.not_held");
    assert_eq!(m.t.state(much.trade()).await?, State::Paid);
    m.t.pass(Duration::minutes(16)).await?;
    assert_eq!((little.seen_by_buyer().await["state"].clone(), m.bread_left().await?), (json!("expired"), 48));
    m.finish().await
}

#[actix_web::test]
async fn nobody_pays_for_an_order_of_others() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    let stranger = Order { buyer: m.t.anyone(), ..order.clone() };
    stranger.pay(card::GOOD).await.refused(404, "request.not_found");
    let forged = Order { buyer: m.t.anyone().holding_order("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"), ..order.clone() };
    forged.pay(card::GOOD).await.refused(404, "request.not_found");
    let elsewhere = Order { shop: m.bakery.slug.clone(), ..order.clone() };
    elsewhere.pay(card::GOOD).await.refused(404, "request.not_found");
    m.t.money().stands().await?;
    m.finish().await
}
