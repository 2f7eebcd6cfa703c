//! Invitations to be a member: by mail, for one use, for one address, and nobody learns from them
//! who has an account.

use chrono::Duration;
use kernel::{Locale, Result};
use madang_tests::{TestApp, text};
use serde_json::{Value, json};

fn without_ids(mut answer: Value) -> Value {
    for field in ["id", "email", "sent_at", "expires_at"] {
        answer[field] = Value::Null;
    }
    answer
}

#[actix_web::test]
async fn a_person_is_invited_makes_an_account_and_accepts() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let known = t.person(Locale::Ko).await?;
    // Whether or not the address has an account, the answer is the same.
    let first = firm.post("/company/invitations", json!({"email": "Newcomer@People.Example", "role": "sales", "locale": "en"})).await.is(201);
    let second = firm.post("/company/invitations", json!({"email": known.email, "role": "sales", "locale": "en"})).await.is(201);
    assert_eq!((text(&first, "/email").as_str(), text(&first, "/role").as_str()), ("newcomer@people.example", "sales"));
    assert_eq!(without_ids(first), without_ids(second));

    let token = t.invitation("newcomer@people.example").await?;
    let mails = t.mails(&operator).await?;
    let mail = mails.iter().find(|mail| mail.recipient == "newcomer@people.example").cloned().into_iter().next();
    assert!(mail.is_some_and(|mail| mail.subject.contains("한빛제빵") && mail.text.contains("Sales")), "{mails:?}");
    let shown = t.anyone().post("/account/invitation", json!({"token": token})).await.ok();
    assert_eq!(
        (shown["company_name"].as_str(), shown["email"].as_str(), shown["role"].as_str()),
        (Some("한빛제빵"), Some("newcomer@people.example"), Some("sales"))
    );
    t.anyone().post("/account/invitation/acceptance", json!({"token": token})).await.refused(401, "auth.required");
    known.post("/account/invitation/acceptance", json!({"token": token})).await.refused(403, "company.invitation.other_person");

    // The person makes an account with the address, and is a member.
    t.anyone().post("/account", t.sign_up_body("newcomer@people.example", madang_tests::PASSWORD)).await.is(202);
    t.work().await?;
    let mails = t.mails(&operator).await?;
    let verify = mails.iter().rev().find(|mail| mail.template == "verify_email").map(|mail| madang_tests::secret_in(&mail.text)).unwrap_or_default();
    t.anyone().post("/account/email-verification", json!({"token": verify})).await.is(204);
    let newcomer = t.sign_in("newcomer@people.example").await;
    newcomer.get("/company/home").await.refused(403, "auth.forbidden");
    let joined = newcomer.once("accept").post("/account/invitation/acceptance", json!({"token": token})).await.is(201);
    assert_eq!(text(&joined, "/company_id"), firm.id.to_string());
    assert_eq!(newcomer.once("accept").post("/account/invitation/acceptance", json!({"token": token})).await.is(201), joined);
    newcomer.post("/account/invitation/acceptance", json!({"token": token})).await.refused(409, "company.invitation.accepted");
    let chosen = newcomer.post("/account/session/company", json!({"company_id": firm.id})).await.ok();
    let place = chosen["account"]["companies"][0].clone();
    assert_eq!((place["role"].as_str(), place["permissions"].as_array().map(Vec::len)), (Some("sales"), Some(5)), "{place}");
    t.anyone().token(&text(&chosen, "/access_token")).get("/company/items").await.ok();
    firm.post("/company/invitations", json!({"email": "newcomer@people.example", "role": "viewer"})).await.refused(409, "company.member.exists");
    t.finish().await
}

