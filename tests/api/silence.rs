//! A buyer who says nothing: warned first, and then taken at the silence.

use chrono::Duration;
use kernel::Result;
use madang_tests::{Market, TestApp};
use trade::rules::State;

#[actix_web::test]
async fn eight_days_of_silence_confirm_after_a_warning() -> Result<()> {
    eight_days(Market::open().await?).await
}

#[actix_web::test]
async fn eight_days_of_silence_confirm_across_cells_too() -> Result<()> {
    eight_days(Market::on(TestApp::with_cells().await?).await?).await
}

async fn eight_days(m: Market) -> Result<()> {
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::Arrived).await?;
    let buyer = m.t.trade(part.trade).await?.buyer.email;
    let warned = async || Ok::<_, kernel::Problem>(m.t.mails_to(&buyer).await?.iter().any(|mail| mail == "confirm_warning"));
    let held = || m.t.money().clearing(22_000).escrow(22_000).reserved(&m.bakery, 16_500).reserved(&m.mart, 4_840);
    m.t.pass(Duration::days(4)).await?;
    assert!(!warned().await?);
    held().stands().await?;
    m.t.pass(Duration::days(1)).await?;
    assert!(warned().await?);
    m.t.pass(Duration::days(2) + Duration::hours(23)).await?;
    assert_eq!(m.t.state(part.trade).await?, State::Arrived);
    held().stands().await?;
    m.t.pass(Duration::hours(1)).await?;
    assert_eq!(m.t.state(part.trade).await?, State::Confirmed);
    m.t.money().clearing(22_000).fees(600, 60).payable(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    assert_eq!(m.t.mails_to(&buyer).await?.iter().filter(|mail| *mail == "confirm_warning").count(), 1);
    m.finish().await
}

#[actix_web::test]
async fn a_worker_that_slept_for_weeks_warns_before_it_confirms() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::Arrived).await?;
    m.t.pass(Duration::days(30)).await?;
    let buyer = m.t.trade(part.trade).await?.buyer.email;
    let mails = m.t.mails_to(&buyer).await?;
    assert!(mails.iter().any(|mail| mail == "confirm_warning"), "{mails:?}");
    m.t.pass(Duration::days(4)).await?;
    assert!([State::Confirmed, State::Settled].contains(&m.t.state(part.trade).await?));
    m.finish().await
}
