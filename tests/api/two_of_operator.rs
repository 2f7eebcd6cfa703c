//! Fees and payouts above the limit want two persons of the operator.

use chrono::Duration;
use futures_util::join;
use kernel::Result;
use madang_tests::{Market, Setting, TestApp, text};
use serde_json::{Value, json};

fn approval(proposal: &Value) -> String {
    format!("/operator/proposals/{}/approval", text(proposal, "/id"))
}

#[actix_web::test]
async fn a_fee_is_the_matter_of_two_of_the_operator() -> Result<()> {
    let m = Market::open().await?;
    let second = m.t.operator().await?;
    let rule = |rate: &str| json!({"rule": {"company_id": m.mart.id, "rate": rate}, "reason": "특별 계약"});
    m.operator.post("/operator/fee-rule-proposals", rule("1.5")).await.refused(422, "request.invalid");
    let first = m.operator.post("/operator/fee-rule-proposals", rule("0.05")).await.is(201);
    m.operator.post(&approval(&first), json!({})).await.refused(403, "approval.proposal.own");
    second.post("/operator/fee-rule-proposals", rule("0.04")).await.refused(409, "approval.proposal.open");
    let own = "UPDATE platform.proposal SET state = 'approved', approved_by = proposed_by, ended_by = proposed_by, ended_as = 'operator',
               ended_at = proposed_at, payload = NULL";
    let refusal = m.t.forge(own).await.err().map(|problem| problem.to_string()).unwrap_or_default();
    assert!(refusal.contains("proposal_two_persons"), "{refusal}");
    // What the operator's people write each other is no business of the company's.
    assert_eq!(m.mart.get("/company/proposals").await.ok()["items"], json!([]));
    let done = second.post(&approval(&first), json!({})).await.ok();
    assert_eq!((text(&done, "/state"), text(&done, "/ended_by/id")), ("approved".into(), second.id.to_string()));
    let rules = m.operator.get("/operator/fee-rules").await.ok();
    assert_eq!((text(&rules, "/items/0/rate"), text(&rules, "/items/0/company_id")), ("0.050000".into(), m.mart.id.to_string()));
    m.operator.post("/operator/fee-rule-proposals", rule("0.05")).await.refused(409, "approval.proposal.unchanged");

    // One that begins at a moment has to be decided before it.
    let begins = m.t.now() + Duration::hours(2);
    let planned = json!({"rule": {"company_id": m.mart.id, "rate": "0.06", "valid_from": begins}, "reason": "다음 달부터"});
    let planned = m.operator.post("/operator/fee-rule-proposals", planned).await.is(201);
    m.t.pass(Duration::hours(3)).await?;
    let second_now = m.t.sign_in(&second.email).await;
    second_now.post(&approval(&planned), json!({})).await.refused(409, "approval.proposal.ended");
    m.finish().await
}

#[actix_web::test]
async fn a_fee_is_not_set_by_who_is_no_longer_there_or_over_another() -> Result<()> {
    let m = Market::open().await?;
    let second = m.t.operator().await?;
    let rule = |rate: &str, category: &str| json!({"rule": {"rate": rate, "category": category}, "reason": "곡물은 마진이 작습니다"});
    let gone = m.t.operator().await?;
    let left = gone.post("/operator/fee-rule-proposals", rule("0.01", "grain")).await.is(201);
    assert_eq!(text(&left, "/label"), "grain", "for what it is stands in the proposal, even where only the rate changes");
    let tx = m.t.madang.app.platform().await?;
    identity::actions::make_operator(&tx, gone.id, kernel::OperatorRole::Observer).await?;
    tx.commit().await?;
    second.post(&approval(&left), json!({})).await.refused(409, "approval.proposal.stale");
    // A fee that was set by other means since makes the proposal another one.
    let first = m.operator.post("/operator/fee-rule-proposals", rule("0.02", "grain")).await.is(201);
    let tx = m.t.madang.app.platform().await?;
    let by_hand = company::actions::NewFeeRule { category: Some("grain".into()), rate: rust_decimal::Decimal::new(25, 3), ..Default::default() };
    company::actions::add_fee_rule(&tx, second.id, &by_hand).await?;
    tx.commit().await?;
    second.post(&approval(&first), json!({})).await.refused(409, "approval.proposal.stale");
    let rules = m.operator.get("/operator/fee-rules").await.ok();
    assert_eq!(text(&rules, "/items/0/rate"), "0.025000");
    m.finish().await
}

