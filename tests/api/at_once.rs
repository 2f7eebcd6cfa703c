//! Two who do the same, or what excludes each other, at the same moment: one of them gets it, the
//! other is told so, and nothing happens twice. What guards each case is in `docs/concurrency.md`.

use chrono::Duration;
use futures_util::{future::join_all, join};
use kernel::{Locale, Result};
use madang_tests::{Answer, Market, TestApp, text};
use serde_json::json;
use trade::rules::State;

/// The statuses of answers, the smallest first.
fn statuses(answers: &[Answer]) -> Vec<u16> {
    let mut all: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
    all.sort_unstable();
    all
}

#[actix_web::test]
async fn a_purchase_order_is_issued_once_by_many() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::PoRequested).await?;
    let answers = join_all((0..5).map(|_| m.operator.issue(part.trade))).await;
    assert_eq!(statuses(&answers), [200, 409, 409, 409, 409], "{answers:#?}");
    m.t.work().await?;
    m.t.money().clearing(22_000).escrow(22_000).reserved(&m.bakery, 16_500).reserved(&m.mart, 4_840).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_trade_is_shipped_or_cancelled_and_never_both() -> Result<()> {
    let m = Market::open().await?;
    let mut kept = 0;
    for turn in 0..4 {
        let order = m.paid(1).await?;
        let part = order.part(&m.bakery);
        m.walk(&order, &part, State::DeliveryFiled).await?;
        // Each of them comes first now and then.
        let (approved, cancelled) = if turn % 2 == 0 {
            join!(m.operator.approve(part.trade), order.cancel(part.trade))
        } else {
            let (cancelled, approved) = join!(order.cancel(part.trade), m.operator.approve(part.trade));
            (approved, cancelled)
        };
        assert_eq!(statuses(&[approved.clone(), cancelled]), [200, 409]);
        kept += i64::from(approved.status == 200);
        m.t.work().await?;
    }
    m.t.money().clearing(22_000 * kept).escrow(22_000 * kept).reserved(&m.bakery, 16_500 * kept).reserved(&m.mart, 4_840 * kept).stands().await?;
    assert_eq!(i64::from(m.t.on_hand(&m.bakery, m.bread.variant).await?), 50 - kept);
    m.finish().await
}

#[actix_web::test]
async fn two_settlement_runs_at_once_settle_each_trade_once() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.bank().await;
    m.mart.bank().await;
    for _ in 0..3 {
        let order = m.paid(1).await?;
        m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    }
    m.t.forward(Duration::days(1));
    let runs = join_all((0..4).map(|_| m.operator.post("/operator/settlement-runs", json!({"everyone": true})))).await;
    assert_eq!(statuses(&runs), [200; 4], "{runs:#?}");
    m.t.work().await?;
    m.t.money().clearing(66_000).fees(1_800, 180).on_its_way(&m.bakery, 49_500).on_its_way(&m.mart, 14_520).stands().await?;
    // Each payout is asked for twice at once, and made once.
    let open = m.operator.get("/operator/payouts?state=pending").await.ok();
    let ids: Vec<String> = open["items"].as_array().into_iter().flatten().map(|payout| text(payout, "/id")).collect();
    assert_eq!(ids.len(), 2, "{open}");
    for id in &ids {
        let way = format!("/operator/payouts/{id}/provider-transfer");
        let (one, two) = join!(m.operator.post(&way, json!({})), m.operator.post(&way, json!({})));
        assert!([one.status, two.status].contains(&200), "{one:?} {two:?}");
    }
    m.t.pass(Duration::minutes(5)).await?;
    m.t.money().clearing(1_980).fees(1_800, 180).paid_out(&m.bakery, 49_500).paid_out(&m.mart, 14_520).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn an_address_goes_to_one_of_two_companies() -> Result<()> {
    let m = Market::open().await?;
    let wish = async |firm: &madang_tests::Firm| {
        let seen = firm.profile().await["version"].as_i64().unwrap_or_default();
        firm.having_seen(seen).put("/company/address/slug", json!({"slug": "the-same-yard"})).await
    };
    let (one, two) = join!(wish(&m.mart), wish(&m.bakery));
    assert_eq!(statuses(&[one, two]), [200, 409]);
    m.finish().await
}

#[actix_web::test]
async fn an_invitation_is_accepted_once_by_whoever_clicks_twice() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let person = t.person(Locale::Ko).await?;
    firm.post("/company/invitations", json!({"email": person.email, "role": "sales"})).await.is(201);
    let token = t.invitation(&person.email).await?;
    let accept = || person.post("/account/invitation/acceptance", json!({"token": token}));
    let answers = join_all((0..3).map(|_| accept())).await;
    assert_eq!(statuses(&answers), [201, 409, 409], "{answers:#?}");
    let members = firm.get("/company/members").await.ok();
    assert_eq!(members["items"].as_array().map(Vec::len), Some(2), "{members}");
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn a_key_that_is_rotated_by_two_loses_no_secret_that_was_handed_out() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let body = json!({"name": "창고", "permissions": ["workspace_view", "supply_manage"], "expires_at": t.now() + Duration::days(30)});
    let made = firm.post("/company/api-keys", body).await.is(201);
    let way = format!("/company/api-keys/{}/rotation", text(&made, "/id"));
    let (one, two) = join!(firm.post(&way, json!({"overlap_hours": 1})), firm.post(&way, json!({"overlap_hours": 1})));
    // The second rotates what the first has made, which goes on opening for its hour; what was before is gone.
    let mut open = Vec::new();
    for secret in [text(&one.ok(), "/secret"), text(&two.ok(), "/secret"), text(&made, "/secret")] {
        open.push(t.anyone().token(&secret).get("/company/trades").await.status);
    }
    assert_eq!(open, [200, 200, 401]);
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn an_export_that_two_ask_for_is_made_once() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let (one, two) = join!(firm.post("/company/exports", json!({})), firm.post("/company/exports", json!({})));
    assert_eq!(statuses(&[one, two]), [201, 409]);
    t.work().await?;
    t.finish().await
}
