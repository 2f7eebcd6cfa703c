//! A distributor sells what others make: several suppliers in one order, each paid for its own.

use chrono::Duration;
use kernel::Result;
use madang_tests::{Market, NewProduct, RESALE, TestApp, card, text};
use serde_json::json;
use trade::rules::State;

#[actix_web::test]
async fn two_suppliers_in_one_order_in_one_database() -> Result<()> {
    two_suppliers_in_one_order(TestApp::start().await?).await
}

#[actix_web::test]
async fn two_suppliers_in_one_order_across_cells() -> Result<()> {
    two_suppliers_in_one_order(TestApp::with_cells().await?).await
}

async fn two_suppliers_in_one_order(t: TestApp) -> Result<()> {
    let m = Market::on(t).await?;
    let mill = m.t.firm(&m.operator, "새벽제분").await?;
    m.bakery.rules(false, false, 3_000).await;
    let offer = mill.offer(&m.t, NewProduct { selling: 12_000, supply: 8_000, stock: 10 }, RESALE).await?;
    let flour = m.mart.resell(&m.t, &mill, offer, 11_000).await?;
    for firm in [&m.mart, &m.bakery, &mill] {
        firm.bank().await;
    }

    // One loaf with its delivery, two bags of flour without.
    let order = m.t.order(&m.mart, &[(m.bread.listed, 1), (flour.listed, 2)], 47_000).await?;
    assert_eq!(order.pay(card::GOOD).await.ok()["state"], "captured");
    m.t.work().await?;
    let (loaf, bags) = (order.part(&m.bakery), order.part(&mill));
    m.t.money().clearing(47_000).escrow(47_000).stands().await?;
    assert_eq!(m.t.available(&mill, flour.variant).await?, 8);

    for part in [&loaf, &bags] {
        m.mart.request(part.trade).await.ok();
        m.operator.issue(part.trade).await.ok();
    }
    m.t.work().await?;
    // Bread: 16,500 and the delivery to the bakery, 660 to the operator, 4,840 to the mart.
    // Flour: 16,000 to the mill, 660 to the operator, 5,340 to the mart.
    let reserved = || m.t.money().clearing(47_000).escrow(47_000).reserved(&m.bakery, 19_500).reserved(&mill, 16_000).reserved(&m.mart, 10_180);
    reserved().stands().await?;

    // The mill does not see what the buyer paid for its flour, and the bakery's part not at all.
    let seen = mill.get(&format!("/company/trades/{}", bags.trade)).await.ok();
    assert!(seen["goods"].is_null() && seen["margin"].is_null() && seen["supply"]["minor"] == 16_000, "{seen}");
    mill.get(&format!("/company/trades/{}", loaf.trade)).await.refused(404, "request.not_found");

    for (firm, part) in [(&m.bakery, &loaf), (&mill, &bags)] {
        firm.accept(part.trade).await.ok();
        firm.deliver(part).await.ok();
        m.operator.approve(part.trade).await.ok();
        firm.hand_over(part.trade).await.ok();
        m.t.work().await?;
    }
    reserved().stands().await?;
    assert_eq!((m.t.on_hand(&m.bakery, m.bread.variant).await?, m.t.on_hand(&mill, flour.variant).await?), (49, 8));

    order.buyer_step(loaf.trade, "arrival", json!({})).await.ok();
    order.buyer_step(loaf.trade, "purchase-confirmation", json!({})).await.ok();
    m.t.work().await?;
    let half = || m.t.money().clearing(47_000).escrow(22_000).fees(600, 60).reserved(&mill, 16_000);
    half().reserved(&m.mart, 5_340).payable(&m.bakery, 19_500).payable(&m.mart, 4_840).stands().await?;
    assert_eq!(m.t.state(bags.trade).await?, State::InTransit);

    // The bread is settled while the flour is still on its way.
    m.t.pass(Duration::days(1)).await?;
    assert_eq!(m.t.state(loaf.trade).await?, State::Settled);
    half().reserved(&m.mart, 5_340).on_its_way(&m.bakery, 19_500).on_its_way(&m.mart, 4_840).stands().await?;
    pay_out(&m, 2).await?;
    let paid = half().bank(-24_340).paid_out(&m.bakery, 19_500).paid_out(&m.mart, 4_840);
    paid.reserved(&m.mart, 5_340).stands().await?;

    mill.arrived(bags.trade).await.ok();
    order.buyer_step(bags.trade, "purchase-confirmation", json!({})).await.ok();
    m.t.pass(Duration::days(1)).await?;
    assert_eq!(m.t.state(bags.trade).await?, State::Settled);
    let all = || m.t.money().clearing(47_000).fees(1_200, 120).paid_out(&m.bakery, 19_500);
    all().bank(-24_340).paid_out(&m.mart, 4_840).on_its_way(&mill, 16_000).on_its_way(&m.mart, 5_340).stands().await?;
    pay_out(&m, 2).await?;
    all().bank(-45_680).paid_out(&mill, 16_000).paid_out(&m.mart, 10_180).stands().await?;
    books_agree(&m, &order).await?;
    m.finish().await
}

/// The operator sends so many payouts to the bank, and all of them arrive.
async fn pay_out(m: &Market, count: i64) -> Result<()> {
    let batch = m.operator.post("/operator/payout-batches", json!({})).await.is(201);
    assert_eq!(batch["count"], count, "{batch}");
    let sent = m.operator.get("/operator/payouts?state=sent").await.ok();
    for payout in sent["items"].as_array().into_iter().flatten() {
        m.operator.post(&format!("/operator/payouts/{}/confirmation", text(payout, "/id")), json!({})).await.ok();
    }
    m.t.work().await
}

