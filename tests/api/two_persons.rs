//! Where a company's money goes is proposed by one person and approved by another: never by the
//! proposer, once, in time, and only while it is still what was proposed.

use chrono::Duration;
use futures_util::join;
use kernel::{AccountId, Locale, OperatorRole, Result};
use madang_tests::{Caller, Firm, Person, TestApp, text};
use serde_json::{Value, json};

const SHORTER: &str = "110-234-000111";

/// Another owner of a company, who acts for it.
async fn owner(t: &TestApp, firm: &Firm) -> Result<(Person, Caller)> {
    let person = t.person(Locale::Ko).await?;
    let caller = firm.hire(t, &person, "owner").await?;
    Ok((person, caller))
}

async fn also_of_the_operator(t: &TestApp, account: AccountId) -> Result<()> {
    let tx = t.madang.app.platform().await?;
    identity::actions::make_operator(&tx, account, OperatorRole::Chief).await?;
    tx.commit().await
}

fn at(face: &str, proposal: &Value, what: &str) -> String {
    format!("/{face}/proposals/{}/{what}", text(proposal, "/id"))
}

fn approval(face: &str, proposal: &Value) -> String {
    at(face, proposal, "approval")
}

async fn account_of(firm: &Firm) -> String {
    text(&firm.profile().await, "/payout_account/account_masked")
}

async fn queued(operator: &Caller) -> usize {
    operator.get("/operator/queue?kind=proposal").await.ok()["items"].as_array().map_or(0, Vec::len)
}

/// What the database answers to a statement of somebody who goes round the program.
async fn forged(t: &TestApp, sql: &str) -> String {
    t.forge(sql).await.err().map(|problem| problem.to_string()).unwrap_or_default()
}

#[actix_web::test]
async fn the_operator_is_the_second_person_of_a_company_with_one_owner() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let proposal = firm.propose_account(SHORTER).await.is(201);
    assert_eq!((text(&proposal, "/state"), text(&proposal, "/decider")), ("pending".into(), "operator".into()));
    assert_eq!(proposal["allowed_actions"], json!(["withdraw"]));
    assert!(!proposal.to_string().contains(SHORTER), "the whole number is shown to who decides alone");
    assert_eq!(account_of(&firm).await, "", "nothing is changed before it is approved");
    firm.propose_account("110-999-999999").await.refused(409, "approval.proposal.open");
    firm.post(&approval("company", &proposal), json!({})).await.refused(403, "approval.proposal.own");
    firm.post(&at("company", &proposal, "refusal"), json!({"reason": "x"})).await.refused(403, "approval.proposal.own");

    // It waits in the operator's queue, with what, why and until when.
    let queue = operator.get("/operator/queue?kind=proposal").await.ok();
    let row = &queue["items"][0];
    assert_eq!(
        (text(row, "/id"), text(row, "/main_action"), text(row, "/note")),
        (text(&proposal, "/id"), "decide".into(), "은행을 바꿨습니다".into())
    );
    assert_eq!(row["due_at"], proposal["expires_at"]);
    // Who decides compares the whole number with the papers.
    let seen = operator.get("/operator/proposals?state=pending").await.ok();
    assert_eq!(text(&seen, "/items/0/payout_account/account"), SHORTER);
    assert_eq!(seen["items"][0]["allowed_actions"], json!(["approve", "refuse"]));

    // Two at once: one effect, told once.
    let (one, two) = (t.operator().await?, t.operator().await?);
    let path = approval("operator", &proposal);
    let (a, b) = join!(one.post(&path, json!({})), two.post(&path, json!({})));
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", a.text, b.text);
    assert!([&a, &b].iter().any(|answer| answer.text.contains("approval.proposal.ended")), "{} {}", a.text, b.text);
    assert_eq!(account_of(&firm).await, "***-***-**0111");
    assert_eq!(queued(&operator).await, 0);
    let told = operator.get("/operator/audit-entries?action=company.payout_account.set").await.ok();
    assert_eq!(told["items"].as_array().map(Vec::len), Some(1));
    let entry = &told["items"][0];
    assert!([one.id.to_string(), two.id.to_string()].contains(&text(entry, "/actor/account_id")));
    // Both persons stand in the company's own part of the log.
    for (action, actor) in [("made", firm.owner.to_string()), ("approved", text(entry, "/actor/account_id"))] {
        let told = operator.get(&format!("/operator/audit-entries?action=approval.proposal.{action}")).await.ok();
        assert_eq!(text(&told, "/items/0/actor/account_id"), actor);
        let own = firm.get(&format!("/company/audit-entries?action=approval.proposal.{action}")).await.ok();
        assert_eq!(own["items"].as_array().map(Vec::len), Some(1), "{action}");
    }
    // The same again changes nothing; another of which the same digits are shown is another.
    firm.propose_account(SHORTER).await.refused(409, "approval.proposal.unchanged");
    let hidden = firm.propose_account("990-234-000111").await.is(201);
    let seen = operator.get("/operator/proposals?state=pending").await.ok();
    assert_eq!((hidden["changes"].clone(), text(&seen, "/items/0/payout_account/account")), (json!([]), "990-234-000111".into()));
    // A company is not told who of the operator decides.
    operator.post(&at("operator", &hidden, "refusal"), json!({"reason": "통장 사본과 다릅니다"})).await.ok();
    let own = firm.get("/company/proposals?state=refused").await.ok();
    assert_eq!((text(&own, "/items/0/ended_as"), own["items"][0].get("ended_by")), ("operator".into(), None));
    t.finish().await
}

