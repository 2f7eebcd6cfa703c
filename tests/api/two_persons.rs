//! What moves money elsewhere is proposed by one person and approved by another: never by the
//! proposer, once, in time, and only while it is still what was proposed.

use chrono::Duration;
use futures_util::join;
use kernel::{Locale, Result};
use madang_tests::{Caller, Firm, Market, Person, Setting, TestApp, text};
use serde_json::{Value, json};

const SHORTER: &str = "110-234-000111";

/// Another owner of a company, who acts for it.
async fn owner(t: &TestApp, firm: &Firm) -> Result<(Person, Caller)> {
    let person = t.person(Locale::Ko).await?;
    firm.post("/company/members", json!({"email": person.email, "role": "owner"})).await.is(201);
    let chosen = person.post("/account/session/company", json!({"company_id": firm.id})).await.ok();
    let caller = t.anyone().token(&text(&chosen, "/access_token"));
    Ok((person, caller))
}

fn approval(face: &str, proposal: &Value) -> String {
    format!("/{face}/proposals/{}/approval", text(proposal, "/id"))
}

async fn account_of(firm: &Firm) -> String {
    text(&firm.profile().await, "/payout_account/account_masked")
}

async fn queued(operator: &Caller) -> usize {
    operator.get("/operator/queue?kind=proposal").await.ok()["items"].as_array().map_or(0, Vec::len)
}

#[actix_web::test]
async fn the_operator_is_the_second_person_of_a_company_with_one_owner() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let proposal = firm.propose_account(SHORTER).await.is(201);
    assert_eq!((text(&proposal, "/state"), text(&proposal, "/decider")), ("pending".into(), "operator".into()));
    assert_eq!(proposal["allowed_actions"], json!(["withdraw"]));
    assert!(!proposal.to_string().contains(SHORTER), "the whole number is not shown");
    assert_eq!(account_of(&firm).await, "", "nothing is changed before it is approved");
    firm.propose_account("110-999-999999").await.refused(409, "approval.proposal.open");
    firm.post(&approval("company", &proposal), json!({})).await.refused(403, "approval.proposal.own");

    // It waits in the operator's queue, with what, why and until when.
    let queue = operator.get("/operator/queue?kind=proposal").await.ok();
    let row = &queue["items"][0];
    assert_eq!(
        (text(row, "/id"), text(row, "/main_action"), text(row, "/note")),
        (text(&proposal, "/id"), "decide".into(), "은행을 바꿨습니다".into())
    );
    assert_eq!(row["due_at"], proposal["expires_at"]);

    // Two at once: one effect, told once.
    let (one, two) = (t.operator().await?, t.operator().await?);
    let path = approval("operator", &proposal);
    let (a, b) = join!(one.post(&path, json!({})), two.post(&path, json!({})));
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", a.text, b.text);
    assert_eq!(account_of(&firm).await, "***-***-**0111");
    assert_eq!(queued(&operator).await, 0);
    let told = operator.get("/operator/audit-entries?action=company.payout_account.set").await.ok();
    assert_eq!(told["items"].as_array().map(Vec::len), Some(1));
    let entry = &told["items"][0];
    assert!([one.id.to_string(), two.id.to_string()].contains(&text(entry, "/actor/account_id")));
    // The same again changes nothing, so there is nothing to propose.
    firm.propose_account(SHORTER).await.refused(409, "approval.proposal.unchanged");
    t.finish().await
}

#[actix_web::test]
async fn a_second_owner_decides_unless_just_let_in() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let (person, partner) = owner(&t, &firm).await?;
    // Whoever the proposer has just let in is no second person.
    let proposal = firm.propose_account(SHORTER).await.is(201);
    assert_eq!(text(&proposal, "/decider"), "operator");
    partner.post(&approval("company", &proposal), json!({})).await.refused(403, "approval.proposal.elsewhere");
    // Nor is a person of the operator who proposed it as somebody of the company.
    let refused = format!("/operator/proposals/{}/refusal", text(&proposal, "/id"));
    operator.post(&refused, json!({"reason": " "})).await.refused(422, "request.invalid");
    let ended = operator.post(&refused, json!({"reason": "통장 사본과 다릅니다"})).await.ok();
    assert_eq!((text(&ended, "/state"), text(&ended, "/end_reason")), ("refused".into(), "통장 사본과 다릅니다".into()));
    operator.post(&approval("operator", &proposal), json!({})).await.refused(409, "approval.proposal.ended");

    t.pass(Duration::days(8)).await?;
    let proposal = firm.propose_account(SHORTER).await.is(201);
    assert_eq!((text(&proposal, "/decider"), queued(&operator).await), ("company".into(), 0));
    operator.post(&approval("operator", &proposal), json!({})).await.refused(403, "approval.proposal.elsewhere");
    let home = partner.get("/company/home").await.ok();
    assert!(home["waiting"].as_array().is_some_and(|rows| rows.iter().any(|row| row["kind"] == "decide_proposal" && row["count"] == 1)), "{home}");
    // Another company does not know of it.
    let stranger = t.firm(&operator, "두레마트").await?;
    stranger.post(&approval("company", &proposal), json!({})).await.refused(404, "request.not_found");
    assert_eq!(stranger.get("/company/proposals").await.ok()["items"], json!([]));
    partner.post(&approval("company", &proposal), json!({})).await.ok();
    assert_eq!(account_of(&firm).await, "***-***-**0111");

    // Also not by another session, or as somebody of the operator.
    let tx = t.madang.app.platform().await?;
    identity::actions::make_operator(&tx, person.id, kernel::OperatorRole::Chief).await?;
    tx.commit().await?;
    let members = firm.get("/company/members").await.ok();
    let first = text(&members, "/items/0/id");
    assert_eq!(text(&members, "/items/0/account_id"), firm.owner.to_string());
    let account = json!({"account": {"bank": "국민은행", "account": "999-000-111222", "holder": "한빛제빵"}, "reason": "바꿉니다"});
    let own = partner.post("/company/payout-account-proposals", account).await.is(201);
    partner.delete(&format!("/company/members/{first}")).await.is(204);
    let elsewhere = t.sign_in(&person.email).await;
    elsewhere.post(&approval("operator", &own), json!({})).await.refused(403, "approval.proposal.own");
    // With the other owner gone it is the operator's.
    operator.post(&approval("operator", &own), json!({})).await.ok();
    t.finish().await
}

