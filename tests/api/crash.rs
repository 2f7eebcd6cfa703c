//! A process that dies: between any two steps of the flow, in the middle of a step, while a
//! reaction runs. Whatever stood is resumed, nothing is lost and nothing is done twice.

use chrono::Duration;
use flows::{Instrument, NewOrder, Wanted};
use kernel::{Currency, Problem, Result};
use madang_tests::{Market, NewProduct, Product, TestApp, interrupted, order_body};
use platform::http::Shop;
use serde_json::json;
use trade::rules::State;

/// A good card.
fn instrument() -> Result<Instrument> {
    serde_json::from_value(json!({"card": {"card_number": "4242424242424242", "expiry": "12/40", "cvc": "123"}})).map_err(Problem::internal)
}

/// What a buyer orders under a key.
fn wish(product: &Product, key: String) -> Result<NewOrder> {
    let body = order_body(&[], 22_000, &format!("{key}@buyers.example"), "ko");
    let part = |name: &str| body[name].clone();
    Ok(NewOrder {
        key: Some(key),
        account: None,
        buyer: serde_json::from_value(part("buyer")).map_err(Problem::internal)?,
        ship_to: serde_json::from_value(part("ship_to")).map_err(Problem::internal)?,
        locale: kernel::Locale::Ko,
        expected_total: Currency::KRW.minor(22_000),
        lines: vec![Wanted { variant: product.listed, quantity: 1 }],
        cart: None,
    })
}

async fn shop(m: &Market) -> Result<Shop> {
    let found = m.t.madang.app.directory().shop(&m.mart.slug).await?;
    Ok(Shop::from(found))
}

/// Works until nothing is due, dying after more and more steps; returns how often it died.
async fn work_and_die(t: &TestApp) -> Result<usize> {
    let mut polls = 1;
    loop {
        let done = interrupted(polls, t.madang.worker().drain()).await.transpose()?;
        // What a dead worker had claimed is free for others after a minute.
        t.forward(Duration::seconds(61));
        if done.is_some() {
            // A refund that the dead had claimed is free a little later.
            t.pass(Duration::minutes(2)).await?;
            return Ok(polls);
        }
        polls += 1 + polls / 12;
    }
}

#[actix_web::test]
async fn a_checkout_that_dies_anywhere_is_resumed() -> Result<()> {
    checkout(Market::open().await?, 1).await
}

#[actix_web::test]
async fn a_checkout_that_dies_anywhere_is_resumed_across_cells() -> Result<()> {
    checkout(Market::on(TestApp::with_cells().await?).await?, 3).await
}

async fn checkout(m: Market, stride: usize) -> Result<()> {
    let bread = m.mart.supplied_by(&m.t, &m.bakery, NewProduct { selling: 22_000, supply: 16_500, stock: 1_000 }).await?;
    let (flows, shop, card) = (m.t.madang.flows.clone(), shop(&m).await?, instrument()?);
    let (mut polls, mut orders) = (1, 0);
    loop {
        // One whose buyer never comes back, and one whose buyer tries again.
        drop(interrupted(polls, flows::place(&flows, &shop, wish(&bread, format!("lost{polls}"))?)).await);
        let placed = interrupted(polls, flows::place(&flows, &shop, wish(&bread, format!("again{polls}"))?)).await.transpose()?;
        let checkout = flows::place(&flows, &shop, wish(&bread, format!("again{polls}"))?).await?;
        let tx = m.t.madang.app.tenant(m.mart.id).await?;
        let order = sales::queries::order(&tx, checkout.order.order.id).await?.ok_or_else(Problem::not_found)?;
        drop(tx);
        let paid = interrupted(polls, flows::pay(&flows, shop.company(), &shop.slug, &order, &card)).await.transpose()?;
        flows::pay(&flows, shop.company(), &shop.slug, &order, &card).await?;
        orders += 1;
        if placed.is_some() && paid.is_some() {
            break;
        }
        polls += stride;
    }
    assert!(orders > 3, "it never died");
    m.t.pass(Duration::minutes(16)).await?;
    m.t.pass(Duration::minutes(2)).await?;
    m.t.money().clearing(22_000 * orders).escrow(22_000 * orders).stands().await?;
    assert_eq!(i64::from(m.t.available(&m.bakery, bread.variant).await?), 1_000 - orders);
    m.finish().await
}

#[actix_web::test]
async fn a_worker_that_dies_anywhere_is_followed_by_another() -> Result<()> {
    worker(Market::open().await?).await
}

#[actix_web::test]
async fn a_worker_that_dies_anywhere_is_followed_by_another_across_cells() -> Result<()> {
    worker(Market::on(TestApp::with_cells().await?).await?).await
}

