//! The gate before a purchase order: green goes through at once, red waits for a person.

use kernel::Result;
use madang_tests::{Market, Order, card, order_body, text};
use serde_json::{Value, json};
use trade::rules::State;

/// An order by the same person, to the same place, of the same goods as the last one.
async fn ordered_by_the_same(m: &Market) -> Result<Order> {
    let body = order_body(&[(m.bread.listed, 1)], 22_000, "same@buyers.example", "ko");
    let answer = m.t.anyone().post(&format!("/shop/{}/orders", m.mart.slug), body).await.is(201);
    let order = m.t.placed(&m.mart, &m.t.anyone(), &answer).await?;
    order.pay(card::GOOD).await.ok();
    m.t.work().await?;
    Ok(order)
}

fn findings(trade: &Value) -> Vec<String> {
    trade["hold"]["findings"].as_array().into_iter().flatten().map(|finding| text(finding, "/check")).collect()
}

#[actix_web::test]
async fn green_goes_through_and_a_likely_double_order_waits() -> Result<()> {
    let m = Market::open().await?;
    m.mart.rules(true, false, 0).await;
    m.operator.rules(true, false).await;
    let first = ordered_by_the_same(&m).await?;
    assert_eq!(m.t.state(first.trade()).await?, State::PoIssued);
    let second = ordered_by_the_same(&m).await?;
    let trade = second.trade();
    assert_eq!(m.t.state(trade).await?, State::PoRequested);
    let held = || m.t.money().clearing(44_000).escrow(44_000).reserved(&m.bakery, 16_500).reserved(&m.mart, 4_840);
    held().stands().await?;
    let seen = m.operator.get(&format!("/operator/trades/{trade}")).await.ok();
    assert_eq!(findings(&seen), ["double_order"], "{seen}");
    let queue = m.operator.get("/operator/queue?kind=po").await.ok();
    assert!(queue.to_string().contains(&trade.to_string()), "{queue}");

    m.operator.issue(trade).await.refused(409, "flow.gate.red");
    let path = format!("/operator/trades/{trade}/purchase-order");
    m.operator.post(&path, json!({"override_reason": "  "})).await.is(422);
    held().stands().await?;
    m.operator.post(&path, json!({"override_reason": "손님이 두 개를 원한다고 했습니다."})).await.ok();
    m.t.work().await?;
    assert_eq!(m.t.state(trade).await?, State::PoIssued);
    m.t.money().clearing(44_000).escrow(44_000).reserved(&m.bakery, 33_000).reserved(&m.mart, 9_680).stands().await?;
    let timeline = m.operator.get(&format!("/operator/trades/{trade}")).await.ok()["timeline"].to_string();
    assert!(timeline.contains("손님이 두 개를"), "{timeline}");
    m.finish().await
}

#[actix_web::test]
async fn a_suspended_supplier_gets_no_purchase_order() -> Result<()> {
    let m = Market::open().await?;
    m.mart.rules(true, false, 0).await;
    m.operator.rules(true, false).await;
    let order = m.placed(1).await?;
    order.pay(card::GOOD).await.ok();
    let standing = format!("/operator/companies/{}/suspension", m.bakery.id);
    m.operator.post(&standing, json!({"reason": "위생 점검 중입니다."})).await.ok();
    m.t.work().await?;
    let trade = order.trade();
    assert_eq!(m.t.state(trade).await?, State::PoRequested);
    assert_eq!(findings(&m.operator.get(&format!("/operator/trades/{trade}")).await.ok()), ["standing"]);
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.operator.delete(&standing).await.ok();
    m.operator.post(&format!("/operator/trades/{trade}/gate-check"), json!({})).await.ok();
    m.operator.issue(trade).await.ok();
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).reserved(&m.bakery, 16_500).reserved(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_price_that_changes_after_the_order_changes_nothing_in_it() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let dearer = json!({"kind": "supply", "amount": {"minor": 18_000, "currency": "KRW"}});
    m.bakery.post(&format!("/company/variants/{}/prices", m.bread.variant), dearer).await.is(201);
    m.t.work().await?;
    let listing = m.mart.get(&format!("/company/listings/{}", m.bread.listing)).await.ok();
    assert_eq!(listing["variants"][0]["supply_price"]["minor"], 18_000, "{listing}");
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.t.money().clearing(22_000).fees(600, 60).payable(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn an_unverified_company_sets_up_but_does_not_sell() -> Result<()> {
    let m = Market::open().await?;
    let young = m.t.unverified_firm("새내기상점").await?;
    let bread = young.product(&m.t, madang_tests::NewProduct::default()).await?;
    let body = order_body(&[(bread.listed, 1)], 22_000, "early@buyers.example", "ko");
    m.t.anyone().post(&format!("/shop/{}/orders", young.slug), body.clone()).await.refused(409, "flow.shop.not_selling");
    m.operator.post(&format!("/operator/companies/{}/verification", young.id), json!({})).await.ok();
    m.t.anyone().post(&format!("/shop/{}/orders", young.slug), body).await.is(201);
    m.finish().await
}
