//! The operator's desk: refunds that fail stand in the queue with their reason and are made again
//! from there, and open screens hear of payments, payouts and mails.

use chrono::Duration;
use kernel::Result;
use madang_tests::{Market, Order, text};
use platform::live::{Audience, Hint};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tokio::sync::broadcast::Receiver;
use trade::rules::State;

/// The refunds of an order's payment, as the operator sees them.
async fn reasons(m: &Market, order: &Order) -> Result<Vec<String>> {
    let trade = m.t.trade(order.trade()).await?;
    let payment = m.operator.get(&format!("/operator/payments/{}", trade.payment_id)).await.ok();
    Ok(payment["refunds"].as_array().into_iter().flatten().map(|refund| text(refund, "/reason")).collect())
}

async fn queue(m: &Market, kind: &str) -> Value {
    m.operator.get(&format!("/operator/queue?kind={kind}")).await.ok()
}

#[actix_web::test]
async fn a_refund_that_fails_waits_for_the_operator_with_its_reason() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    order.cancel(order.trade()).await.ok();
    // The provider refuses it for good.
    let tx = m.t.madang.app.platform().await?;
    for refund in payment::actions::claim_refunds(&tx, 10).await? {
        payment::actions::refund_failed(&tx, refund.id, "the card was closed", true).await?;
    }
    tx.commit().await?;
    m.t.work().await?;
    let rows = queue(&m, "refund").await;
    let row = &rows["items"][0];
    assert_eq!(
        (&row["note"], &row["error"], &row["main_action"]),
        (&json!("trade_cancelled"), &json!("the card was closed"), &json!("retry_refund")),
        "{rows}"
    );
    assert_eq!((&row["at_stake"]["minor"], &row["company"]["name"]), (&json!(22_000), &json!(m.mart.name)), "{rows}");
    let length =
        |rows: &Value| rows["queues"].as_array().into_iter().flatten().find(|queue| queue["kind"] == "refund").map(|queue| queue["count"].clone());
    assert_eq!(length(&rows), Some(json!(1)));
    m.operator.post(&format!("/operator/refunds/{}/retry", text(row, "/id")), json!({})).await.ok();
    m.t.work().await?;
    let rows = queue(&m, "refund").await;
    assert_eq!((rows["items"].as_array().map(Vec::len), length(&rows)), (Some(0), Some(json!(0))));
    m.t.money().stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_refund_says_why_the_money_goes_back() -> Result<()> {
    let m = Market::open().await?;
    let short = m.paid(2).await?;
    let part = short.part(&m.bakery);
    m.walk(&short, &part, State::PoAccepted).await?;
    m.bakery.deliver_only(&part, &[1]).await.ok();
    m.t.work().await?;
    m.walk(&short, &part, State::ShipmentApproved).await?;
    assert_eq!(reasons(&m, &short).await?, ["short_delivery"]);
    let declined = m.paid(1).await?;
    m.walk(&declined, &declined.part(&m.bakery), State::PoIssued).await?;
    m.bakery.decline(declined.trade()).await.ok();
    m.t.work().await?;
    assert_eq!(reasons(&m, &declined).await?, ["po_declined"]);
    m.finish().await
}

/// What the operator's screens were told since, by topic.
fn told(hub: &mut Receiver<Hint>) -> BTreeSet<String> {
    std::iter::from_fn(|| hub.try_recv().ok()).filter(|hint| hint.audience == Audience::Operator).map(|hint| hint.topic).collect()
}

#[actix_web::test]
async fn the_operators_screens_hear_of_payments_payouts_and_mails() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.bank().await;
    let mut hub = m.t.madang.app.live().listen();
    let order = m.paid(1).await?;
    m.t.pass(Duration::seconds(5)).await?;
    let heard = told(&mut hub);
    assert!(heard.contains("payment") && heard.contains("mail") && !heard.contains("payout"), "{heard:?}");
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.t.pass(Duration::days(1)).await?;
    assert!(told(&mut hub).contains("payout"), "it was opened");
    m.operator.post("/operator/payout-batches", json!({})).await.is(201);
    m.t.work().await?;
    assert!(told(&mut hub).contains("payout"), "it was sent");
    m.finish().await
}
