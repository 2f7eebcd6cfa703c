//! Cancelling: by whom, until when, and what happens to the money and the goods.

use kernel::Result;
use madang_tests::{Market, NewProduct, TestApp};
use serde_json::json;
use trade::rules::State;

/// The states in which a trade can be cancelled.
const OPEN: [State; 5] = [State::Paid, State::PoRequested, State::PoIssued, State::PoAccepted, State::DeliveryFiled];
/// The states in which it cannot.
const CLOSED: [State; 4] = [State::ShipmentApproved, State::InTransit, State::Arrived, State::Confirmed];

#[actix_web::test]
async fn before_the_shipment_is_approved_everything_goes_back() -> Result<()> {
    everything_goes_back(Market::open().await?).await
}

#[actix_web::test]
async fn across_cells_everything_goes_back_too() -> Result<()> {
    everything_goes_back(Market::on(TestApp::with_cells().await?).await?).await
}

async fn everything_goes_back(m: Market) -> Result<()> {
    for (turn, state) in OPEN.into_iter().enumerate() {
        let order = m.paid(1).await?;
        let part = order.part(&m.bakery);
        m.walk(&order, &part, state).await?;
        assert_eq!(m.bread_left().await?, 49, "{state:?}");
        // A supplier has no say in it, whatever the state.
        let supplier = m.bakery.cancel(part.trade).await;
        assert!([403, 404].contains(&supplier.status), "{state:?}: {}", supplier.text);
        match turn % 3 {
            0 => order.cancel(part.trade).await.ok(),
            1 => m.mart.cancel(part.trade).await.ok(),
            _ => m.operator.post(&format!("/operator/trades/{}/cancellation", part.trade), json!({"reason": "신고가 있었습니다."})).await.ok(),
        };
        m.t.money().clearing(22_000).refunds(22_000).stands().await?;
        m.t.work().await?;
        m.t.money().stands().await?;
        assert_eq!((m.t.state(part.trade).await?, m.bread_left().await?), (State::Cancelled, 50), "{state:?}");
        // A second time it is refused, and moves nothing.
        order.cancel(part.trade).await.refused(409, "trade.transition.refused");
        m.t.work().await?;
        m.t.money().stands().await?;
    }
    m.finish().await
}

#[actix_web::test]
async fn afterwards_it_is_refused_to_everyone() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    for state in CLOSED {
        m.walk(&order, &part, state).await?;
        order.cancel(part.trade).await.refused(409, "trade.transition.refused");
        m.mart.cancel(part.trade).await.refused(409, "trade.transition.refused");
        m.bakery.decline(part.trade).await.refused(409, "trade.transition.refused");
        m.operator
            .post(&format!("/operator/trades/{}/cancellation", part.trade), json!({"reason": "no"}))
            .await
            .refused(409, "trade.transition.refused");
        m.t.work().await?;
        if state != State::Confirmed {
            m.t.money().clearing(22_000).escrow(22_000).reserved(&m.bakery, 16_500).reserved(&m.mart, 4_840).stands().await?;
        }
    }
    m.t.money().clearing(22_000).fees(600, 60).payable(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_whole_line_can_be_cancelled_alone() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.rules(false, false, 3_000).await;
    let cake = m.mart.supplied_by(&m.t, &m.bakery, NewProduct { selling: 11_000, supply: 8_000, stock: 5 }).await?;
    let order = m.t.paid_order(&m.mart, &[(m.bread.listed, 1), (cake.listed, 2)], 47_000).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::PoIssued).await?;
    // Bread 16,500 + cake 16,000 + delivery 3,000; fees 660 + 660; margins 4,840 + 5,340.
    m.t.money().clearing(47_000).escrow(47_000).reserved(&m.bakery, 35_500).reserved(&m.mart, 10_180).stands().await?;
    let line_of = |quantity: i32| part.lines.iter().find(|(_, of)| *of == quantity).map(|(line, _)| *line);
    let cakes = json!({"line_ids": [line_of(2)], "reason": "빵만 받겠습니다."});
    order.buyer_step(part.trade, "cancellation", cakes.clone()).await.ok();
    m.t.money().clearing(47_000).escrow(25_000).refunds(22_000).reserved(&m.bakery, 19_500).reserved(&m.mart, 4_840).stands().await?;
    m.t.work().await?;
    m.t.money().clearing(25_000).escrow(25_000).reserved(&m.bakery, 19_500).reserved(&m.mart, 4_840).stands().await?;
    assert_eq!((m.t.state(part.trade).await?, m.t.available(&m.bakery, cake.variant).await?), (State::PoIssued, 5));
    order.buyer_step(part.trade, "cancellation", cakes).await.refused(422, "trade.lines.unknown");

    // The last line takes the delivery fee with it.
    order.buyer_step(part.trade, "cancellation", json!({"line_ids": [line_of(1)], "reason": "빵도 필요 없습니다."})).await.ok();
    m.t.work().await?;
    m.t.money().stands().await?;
    assert_eq!((m.t.state(part.trade).await?, m.bread_left().await?), (State::Cancelled, 50));
    m.finish().await
}

#[actix_web::test]
async fn one_part_of_an_order_is_cancelled_and_the_other_goes_on() -> Result<()> {
    let m = Market::open().await?;
    let own = m.mart.product(&m.t, NewProduct { selling: 5_000, supply: 4_000, stock: 9 }).await?;
    let order = m.t.paid_order(&m.mart, &[(m.bread.listed, 1), (own.listed, 1)], 27_000).await?;
    let (loaf, jam) = (order.part(&m.bakery), order.part(&m.mart));
    order.cancel(loaf.trade).await.ok();
    m.t.work().await?;
    m.t.money().clearing(5_000).escrow(5_000).stands().await?;
    assert_eq!(order.seen_by_buyer().await["state"], "paid");
    m.walk(&order, &jam, State::Confirmed).await?;
    // The fee of 150 has 13 of VAT in it.
    m.t.money().clearing(5_000).fees(137, 13).payable(&m.mart, 4_850).stands().await?;
    m.finish().await
}