async fn worker(m: Market) -> Result<()> {
    m.bakery.bank().await;
    m.mart.bank().await;
    m.mart.rules(true, false, 0).await;
    m.bakery.rules(false, true, 0).await;
    m.operator.rules(true, true).await;
    m.t.work().await?;
    let order = m.placed(2).await?;
    order.pay(madang_tests::card::GOOD).await.ok();
    let other = m.placed(1).await?;
    other.pay(madang_tests::card::GOOD).await.ok();
    // Everything up to the accepted purchase order happens by itself, under dying workers.
    let died = work_and_die(&m.t).await?;
    assert!(died > 20, "it died only {died} times");
    let (part, gone) = (order.part(&m.bakery), other.part(&m.bakery));
    assert_eq!((m.t.state(part.trade).await?, m.t.state(gone.trade).await?), (State::PoAccepted, State::PoAccepted));
    m.t.money().clearing(66_000).escrow(66_000).reserved(&m.bakery, 49_500).reserved(&m.mart, 14_520).stands().await?;

    // A short delivery is approved, the other trade is cancelled: two refunds.
    m.bakery.deliver_only(&part, &[1]).await.ok();
    m.operator.approve(part.trade).await.ok();
    other.cancel(gone.trade).await.ok();
    work_and_die(&m.t).await?;
    m.t.money().clearing(22_000).escrow(22_000).reserved(&m.bakery, 16_500).reserved(&m.mart, 4_840).stands().await?;
    assert_eq!((m.t.on_hand(&m.bakery, m.bread.variant).await?, m.bread_left().await?), (49, 49));
    m.bakery.hand_over(part.trade).await.ok();
    m.bakery.arrived(part.trade).await.ok();
    order.buyer_step(part.trade, "purchase-confirmation", json!({})).await.ok();
    work_and_die(&m.t).await?;
    m.t.money().clearing(22_000).fees(600, 60).payable(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;

    // The settlement run dies, too.
    m.t.forward(Duration::days(1));
    let mut polls = 1;
    while interrupted(polls, flows::settlement_run(&m.t.madang.flows, true)).await.transpose()?.is_none() {
        polls += 1;
    }
    work_and_die(&m.t).await?;
    assert_eq!(m.t.state(part.trade).await?, State::Settled);
    m.t.money().clearing(22_000).fees(600, 60).on_its_way(&m.bakery, 16_500).on_its_way(&m.mart, 4_840).stands().await?;
    let tx = m.t.madang.app.tenant(m.mart.id).await?;
    let posted: i64 = books::queries::revenue_of_trade(&tx, part.trade).await?.iter().map(|row| row.gross_minor).sum();
    drop(tx);
    assert_eq!(posted, 4_840);
    m.finish().await
}

#[actix_web::test]
async fn a_step_that_was_not_committed_never_happened() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::Arrived).await?;
    let tx = m.t.madang.app.platform().await?;
    flows::step(&tx, part.trade, kernel::Actor::buyer(None), flows::Step::Confirm).await?;
    drop(tx);
    m.t.work().await?;
    assert_eq!(m.t.state(part.trade).await?, State::Arrived);
    m.t.money().clearing(22_000).escrow(22_000).reserved(&m.bakery, 16_500).reserved(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_captured_payment_whose_order_step_was_lost_is_completed() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    // The capture is written down, and the process dies before it opens the trade.
    let tx = m.t.madang.app.platform().await?;
    payment::actions::captured(&tx, order.payment, 22_000, Currency::KRW, tx.now()).await?;
    tx.commit().await?;
    m.t.money().stands().await?;
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    // Completing it again and again opens nothing more.
    for _ in 0..3 {
        flows::complete(&m.t.madang.flows, order.payment).await?;
    }
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    assert_eq!(m.t.state(order.trade()).await?, State::Paid);
    m.finish().await
}

#[actix_web::test]
async fn a_supplier_who_cannot_be_reached_is_caught_up_with_later() -> Result<()> {
    let m = Market::open().await?;
    let order = m.placed(1).await?;
    m.t.hide(&m.bakery).await?;
    assert_eq!(order.pay(madang_tests::card::GOOD).await.ok()["state"], "captured");
    m.t.work_through_failures().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.t.forward(Duration::seconds(5));
    m.t.work_through_failures().await?;
    m.t.show(&m.bakery).await?;
    m.t.pass(Duration::minutes(10)).await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    assert_eq!((m.t.state(order.trade()).await?, m.bread_left().await?), (State::Paid, 49));
    assert_eq!(order.seen_by_buyer().await["state"], "paid");
    m.finish().await
}

#[actix_web::test]
async fn a_dead_letter_is_seen_and_tried_again_by_a_person() -> Result<()> {
    dead_letter(Market::open().await?).await
}

#[actix_web::test]
async fn a_dead_letter_is_seen_and_tried_again_across_cells() -> Result<()> {
    dead_letter(Market::on(TestApp::with_cells().await?).await?).await
}

async fn dead_letter(m: Market) -> Result<()> {
    let order = m.placed(1).await?;
    order.pay(madang_tests::card::GOOD).await.ok();
    m.t.hide(&m.bakery).await?;
    for _ in 0..20 {
        m.t.work_through_failures().await?;
        m.t.forward(Duration::hours(7));
    }
    let dead = m.operator.get("/operator/dead-letters").await.ok();
    let letters: Vec<serde_json::Value> = dead["items"].as_array().cloned().unwrap_or_default();
    assert!(!letters.is_empty(), "{dead}");
    m.t.show(&m.bakery).await?;
    for letter in &letters {
        m.operator.post(&format!("/operator/dead-letters/{}/retry", madang_tests::text(letter, "/id")), json!({})).await.ok();
    }
    m.t.pass(Duration::hours(7)).await?;
    assert_eq!((m.t.state(order.trade()).await?, m.bread_left().await?), (State::Paid, 49));
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.finish().await
}