#[actix_web::test]
async fn everybody_concerned_is_written_to() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let (person, partner) = owner(&t, &firm).await?;
    t.work().await?;
    let proposal = firm.propose_account(SHORTER).await.is(201);
    t.work().await?;
    let owner = text(&firm.get("/account/me").await.ok(), "/email");
    // Whoever decides is asked; the company, both owners among them, is told at addresses that a stolen session does not have.
    assert_eq!(t.mails_to(&operator.email).await?.iter().filter(|mail| *mail == "proposal_waiting").count(), 1);
    for address in [&firm.email, &owner, &person.email] {
        assert_eq!(t.mails_to(address).await?.last().map(String::as_str), Some("payout_account_proposed"), "{address}");
    }
    // A second owner may stop it, however new.
    partner.post(&at("company", &proposal, "refusal"), json!({"reason": "모르는 계좌입니다"})).await.ok();
    t.work().await?;
    assert_eq!(t.mails_to(&owner).await?.last().map(String::as_str), Some("proposal_ended"));

    t.pass(Duration::days(8)).await?;
    let proposal = firm.chosen_again(&t).await?.post("/company/payout-account-proposals", t_account(&firm)).await.is(201);
    t.work().await?;
    assert_eq!(t.mails_to(&person.email).await?.last().map(String::as_str), Some("proposal_waiting"));
    firm.chosen_by(&t, &person).await?.post(&approval("company", &proposal), json!({})).await.ok();
    t.work().await?;
    for address in [&firm.email, &owner, &person.email] {
        assert_eq!(t.mails_to(address).await?.last().map(String::as_str), Some("payout_account_changed"), "{address}");
    }
    assert!(t.mails_to(&owner).await?.contains(&"proposal_ended".to_owned()));
    t.finish().await
}

fn t_account(firm: &Firm) -> Value {
    json!({"account": {"bank": "국민은행", "account": SHORTER, "holder": firm.name}, "reason": "은행을 바꿨습니다"})
}

#[actix_web::test]
async fn a_second_owner_decides_unless_just_let_in() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let (person, partner) = owner(&t, &firm).await?;
    // Somebody who was there long ago, but is made an owner by the proposer only now.
    let helper = t.person(Locale::Ko).await?;
    let clerk = firm.hire(&t, &helper, "viewer").await?;
    // Whoever the proposer has just let in is no second person, not even as one of the operator.
    let proposal = firm.propose_account(SHORTER).await.is(201);
    assert_eq!(text(&proposal, "/decider"), "operator");
    partner.post(&approval("company", &proposal), json!({})).await.refused(403, "approval.proposal.elsewhere");
    also_of_the_operator(&t, person.id).await?;
    partner.post(&approval("operator", &proposal), json!({})).await.refused(403, "approval.proposal.interested");
    clerk.post(&approval("company", &proposal), json!({})).await.refused(403, "auth.forbidden");
    let refused = at("operator", &proposal, "refusal");
    operator.post(&refused, json!({"reason": " "})).await.refused(422, "request.invalid");
    let ended = operator.post(&refused, json!({"reason": "통장 사본과 다릅니다"})).await.ok();
    assert_eq!((text(&ended, "/state"), text(&ended, "/end_reason")), ("refused".into(), "통장 사본과 다릅니다".into()));
    operator.post(&approval("operator", &proposal), json!({})).await.refused(409, "approval.proposal.ended");

    t.pass(Duration::days(8)).await?;
    let (firm_now, partner, clerk) = (firm.chosen_again(&t).await?, firm.chosen_by(&t, &person).await?, firm.chosen_by(&t, &helper).await?);
    let operator = t.sign_in(&operator.email).await;
    let members = firm_now.get("/company/members").await.ok();
    let place = members["items"].as_array().into_iter().flatten().find(|row| text(row, "/account_id") == helper.id.to_string()).cloned();
    let place = place.unwrap_or_default();
    let seen = place["version"].as_i64().unwrap_or_default();
    firm_now.having_seen(seen).put(&format!("/company/members/{}/role", text(&place, "/id")), json!({"role": "owner"})).await.ok();
    let proposal = firm_now.post("/company/payout-account-proposals", t_account(&firm)).await.is(201);
    assert_eq!((text(&proposal, "/decider"), queued(&operator).await), ("company".into(), 0));
    clerk.post(&approval("company", &proposal), json!({})).await.refused(403, "approval.proposal.too_new");
    operator.post(&approval("operator", &proposal), json!({})).await.refused(403, "approval.proposal.elsewhere");
    let waits =
        |home: &Value| home["waiting"].as_array().is_some_and(|rows| rows.iter().any(|row| row["kind"] == "decide_proposal" && row["count"] == 1));
    let (home, other) = (partner.get("/company/home").await.ok(), clerk.get("/company/home").await.ok());
    assert!(waits(&home) && !waits(&other), "{home} {other}");
    // Another company does not know of it.
    let chief = t.operator().await?;
    let stranger = t.firm(&chief, "두레마트").await?;
    for what in ["approval", "withdrawal"] {
        stranger.post(&at("company", &proposal, what), json!({})).await.refused(404, "request.not_found");
    }
    assert_eq!(stranger.get("/company/proposals").await.ok()["items"], json!([]));
    // The owner and the clerk whom the owner has just made one, round the program: the table itself wants the second person.
    let forgery = format!(
        "UPDATE platform.proposal SET state = 'approved', approved_by = '{0}', ended_by = '{0}', ended_as = 'company', ended_at = proposed_at,
           payload = NULL WHERE state = 'pending'",
        helper.id.uuid()
    );
    let refusal = forged(&t, &forgery).await;
    assert!(refusal.contains("decided by somebody else"), "{refusal}");
    partner.post(&approval("company", &proposal), json!({})).await.ok();
    assert_eq!(account_of(&Firm { caller: firm_now, ..firm.clone() }).await, "***-***-**0111");
    t.finish().await
}