/// Every side's own copy says the same: revenue, purchase orders and tax under the trade's key.
async fn books_agree(m: &Market, order: &madang_tests::Order) -> Result<()> {
    let trade = order.part(&m.bakery).trade;
    let seller = m.t.madang.app.tenant(m.mart.id).await?;
    let supplier = m.t.madang.app.tenant(m.bakery.id).await?;
    let given = books::queries::purchase_orders_of_trade(&seller, trade).await?;
    let received = books::queries::purchase_orders_of_trade(&supplier, trade).await?;
    assert_eq!((given.len(), received.len()), (1, 1));
    assert!(given.iter().chain(&received).all(|po| po.supply_minor == 16_500), "{given:?} {received:?}");
    let (sold, supplied) = (books::queries::revenue_of_trade(&seller, trade).await?, books::queries::revenue_of_trade(&supplier, trade).await?);
    // 22,000 sold, 16,500 for the goods, 660 for the platform; the bakery: 16,500 and 3,000 for the way.
    let sums: (i64, i64) = (sold.iter().map(|row| row.gross_minor).sum(), supplied.iter().map(|row| row.gross_minor).sum());
    assert_eq!(sums, (4_840, 19_500), "{sold:#?} {supplied:#?}");
    let tax = books::queries::tax_of_trade(&seller, trade).await?;
    assert!(!tax.is_empty() && !books::queries::tax_of_trade(&supplier, trade).await?.is_empty());
    Ok(())
}

#[actix_web::test]
async fn a_supplier_that_declines_sends_the_money_back() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(2).await?;
    let trade = order.trade();
    m.mart.request(trade).await.ok();
    m.operator.issue(trade).await.ok();
    m.t.work().await?;
    m.t.money().clearing(44_000).escrow(44_000).reserved(&m.bakery, 33_000).reserved(&m.mart, 9_680).stands().await?;
    m.bakery.step(trade, "declination", json!({})).await.is(422);
    m.mart.decline(trade).await.refused(404, "request.not_found");
    m.bakery.decline(trade).await.ok();
    m.t.money().clearing(44_000).refunds(44_000).stands().await?;
    m.t.work().await?;
    m.t.money().stands().await?;
    assert_eq!((m.t.state(trade).await?, m.bread_left().await?), (State::Cancelled, 50));
    let seen = order.seen_by_buyer().await;
    assert_eq!((&seen["state"], &seen["refunded"]["minor"]), (&json!("cancelled"), &json!(44_000)), "{seen}");
    m.finish().await
}

#[actix_web::test]
async fn what_is_not_delivered_is_not_paid_for() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(3).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::PoAccepted).await?;
    m.t.money().clearing(66_000).escrow(66_000).reserved(&m.bakery, 49_500).reserved(&m.mart, 14_520).stands().await?;
    // More than ordered is refused, and a wrong confirmation can be sent back.
    m.bakery.deliver_only(&part, &[4]).await.refused(422, "trade.delivery.invalid");
    m.bakery.deliver_only(&part, &[1]).await.ok();
    m.operator.post(&format!("/operator/trades/{}/delivery-return", part.trade), json!({"reason": "송장 번호가 다릅니다."})).await.ok();
    m.t.work().await?;
    assert_eq!(m.t.state(part.trade).await?, State::PoAccepted);
    m.bakery.deliver_only(&part, &[2]).await.ok();
    m.t.work().await?;
    m.operator.approve(part.trade).await.ok();
    // 22,000 on its way back, 44,000 go on: 33,000 + 9,680 + 1,320.
    m.t.money().clearing(66_000).escrow(44_000).refunds(22_000).reserved(&m.bakery, 33_000).reserved(&m.mart, 9_680).stands().await?;
    m.t.work().await?;
    m.t.money().clearing(44_000).escrow(44_000).reserved(&m.bakery, 33_000).reserved(&m.mart, 9_680).stands().await?;
    assert_eq!((m.t.on_hand(&m.bakery, m.bread.variant).await?, m.bread_left().await?), (48, 48));
    m.walk(&order, &part, State::Confirmed).await?;
    m.t.money().clearing(44_000).fees(1_200, 120).payable(&m.bakery, 33_000).payable(&m.mart, 9_680).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_loss_is_borne_by_the_seller_and_netted() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.bank().await;
    m.mart.bank().await;
    let offer = m.bakery.offer(&m.t, NewProduct { selling: 12_000, supply: 11_000, stock: 5 }, RESALE).await?;
    let cheap = m.mart.resell(&m.t, &m.bakery, offer, 10_000).await?;
    let order = m.t.paid_order(&m.mart, &[(cheap.listed, 1)], 10_000).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::Confirmed).await?;
    // 10,000 came in; 11,000 go to the bakery, 300 to the operator: the mart owes 1,300.
    m.t.money().clearing(10_000).fees(273, 27).payable(&m.bakery, 11_000).payable(&m.mart, -1_300).stands().await?;
    m.t.pass(Duration::days(1)).await?;
    m.t.money().clearing(10_000).fees(273, 27).on_its_way(&m.bakery, 11_000).payable(&m.mart, -1_300).stands().await?;
    pay_out(&m, 1).await?;
    // The next good sale pays for it: 4,840 − 1,300.
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.t.pass(Duration::days(1)).await?;
    let all = || m.t.money().clearing(32_000).fees(873, 87).bank(-11_000).paid_out(&m.bakery, 11_000);
    all().on_its_way(&m.bakery, 16_500).on_its_way(&m.mart, 3_540).stands().await?;
    m.finish().await
}
