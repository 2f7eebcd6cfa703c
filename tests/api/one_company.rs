//! One company on both sides: it sells its own bread and delivers it.

use kernel::Result;
use madang_tests::{NewProduct, TestApp};
use serde_json::json;
use trade::rules::State;

#[actix_web::test]
async fn a_company_sells_its_own_bread_and_is_paid() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    operator.rules(false, false).await;
    let bakery = t.firm(&operator, "한빛제빵").await?;
    bakery.bank().await;
    let bread = bakery.product(&t, NewProduct::default()).await?;

    let order = t.order(&bakery, &[(bread.listed, 1)], 22_000).await?;
    t.work().await?;
    t.money().stands().await?;

    assert_eq!(order.pay(madang_tests::card::GOOD).await.ok()["state"], "captured");
    let trade = order.trade();
    t.money().clearing(22_000).escrow(22_000).stands().await?;
    t.work().await?;
    t.money().clearing(22_000).escrow(22_000).stands().await?;
    assert_eq!(order.seen_by_buyer().await["state"], "paid");

    bakery.request(trade).await.ok();
    t.work().await?;
    t.money().clearing(22_000).escrow(22_000).stands().await?;
    operator.issue(trade).await.ok();
    t.work().await?;
    // 22,000 less the fee of 3 %: 660, of which 60 are VAT.
    let reserved = || t.money().clearing(22_000).escrow(22_000).reserved(&bakery, 21_340);
    reserved().stands().await?;
    bakery.accept(trade).await.ok();
    bakery.deliver(&order.part(&bakery)).await.ok();
    t.work().await?;
    reserved().stands().await?;
    operator.approve(trade).await.ok();
    bakery.hand_over(trade).await.ok();
    bakery.arrived(trade).await.ok();
    t.work().await?;
    reserved().stands().await?;

    order.buyer_step(trade, "purchase-confirmation", json!({})).await.ok();
    t.work().await?;
    assert_eq!(t.state(trade).await?, State::Confirmed);
    t.money().clearing(22_000).fees(600, 60).payable(&bakery, 21_340).stands().await?;

    t.pass(chrono::Duration::days(1)).await?;
    assert_eq!(t.state(trade).await?, State::Settled);
    t.money().clearing(22_000).fees(600, 60).on_its_way(&bakery, 21_340).stands().await?;

    let batch = operator.post("/operator/payout-batches", json!({})).await.is(201);
    let file = operator.get(&format!("/operator/payout-batches/{}/file.csv", batch["id"].as_str().unwrap_or_default())).await;
    assert!(file.text.contains("110-234-567890") && file.text.contains("21340"), "{}", file.text);
    let payouts = operator.get("/operator/payouts").await.ok();
    let payout = payouts["items"][0]["id"].as_str().unwrap_or_default().to_owned();
    operator.post(&format!("/operator/payouts/{payout}/confirmation"), json!({})).await.ok();
    t.work().await?;
    t.money().clearing(22_000).bank(-21_340).fees(600, 60).paid_out(&bakery, 21_340).stands().await?;
    t.finish().await
}