#[actix_web::test]
async fn it_is_the_account_that_counts_and_it_has_to_stay_entitled() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let (person, partner) = owner(&t, &firm).await?;
    also_of_the_operator(&t, person.id).await?;
    let own = partner.post("/company/payout-account-proposals", t_account(&firm)).await.is(201);
    assert_eq!(text(&own, "/decider"), "operator", "neither owner was there before");
    // Not by another session, and not as somebody of the operator.
    let elsewhere = t.sign_in(&person.email).await;
    elsewhere.post(&approval("operator", &own), json!({})).await.refused(403, "approval.proposal.own");
    // What somebody proposed who was put out of the door since is not carried out.
    let members = firm.get("/company/members").await.ok();
    let place = members["items"].as_array().into_iter().flatten().find(|row| text(row, "/account_id") == person.id.to_string()).cloned();
    firm.delete(&format!("/company/members/{}", text(&place.unwrap_or_default(), "/id"))).await.is(204);
    operator.post(&approval("operator", &own), json!({})).await.refused(409, "approval.proposal.stale");
    let listed = firm.get("/company/proposals").await.ok();
    assert_eq!((text(&listed, "/items/0/state"), account_of(&firm).await), ("stale".into(), String::new()));
    t.finish().await
}

#[actix_web::test]
async fn it_expires_is_taken_back_and_the_database_itself_wants_two() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let late = firm.propose_account(SHORTER).await.is(201);
    t.forward(Duration::days(7));
    let (operator, caller) = (t.sign_in(&operator.email).await, firm.chosen_again(&t).await?);
    let firm = Firm { caller, ..firm };
    operator.post(&approval("operator", &late), json!({})).await.refused(409, "approval.proposal.expired");
    t.work().await?;
    let listed = firm.get("/company/proposals?state=expired").await.ok();
    assert_eq!(text(&listed, "/items/0/id"), text(&late, "/id"));
    let mine = firm.propose_account(SHORTER).await.is(201);
    operator.post(&at("operator", &mine, "withdrawal"), json!({})).await.refused(403, "approval.proposal.elsewhere");
    let path = at("company", &mine, "withdrawal");
    // Taken back and approved at once: one of the two happens.
    let (back, yes) = (firm.post(&path, json!({})), approval("operator", &mine));
    let (a, b) = join!(back, operator.post(&yes, json!({})));
    let mut statuses = [a.status, b.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{} {}", a.text, b.text);
    assert_eq!(account_of(&firm).await.is_empty(), a.status == 200);
    firm.post(&path, json!({})).await.refused(409, "approval.proposal.ended");

    // Whatever the program did: the table wants another person, and what is decided or proposed stands.
    firm.propose_account("110-777-888999").await.is(201);
    let own = "UPDATE platform.proposal SET state = 'approved', approved_by = proposed_by, ended_by = proposed_by, ended_as = 'operator',
               ended_at = proposed_at, payload = NULL WHERE state = 'pending'";
    let refusal = forged(&t, own).await;
    assert!(refusal.contains("decided by somebody else"), "{refusal}");
    for change in ["payload = '{}'", "label = 'x'", "reason = 'x'", "decider = 'company'", "expires_at = expires_at + interval '1 day'"] {
        let refusal = forged(&t, &format!("UPDATE platform.proposal SET {change} WHERE state = 'pending'")).await;
        assert!(refusal.contains("stands as it is"), "{change}: {refusal}");
    }
    let refusal = forged(&t, "UPDATE platform.proposal SET end_reason = 'x' WHERE state = 'expired'").await;
    assert!(refusal.contains("stands as it is"), "{refusal}");
    t.finish().await
}
