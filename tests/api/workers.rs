//! Workers among each other: what one that died had in its hands, and what clocks that are wrong
//! leave behind.

use chrono::Duration;
use kernel::{Currency, Result};
use madang_tests::{Market, card, interrupted};
use platform::clock::Clock;
use server::Madang;
use trade::rules::State;

const CLAIMED: &str = "SELECT name FROM platform.outbox WHERE attempts > 0 UNION ALL SELECT name FROM cell.outbox WHERE attempts > 0";

/// The same installation, by a clock that is ahead.
async fn ahead(m: &Market, by: Duration) -> Result<Madang> {
    Madang::boot(m.t.madang.app.config().clone(), Clock::standing_at(m.t.now() + by)).await
}

#[actix_web::test]
async fn what_a_dead_worker_had_is_taken_up_within_seconds() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    order.pay(card::GOOD).await.ok();
    let mut polls = 1;
    while m.t.of_the_owner(CLAIMED).await?.is_empty() {
        assert!(interrupted(polls, m.t.madang.worker().drain()).await.is_none(), "it died before it had anything in its hands");
        polls += 1;
    }
    // Nobody takes it while the dead could still be at work, and somebody does soon after.
    m.t.work().await?;
    assert!(!m.t.of_the_owner(CLAIMED).await?.is_empty(), "another worker took what was claimed");
    m.t.pass(Duration::seconds(7)).await?;
    assert_eq!(m.t.of_the_owner(CLAIMED).await?, Vec::<String>::new());
    assert_eq!(order.seen_by_buyer().await["state"], "paid");
    m.finish().await
}

#[actix_web::test]
async fn what_is_told_by_a_clock_that_is_ahead_is_heard_at_once() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    let early = ahead(&m, Duration::minutes(10)).await?;
    let tx = early.app.platform().await?;
    payment::actions::captured(&tx, order.payment, 22_000, Currency::KRW, tx.now()).await?;
    tx.commit().await?;
    m.t.work().await?;
    assert_eq!(m.t.state(order.trade()).await?, State::Paid);
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn repeated_work_goes_on_after_a_clock_that_was_wrong() -> Result<()> {
    let m = Market::open().await?;
    ahead(&m, Duration::days(1)).await?.worker().drain().await?;
    m.t.pass(Duration::seconds(30)).await?;
    // Mail goes out in turns of two seconds, whatever the other clock had thought of tomorrow.
    m.paid(1).await?;
    m.t.pass(Duration::seconds(3)).await?;
    let waiting: Vec<String> = m.t.mails(&m.operator).await?.into_iter().filter(|mail| mail.state != "sent").map(|mail| mail.template).collect();
    assert_eq!(waiting, Vec::<String>::new());
    m.finish().await
}
