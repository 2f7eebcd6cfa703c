//! Paying companies: in two phases, and what happens when the bank sends the money back.

use chrono::Duration;
use kernel::Result;
use madang_tests::{Firm, Market, TestApp, text};
use serde_json::json;
use trade::rules::State;

#[actix_web::test]
async fn a_returned_payout_is_paid_again() -> Result<()> {
    returned(Market::open().await?).await
}

#[actix_web::test]
async fn a_returned_payout_is_paid_again_across_cells() -> Result<()> {
    returned(Market::on(TestApp::with_cells().await?).await?).await
}

async fn returned(m: Market) -> Result<()> {
    m.bakery.bank().await;
    m.mart.bank().await;
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.t.pass(Duration::days(1)).await?;
    let sent = || m.t.money().clearing(22_000).fees(600, 60).on_its_way(&m.mart, 4_840);
    sent().on_its_way(&m.bakery, 16_500).stands().await?;
    m.operator.post("/operator/payout-batches", json!({})).await.is(201);
    let first = payout_of(&m, &m.bakery, "sent").await;
    m.operator.post(&format!("/operator/payouts/{first}/return"), json!({"reason": "예금주가 다릅니다."})).await.ok();
    m.t.work().await?;
    sent().payable(&m.bakery, 16_500).stands().await?;
    // A returned one can no longer be confirmed.
    m.operator.post(&format!("/operator/payouts/{first}/confirmation"), json!({})).await.refused(409, "ledger.payout.wrong_state");

    m.t.pass(Duration::days(1)).await?;
    sent().on_its_way(&m.bakery, 16_500).stands().await?;
    m.operator.post("/operator/payout-batches", json!({})).await.is(201);
    let second = payout_of(&m, &m.bakery, "sent").await;
    assert_ne!(first, second);
    for _ in 0..2 {
        m.operator.post(&format!("/operator/payouts/{second}/confirmation"), json!({})).await.ok();
    }
    m.t.work().await?;
    sent().bank(-16_500).paid_out(&m.bakery, 16_500).stands().await?;

    // Even after it was confirmed the bank may send it back.
    m.operator.post(&format!("/operator/payouts/{second}/return"), json!({"reason": "계좌가 해지되었습니다."})).await.ok();
    m.t.work().await?;
    sent().payable(&m.bakery, 16_500).stands().await?;
    let told = m.t.mails_to(&m.bakery.email).await?;
    assert_eq!(told.iter().filter(|mail| *mail == "payout_returned").count(), 2, "{told:?}");
    m.finish().await
}

async fn payout_of(m: &Market, firm: &Firm, state: &str) -> String {
    let rows = m.operator.get(&format!("/operator/payouts?state={state}&company_id={}", firm.id)).await.ok();
    text(&rows, "/items/0/id")
}

#[actix_web::test]
async fn without_an_account_the_money_waits() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.t.pass(Duration::days(1)).await?;
    m.operator.post("/operator/payout-batches", json!({})).await.refused(409, "ledger.batch.empty");
    // A settlement run that is started again settles nothing twice.
    for _ in 0..2 {
        m.operator.post("/operator/settlement-runs", json!({"everyone": true})).await.ok();
        m.t.work().await?;
    }
    m.t.money().clearing(22_000).fees(600, 60).payable(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    m.bakery.bank().await;
    m.operator.post("/operator/settlement-runs", json!({"everyone": true})).await.ok();
    m.t.work().await?;
    m.t.money().clearing(22_000).fees(600, 60).on_its_way(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    let settlements = m.bakery.get("/company/settlements").await.ok();
    assert_eq!(settlements["items"].as_array().map(Vec::len), Some(1), "{settlements}");
    m.finish().await
}