#[actix_web::test]
async fn each_end_of_an_invitation_has_its_answer() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let person = t.person(Locale::Ko).await?;
    let invite = json!({"email": person.email, "role": "viewer"});
    let accept = async |token: &str| person.post("/account/invitation/acceptance", json!({"token": token})).await;

    accept("nothing-of-the-kind").await.refused(422, "company.invitation.invalid");
    firm.post("/company/invitations", json!({"email": "nobody", "role": "viewer"})).await.refused(422, "request.invalid");
    firm.post("/company/invitations", json!({"email": person.email, "role": "viewer", "rank": 1})).await.refused(422, "request.invalid");

    // Taken back.
    let first = firm.post("/company/invitations", invite.clone()).await.is(201);
    firm.post("/company/invitations", invite.clone()).await.refused(409, "company.invitation.waits");
    let token = t.invitation(&person.email).await?;
    firm.delete(&format!("/company/invitations/{}", text(&first, "/id"))).await.is(204);
    accept(&token).await.refused(409, "company.invitation.withdrawn");
    firm.delete(&format!("/company/invitations/{}", text(&first, "/id"))).await.refused(409, "company.invitation.withdrawn");
    firm.post(&format!("/company/invitations/{}/resend", text(&first, "/id")), json!({})).await.refused(409, "company.invitation.withdrawn");

    // Declined, with the mail alone.
    firm.post("/company/invitations", invite.clone()).await.is(201);
    let token = t.invitation(&person.email).await?;
    t.anyone().post("/account/invitation/refusal", json!({"token": token})).await.is(204);
    accept(&token).await.refused(409, "company.invitation.declined");
    t.anyone().post("/account/invitation", json!({"token": token})).await.refused(409, "company.invitation.declined");

    // Expired, and sent again: the new link is good, the old one is not.
    let third = firm.post("/company/invitations", invite.clone()).await.is(201);
    let old = t.invitation(&person.email).await?;
    t.forward(Duration::days(8));
    let firm = madang_tests::Firm { caller: firm.chosen_again(&t).await?, ..firm };
    let person = madang_tests::Person { caller: t.sign_in(&person.email).await, ..person };
    person.post("/account/invitation/acceptance", json!({"token": old})).await.refused(409, "company.invitation.expired");
    let listed = firm.get("/company/invitations").await.ok();
    assert_eq!((listed["items"].as_array().map(Vec::len), listed["items"][0]["expired"].as_bool()), (Some(1), Some(true)), "{listed}");
    firm.post(&format!("/company/invitations/{}/resend", text(&third, "/id")), json!({})).await.ok();
    let new = t.invitation(&person.email).await?;
    person.post("/account/invitation/acceptance", json!({"token": old})).await.refused(422, "company.invitation.invalid");
    // Two at once: one of them makes the member.
    let body = json!({"token": new});
    let (one, two) =
        futures_util::join!(person.post("/account/invitation/acceptance", body.clone()), person.post("/account/invitation/acceptance", body));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [201, 409], "{} {}", one.text, two.text);
    assert_eq!(firm.get("/company/members").await.ok()["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(firm.get("/company/invitations").await.ok()["items"].as_array().map(Vec::len), Some(0));
    t.finish().await
}

#[actix_web::test]
async fn invitations_are_listed_page_by_page_and_one_address_is_not_flooded() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    for number in 0..5 {
        firm.post("/company/invitations", json!({"email": format!("guest{number}@page.example"), "role": "viewer"})).await.is(201);
    }
    let (mut seen, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = firm.get(&format!("/company/invitations?limit=2{cursor}")).await.ok();
        seen.extend(page["items"].as_array().into_iter().flatten().map(|row| text(row, "/email")));
        let Some(next) = page["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    let expected: Vec<String> = (0..5).rev().map(|number| format!("guest{number}@page.example")).collect();
    assert_eq!(seen, expected);

    let waiting = firm.get("/company/invitations?limit=1").await.ok();
    let again = format!("/company/invitations/{}/resend", text(&waiting, "/items/0/id"));
    for _ in 0..4 {
        firm.post(&again, json!({})).await.ok();
    }
    firm.post(&again, json!({})).await.refused(429, "request.too_many");
    let other = t.firm(&operator, "두레마트").await?;
    other.post(&again, json!({})).await.refused(404, "request.not_found");
    other.delete(again.trim_end_matches("/resend")).await.refused(404, "request.not_found");
    t.work().await?;
    t.finish().await
}
