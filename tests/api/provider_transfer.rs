//! Paying companies through the payment provider: once, whatever is repeated, refused, unanswered
//! or interrupted.

use chrono::Duration;
use kernel::{PayoutId, Problem, Result};
use ledger::{PayoutState, entity::payout::Model};
use madang_tests::{Market, interrupted, text};
use serde_json::json;
use trade::rules::State;

/// The account number's end says how the receiving bank behaves.
async fn settled(account: &str) -> Result<(Market, PayoutId)> {
    let m = Market::open().await?;
    m.bakery.bank_account(account).await;
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.t.pass(Duration::days(1)).await?;
    let id = waiting(&m).await?;
    Ok((m, id))
}

async fn waiting(m: &Market) -> Result<PayoutId> {
    let rows = m.operator.get("/operator/payouts?state=pending").await.ok();
    text(&rows, "/items/0/id").parse().map_err(|_| Problem::internal("no payout waits"))
}

fn way(id: PayoutId) -> String {
    format!("/operator/payouts/{id}/provider-transfer")
}

async fn row(m: &Market, id: PayoutId) -> Result<Model> {
    let tx = m.t.madang.app.platform().await?;
    ledger::queries::payout(&tx, id).await
}

#[actix_web::test]
async fn the_provider_pays_a_company_once_out_of_what_it_owes() -> Result<()> {
    let (m, id) = settled("110-234-567890").await?;
    // Asked for again and again, with a key of its own each time, it is paid once.
    for _ in 0..3 {
        let paid = m.operator.post(&way(id), json!({})).await.ok();
        assert_eq!((text(&paid, "/state"), text(&paid, "/provider")), ("paid".into(), "sandbox".into()));
    }
    m.t.work().await?;
    let money = || m.t.money().fees(600, 60).payable(&m.mart, 4_840);
    money().clearing(5_500).paid_out(&m.bakery, 16_500).stands().await?;
    let told = m.t.mails_to(&m.bakery.email).await?;
    assert_eq!(told.iter().filter(|mail| *mail == "payout_paid").count(), 1, "{told:?}");
    m.operator.post("/operator/payout-batches", json!({})).await.refused(409, "ledger.batch.empty");
    // Should the receiving bank send it back after all, the provider owes it to the operator again.
    m.operator.post(&format!("/operator/payouts/{id}/return"), json!({"reason": "계좌가 해지되었습니다."})).await.ok();
    m.t.work().await?;
    money().clearing(22_000).payable(&m.bakery, 16_500).stands().await?;
    m.operator.post(&way(id), json!({})).await.refused(409, "ledger.payout.wrong_state");
    m.bakery.post(&way(id), json!({})).await.refused(403, "auth.forbidden");
    m.finish().await
}

#[actix_web::test]
async fn what_the_provider_refuses_waits_again_with_the_reason() -> Result<()> {
    let (m, id) = settled("110-234-560002").await?;
    for attempt in 1..3 {
        m.operator.post(&way(id), json!({})).await.refused(422, "payment.transfer.refused");
        let payout = row(&m, id).await?;
        assert_eq!(
            (payout.state, payout.transfer_attempt, payout.transfer_error.as_deref()),
            (PayoutState::Pending, attempt, Some("account_closed"))
        );
    }
    m.t.work().await?;
    m.t.money().clearing(22_000).fees(600, 60).on_its_way(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    // A bank file may still carry it, and what lies in a bank file is not given to a provider.
    m.operator.post("/operator/payout-batches", json!({})).await.is(201);
    m.operator.post(&way(id), json!({})).await.refused(409, "ledger.payout.wrong_state");
    m.operator.post(&format!("/operator/payouts/{id}/confirmation"), json!({})).await.ok();
    m.t.work().await?;
    m.t.money().clearing(22_000).bank(-16_500).fees(600, 60).paid_out(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn what_got_no_answer_is_looked_up() -> Result<()> {
    let (m, id) = settled("110-234-560119").await?;
    let asked = m.operator.post(&way(id), json!({})).await.ok();
    assert_eq!(text(&asked, "/state"), "transferring");
    // While nobody knows what became of it, it goes nowhere else.
    m.operator.post(&format!("/operator/payouts/{id}/return"), json!({"reason": "모르겠습니다."})).await.refused(409, "ledger.payout.wrong_state");
    m.operator.post("/operator/payout-batches", json!({})).await.refused(409, "ledger.batch.empty");
    m.t.pass(Duration::minutes(2)).await?;
    assert_eq!(row(&m, id).await?.state, PayoutState::Paid);
    m.t.money().clearing(5_500).fees(600, 60).paid_out(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_transfer_that_ends_later_is_followed_to_its_end() -> Result<()> {
    let (m, id) = settled("110-234-560077").await?;
    assert_eq!(text(&m.operator.post(&way(id), json!({})).await.ok(), "/state"), "sent");
    m.t.money().clearing(22_000).fees(600, 60).on_its_way(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    m.t.pass(Duration::minutes(2)).await?;
    assert_eq!(row(&m, id).await?.state, PayoutState::Paid);
    m.finish().await?;

    let (m, id) = settled("110-234-560341").await?;
    assert_eq!(text(&m.operator.post(&way(id), json!({})).await.ok(), "/state"), "sent");
    m.t.pass(Duration::minutes(2)).await?;
    let payout = row(&m, id).await?;
    assert_eq!((payout.state, payout.return_reason.as_deref()), (PayoutState::Returned, Some("account_closed")));
    m.t.money().clearing(22_000).fees(600, 60).payable(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_transfer_that_dies_anywhere_is_resumed_and_paid_once() -> Result<()> {
    let (m, mut id) = settled("110-234-567890").await?;
    let flows = m.t.madang.flows.clone();
    let (mut polls, mut died) = (1, 0);
    loop {
        let tx = m.t.madang.app.platform().await?;
        ledger::payout::begin_transfer(&tx, id, "sandbox").await?;
        tx.commit().await?;
        let whole = interrupted(polls, flows::pursue_payout(&flows, id)).await.transpose()?.is_some();
        m.t.pass(Duration::minutes(2)).await?;
        let payout = row(&m, id).await?;
        assert_eq!((payout.state, payout.transfer_attempt), (PayoutState::Paid, 1), "after {polls} steps");
        m.t.money().clearing(5_500).fees(600, 60).paid_out(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
        if whole {
            break;
        }
        died += 1;
        polls += 1 + polls / 6;
        m.operator.post(&format!("/operator/payouts/{id}/return"), json!({"reason": "다시 보냅니다."})).await.ok();
        m.t.pass(Duration::days(1)).await?;
        id = waiting(&m).await?;
    }
    assert!(died > 3, "it died only {died} times");
    m.finish().await
}
