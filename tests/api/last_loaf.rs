//! Many buyers at once for the one loaf that is left.

use kernel::Result;
use madang_tests::{Firm, Market, NewProduct, RESALE, TestApp, card, order_body};
use serde_json::Value;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Buyers who come at once; `STORY_BUYERS` makes them fewer on a slow machine.
fn buyers() -> usize {
    std::env::var("STORY_BUYERS").ok().and_then(|text| text.parse().ok()).unwrap_or(1_000)
}

/// Requests under way at once: more than there are connections to the database.
const AT_ONCE: usize = 50;

#[actix_web::test]
async fn a_thousand_buyers_of_one_loaf_make_one_order() -> Result<()> {
    rush(Market::open().await?, buyers()).await
}

#[actix_web::test]
async fn a_rush_across_cells_makes_one_order_too() -> Result<()> {
    rush(Market::on(TestApp::with_cells().await?).await?, 100).await
}

async fn rush(m: Market, buyers: usize) -> Result<()> {
    let offer = m.bakery.offer(&m.t, NewProduct { selling: 22_000, supply: 16_500, stock: 1 }, RESALE).await?;
    let loaf = m.mart.resell(&m.t, &m.bakery, offer, 22_000).await?;
    let answers = order_at_once(&m.t, &m.mart, loaf.listed, buyers).await;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (status, body) in &answers {
        *counts.entry(format!("{status} {}", body["code"].as_str().unwrap_or_default())).or_default() += 1;
    }
    let won: Vec<&Value> = answers.iter().filter(|(status, _)| *status == 201).map(|(_, body)| body).collect();
    assert_eq!(won.len(), 1, "{counts:?}");
    let refused = counts.get("409 stock.unavailable").copied().unwrap_or_default();
    assert_eq!(refused, buyers - 1, "{counts:?}");
    m.t.work().await?;
    assert_eq!(m.t.available(&m.bakery, loaf.variant).await?, 0);
    for body in won {
        let order = m.t.placed(&m.mart, &m.t.anyone(), body).await?;
        assert_eq!(order.pay(card::GOOD).await.ok()["state"], "captured");
    }
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    assert_eq!((m.t.available(&m.bakery, loaf.variant).await?, m.t.on_hand(&m.bakery, loaf.variant).await?), (0, 1));
    m.finish().await
}

async fn order_at_once(t: &TestApp, shop: &Firm, variant: Uuid, buyers: usize) -> Vec<(u16, Value)> {
    use futures_util::StreamExt;
    let path = format!("/shop/{}/orders", shop.slug);
    let order = |number: usize| {
        let (caller, path) = (t.anyone(), path.clone());
        async move {
            let answer = caller.post(&path, order_body(&[(variant, 1)], 22_000, &format!("rush{number}@buyers.example"), "ko")).await;
            (answer.status, answer.json())
        }
    };
    futures_util::stream::iter((0..buyers).map(order)).buffer_unordered(AT_ONCE).collect().await
}

#[actix_web::test]
async fn a_double_click_makes_one_order_and_one_payment() -> Result<()> {
    let m = Market::open().await?;
    let path = format!("/shop/{}/orders", m.mart.slug);
    let body = order_body(&[(m.bread.listed, 1)], 22_000, "twice@buyers.example", "ko");
    let caller = m.t.anyone().once("the-same-click");
    let all = futures_util::future::join_all((0..8).map(|_| caller.post(&path, body.clone()))).await;
    let ids: std::collections::BTreeSet<String> =
        all.iter().filter(|answer| answer.status == 201).map(|answer| answer.json()["order_id"].to_string()).collect();
    assert_eq!(ids.len(), 1, "{all:#?}");
    assert!(all.iter().all(|answer| [201, 409].contains(&answer.status)), "{all:#?}");
    let answer = caller.post(&path, body).await.is(201);
    assert_eq!(m.bread_left().await?, 49);
    let order = m.t.placed(&m.mart, &m.t.anyone(), &answer).await?;
    let paid = futures_util::future::join_all((0..8).map(|_| order.pay(card::GOOD))).await;
    assert!(paid.iter().any(|answer| answer.status == 200 && answer.json()["state"] == "captured"), "{paid:#?}");
    assert!(paid.iter().all(|answer| answer.status < 500), "{paid:#?}");
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn two_people_who_take_the_same_step_take_it_once() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let trade = order.trade();
    // The seller asks for the purchase order while the buyer cancels: one of them is refused.
    let (requested, cancelled) = futures_util::future::join(m.mart.request(trade), order.cancel(trade)).await;
    assert!(cancelled.status == 200 && [200, 409].contains(&requested.status), "{requested:?} {cancelled:?}");
    let again = futures_util::future::join_all((0..5).map(|_| order.cancel(trade))).await;
    assert!(again.iter().all(|answer| answer.status == 409), "{again:?}");
    m.t.work().await?;
    m.t.money().stands().await?;
    assert_eq!(m.bread_left().await?, 50);
    m.finish().await
}