#[actix_web::test]
async fn a_payout_above_the_limit_waits_for_two() -> Result<()> {
    let limit = |config: &mut platform::config::Config| {
        config.approval.payout_limits = platform::config::PayoutLimits::try_from("KRW=16499".to_owned()).unwrap_or_default()
    };
    let m = Market::on(TestApp::with(Setting { change: Some(limit), ..Setting::default() }).await?).await?;
    m.bakery.bank().await;
    m.mart.bank().await;
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), trade::rules::State::Confirmed).await?;
    m.t.pass(Duration::days(1)).await?;
    let payouts = m.operator.get("/operator/payouts").await.ok();
    let of = |name: &str| payouts["items"].as_array().into_iter().flatten().find(|row| row["company"]["name"] == name).cloned().unwrap_or_default();
    let (large, small) = (of("한빛제빵"), of("두레마트"));
    assert_eq!((large["needs_release"].clone(), small["needs_release"].clone()), (json!(true), json!(false)), "{payouts}");
    let id = text(&large, "/id");
    m.operator.post("/operator/payout-batches", json!({"payout_ids": [id]})).await.refused(409, "ledger.payout.needs_release");
    m.operator.post(&format!("/operator/payouts/{id}/provider-transfer"), json!({})).await.refused(409, "ledger.payout.needs_release");
    // All that wait are those that may go.
    let batch = m.operator.post("/operator/payout-batches", json!({})).await.is(201);
    assert_eq!(batch["count"], json!(1));
    // The table holds it too.
    assert!(m.t.forge("UPDATE platform.payout SET state = 'sent' WHERE needs_release").await.is_err());

    let path = format!("/operator/payouts/{id}/release-proposal");
    m.operator
        .post(&format!("/operator/payouts/{}/release-proposal", text(&small, "/id")), json!({"reason": "x"}))
        .await
        .refused(409, "flow.payout.nothing_to_release");
    let proposal = m.operator.post(&path, json!({"reason": "월 정산"})).await.is(201);
    assert_eq!(proposal["amount"]["minor"], json!(16_500));
    // Called off meanwhile, the proposal is stale, and says so.
    let second = m.t.operator().await?;
    m.operator.post(&format!("/operator/payouts/{id}/return"), json!({"reason": "계좌 확인"})).await.ok();
    second.post(&approval(&proposal), json!({})).await.refused(409, "approval.proposal.stale");
    assert_eq!(text(&m.operator.get("/operator/proposals?state=stale").await.ok(), "/items/0/id"), text(&proposal, "/id"));
    m.t.pass(Duration::days(1)).await?;
    let waiting = m.operator.get("/operator/payouts?state=pending").await.ok();
    let id = text(&waiting, "/items/0/id");
    let proposal = m.operator.post(&format!("/operator/payouts/{id}/release-proposal"), json!({"reason": "월 정산"})).await.is(201);
    // Two at once: it is let go once.
    let third = m.t.operator().await?;
    let path = approval(&proposal);
    let (a, b) = join!(second.post(&path, json!({})), third.post(&path, json!({})));
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", a.text, b.text);
    let told = m.operator.get("/operator/audit-entries?action=ledger.payout.released").await.ok();
    assert_eq!(told["items"].as_array().map(Vec::len), Some(1));
    m.operator.post(&format!("/operator/payouts/{id}/provider-transfer"), json!({})).await.ok();
    m.finish().await
}