#[actix_web::test]
async fn it_expires_is_taken_back_and_the_database_itself_wants_two() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let late = firm.propose_account(SHORTER).await.is(201);
    t.forward(Duration::days(7));
    operator.post(&approval("operator", &late), json!({})).await.refused(409, "approval.proposal.expired");
    t.work().await?;
    let listed = firm.get("/company/proposals?state=expired").await.ok();
    assert_eq!(text(&listed, "/items/0/id"), text(&late, "/id"));
    let mine = firm.propose_account(SHORTER).await.is(201);
    let path = format!("/company/proposals/{}/withdrawal", text(&mine, "/id"));
    assert_eq!(text(&firm.post(&path, json!({})).await.ok(), "/state"), "withdrawn");
    firm.post(&path, json!({})).await.refused(409, "approval.proposal.ended");

    // Whatever the program did: the table wants another person, and a decision stands.
    firm.propose_account(SHORTER).await.is(201);
    let own =
        "UPDATE platform.proposal SET state = 'approved', approved_by = proposed_by, ended_by = proposed_by, ended_at = proposed_at, payload = NULL
               WHERE state = 'pending'";
    let refusal = t.forge(own).await.err().map(|problem| problem.to_string()).unwrap_or_default();
    assert!(refusal.contains("proposal_two_persons"), "{refusal}");
    for sql in ["UPDATE platform.proposal SET state = 'pending'", "UPDATE platform.proposal SET payload = '{}' WHERE state = 'pending'"] {
        let refusal = t.forge(sql).await.err().map(|problem| problem.to_string()).unwrap_or_default();
        assert!(refusal.contains("stands as it is"), "{sql}: {refusal}");
    }
    t.finish().await
}

#[actix_web::test]
async fn a_fee_is_the_matter_of_two_of_the_operator() -> Result<()> {
    let m = Market::open().await?;
    let second = m.t.operator().await?;
    let rule = |rate: &str| json!({"rule": {"company_id": m.mart.id, "rate": rate}, "reason": "특별 계약"});
    m.operator.post("/operator/fee-rule-proposals", rule("1.5")).await.refused(422, "request.invalid");
    let first = m.operator.post("/operator/fee-rule-proposals", rule("0.05")).await.is(201);
    m.operator.post(&approval("operator", &first), json!({})).await.refused(403, "approval.proposal.own");
    second.post("/operator/fee-rule-proposals", rule("0.04")).await.refused(409, "approval.proposal.open");
    // The company sees what is proposed, not by whom.
    let seen = m.mart.get("/company/proposals").await.ok();
    assert_eq!((text(&seen, "/items/0/kind"), seen["items"][0]["proposed_by"].clone()), ("fee".into(), Value::Null));
    let done = second.post(&approval("operator", &first), json!({})).await.ok();
    assert_eq!(text(&done, "/state"), "approved");
    let rules = m.operator.get("/operator/fee-rules").await.ok();
    assert_eq!((text(&rules, "/items/0/rate"), text(&rules, "/items/0/company_id")), ("0.050000".into(), m.mart.id.to_string()));

    // One that begins at a moment has to be decided before it.
    let begins = m.t.now() + Duration::hours(2);
    let planned = json!({"rule": {"company_id": m.mart.id, "rate": "0.06", "valid_from": begins}, "reason": "다음 달부터"});
    let planned = m.operator.post("/operator/fee-rule-proposals", planned).await.is(201);
    m.t.pass(Duration::hours(3)).await?;
    second.post(&approval("operator", &planned), json!({})).await.refused(409, "approval.proposal.ended");
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
    m.t.work().await?;
    m.walk(&order, &order.parts[0], trade::rules::State::Confirmed).await?;
    m.operator.post("/operator/settlement-runs", json!({"everyone": true})).await.ok();
    m.t.work().await?;
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
    second.post(&approval("operator", &proposal), json!({})).await.refused(409, "approval.proposal.stale");
    assert_eq!(text(&m.operator.get("/operator/proposals?state=stale").await.ok(), "/items/0/id"), text(&proposal, "/id"));
    m.t.pass(Duration::days(1)).await?;
    m.operator.post("/operator/settlement-runs", json!({"everyone": true})).await.ok();
    m.t.work().await?;
    let waiting = m.operator.get("/operator/payouts?state=pending").await.ok();
    let id = text(&waiting, "/items/0/id");
    let proposal = m.operator.post(&format!("/operator/payouts/{id}/release-proposal"), json!({"reason": "월 정산"})).await.is(201);
    second.post(&approval("operator", &proposal), json!({})).await.ok();
    m.operator.post(&format!("/operator/payouts/{id}/provider-transfer"), json!({})).await.ok();
    m.finish().await
}
