//! A person looks after their account: password, address, devices; and is told by mail of what
//! somebody else could have done.

use kernel::{Locale, Result};
use madang_tests::{Answer, Caller, Person, TestApp, secret_in, text};
use serde_json::json;

const PASSWORD: &str = "seven green lanterns";
const ANOTHER: &str = "nine paper kites";

async fn sign_in(t: &TestApp, email: &str, password: &str) -> Answer {
    t.anyone().post("/account/session", json!({"email": email, "password": password})).await
}

/// The person on another of their devices.
async fn elsewhere(t: &TestApp, person: &Person) -> Caller {
    let session = sign_in(t, &person.email, PASSWORD).await.ok();
    t.anyone().token(&text(&session, "/access_token"))
}

#[actix_web::test]
async fn another_password_signs_the_other_devices_out() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::En).await?;
    let phone = elsewhere(&t, &person).await;
    let put = |current: &str, new: &str| json!({"current_password": current, "password": new});
    let wrong = person.put("/account/password", put("not my password", ANOTHER)).await.refused(422, "identity.password.wrong");
    assert_eq!(text(&wrong, "/fields/0/field"), "current_password");
    for (password, reason) in [("P@ssw0rd2026!", "common"), ("short", "too_short"), (PASSWORD, "unchanged")] {
        let refused = person.put("/account/password", put(PASSWORD, password)).await.refused(422, "request.invalid");
        assert_eq!(text(&refused, "/fields/0/reason"), reason, "{password}");
    }
    phone.get("/account/sessions").await.ok();
    person.put("/account/password", put(PASSWORD, ANOTHER)).await.is(204);
    person.get("/account/sessions").await.ok();
    phone.get("/account/sessions").await.refused(401, "identity.session.ended");
    sign_in(&t, &person.email, PASSWORD).await.refused(401, "identity.credentials.wrong");
    sign_in(&t, &person.email, ANOTHER).await.ok();
    t.work().await?;
    assert!(t.mails_to(&person.email).await?.contains(&"password_changed".to_owned()));
    t.finish().await
}

#[actix_web::test]
async fn a_password_is_changed_by_one_of_two_at_once() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let change = |new: &str| json!({"current_password": PASSWORD, "password": new});
    let (one, two) =
        futures_util::join!(person.put("/account/password", change("nine paper kites")), person.put("/account/password", change("ten paper boats")));
    let done = [&one, &two].iter().filter(|answer| answer.status == 204).count();
    assert_eq!(done, 1, "{} {}", one.text, two.text);
    let (new, lost) = if one.status == 204 { ("nine paper kites", "ten paper boats") } else { ("ten paper boats", "nine paper kites") };
    sign_in(&t, &person.email, new).await.ok();
    sign_in(&t, &person.email, lost).await.is(401);
    t.finish().await
}

#[actix_web::test]
async fn a_session_is_no_way_to_guess_the_password() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let mut refused = 0;
    for number in 0..12 {
        let guess = json!({"current_password": format!("guess number {number}"), "password": ANOTHER});
        refused += u32::from(person.put("/account/password", guess).await.status == 429);
    }
    assert!(refused > 0, "nobody was slowed down");
    t.finish().await
}

#[actix_web::test]
async fn another_address_is_proven_and_both_are_told() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let person = t.person(Locale::Ko).await?;
    let other = t.person(Locale::En).await?;
    let ask = |email: &str, password: &str| json!({"email": email, "current_password": password});
    person.post("/account/email-change", ask("moved@people.example", "wrong password")).await.refused(422, "identity.password.wrong");
    person.post("/account/email-change", ask(&person.email, PASSWORD)).await.refused(422, "request.invalid");
    // Whether the address is somebody's is told to nobody but them.
    let taken = person.post("/account/email-change", ask(&other.email, PASSWORD)).await;
    t.work().await?;
    assert_eq!(t.mails_to(&other.email).await?, ["address_taken"]);
    let free = person.post("/account/email-change", ask("moved@people.example", PASSWORD)).await;
    assert_eq!((taken.status, taken.text), (free.status, free.text));
    t.work().await?;
    assert_eq!(t.mails_to("moved@people.example").await?, ["confirm_new_email"]);
    assert_eq!(t.mails_to(&person.email).await?, ["email_change_asked", "email_change_asked"]);
    // Until it is proven nothing is different.
    sign_in(&t, "moved@people.example", PASSWORD).await.is(401);
    // Somebody signs up with the address meanwhile, but never proves it.
    t.anyone().post("/account", t.sign_up_body("moved@people.example", "a river of stones")).await.is(202);
    let mails = t.mails(&operator).await?;
    let mail = mails.iter().find(|mail| mail.template == "confirm_new_email").map(|mail| mail.text.clone()).unwrap_or_default();
    let token = json!({"token": secret_in(&mail)});
    let anyone = t.anyone();
    let confirm = || anyone.post("/account/email-change/confirmation", token.clone());
    let (one, two) = futures_util::join!(confirm(), confirm());
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [204, 422], "{} {}", one.text, two.text);
    person.get("/account/sessions").await.refused(401, "identity.session.ended");
    sign_in(&t, &person.email, PASSWORD).await.is(401);
    let session = sign_in(&t, "moved@people.example", PASSWORD).await.ok();
    assert_eq!(text(&session, "/account/id"), person.id.to_string());
    t.work().await?;
    assert!(t.mails_to("moved@people.example").await?.contains(&"email_changed".to_owned()));
    assert!(t.mails_to(&person.email).await?.contains(&"email_changed".to_owned()));
    t.finish().await
}

#[actix_web::test]
async fn devices_are_listed_and_signed_out_one_by_one_or_all() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let browser = t.anyone().with("user-agent", "Firefox of a story");
    let session = browser.post("/account/session", json!({"email": person.email, "password": PASSWORD})).await.ok();
    let phone = browser.token(&text(&session, "/access_token"));
    let list = person.get("/account/sessions").await.ok();
    let rows = list["items"].as_array().cloned().unwrap_or_default();
    assert_eq!(rows.len(), 2);
    let there = rows.iter().find(|row| row["current"] == false).cloned().unwrap_or_default();
    assert_eq!((text(&there, "/user_agent"), text(&there, "/address")), ("Firefox of a story".to_owned(), "127.0.0.1".to_owned()));
    person.delete(&format!("/account/sessions/{}", text(&there, "/id"))).await.is(204);
    phone.get("/account/sessions").await.refused(401, "identity.session.ended");
    // Nobody signs out anybody else.
    let stranger = t.person(Locale::Ko).await?;
    let own = rows.iter().find(|row| row["current"] == true).cloned().unwrap_or_default();
    stranger.delete(&format!("/account/sessions/{}", text(&own, "/id"))).await.is(404);

    let (phone, tablet) = (elsewhere(&t, &person).await, elsewhere(&t, &person).await);
    person.delete("/account/sessions?keep_current=true").await.is(204);
    for caller in [&phone, &tablet] {
        caller.get("/account/sessions").await.is(401);
    }
    person.get("/account/sessions").await.ok();
    stranger.get("/account/sessions").await.ok();
    let phone = elsewhere(&t, &person).await;
    person.delete("/account/sessions").await.is(204);
    person.get("/account/sessions").await.is(401);
    phone.get("/account/sessions").await.is(401);
    t.finish().await
}

#[actix_web::test]
async fn a_device_not_seen_before_is_told_of() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let person = t.person(Locale::En).await?;
    t.work().await?;
    // The first device of all is no news.
    assert_eq!(t.mails_to(&person.email).await?, Vec::<String>::new());
    let credentials = json!({"email": person.email, "password": PASSWORD});
    let there = t.anyone().with("user-agent", "Stranger/1.0").post("/account/session", credentials.clone()).await;
    t.work().await?;
    assert_eq!(t.mails_to(&person.email).await?, ["new_device"]);
    let mail = t.mails(&operator).await?.into_iter().find(|mail| mail.template == "new_device").map(|mail| mail.text).unwrap_or_default();
    assert!(mail.contains("Stranger/1.0") && mail.contains("127.0.0.1"), "{mail}");
    // The same browser comes back.
    let cookies: Vec<_> =
        there.headers.get_all("set-cookie").iter().filter_map(|value| value.to_str().ok()?.split(';').next().map(str::to_owned)).collect();
    let mark = cookies.into_iter().find(|cookie| cookie.starts_with("madang_device=")).unwrap_or_default();
    assert!(!mark.is_empty());
    t.anyone().with("cookie", mark).post("/account/session", credentials).await.ok();
    t.work().await?;
    assert_eq!(t.mails_to(&person.email).await?, ["new_device"]);
    t.finish().await
}

#[actix_web::test]
async fn a_forgotten_password_is_set_anew_by_a_link_that_works_once() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let person = t.person(Locale::Ko).await?;
    let phone = elsewhere(&t, &person).await;
    let ask = async || {
        t.anyone().post("/account/password-reset", json!({"email": person.email})).await.is(202);
        t.work().await?;
        let mails = t.mails(&operator).await?;
        let last = mails.iter().rev().find(|mail| mail.template == "reset_password").map(|mail| mail.text.clone()).unwrap_or_default();
        Ok::<_, kernel::Problem>(secret_in(&last))
    };
    let first = ask().await?;
    let second = ask().await?;
    let set = |token: &str, password: &str| json!({"token": token, "password": password});
    let anyone = t.anyone();
    let confirm = |body: serde_json::Value| anyone.post("/account/password-reset/confirmation", body);
    // Only the link of the latest mail is good, and it stays so while the new password is not.
    confirm(set(&first, ANOTHER)).await.refused(422, "identity.link.invalid");
    confirm(set("forged", ANOTHER)).await.refused(422, "identity.link.invalid");
    let common = confirm(set(&second, "P@ssw0rd2026!")).await;
    assert_eq!(common.fields(), ["password: common"]);
    let (one, two) = futures_util::join!(confirm(set(&second, ANOTHER)), confirm(set(&second, "ten paper boats")));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [204, 422], "{} {}", one.text, two.text);
    let new = if one.status == 204 { ANOTHER } else { "ten paper boats" };
    // Whoever knew the old one is on no device any more.
    for caller in [&phone, &person.caller] {
        caller.get("/account/sessions").await.refused(401, "identity.session.ended");
    }
    sign_in(&t, &person.email, PASSWORD).await.is(401);
    sign_in(&t, &person.email, new).await.ok();
    let late = ask().await?;
    t.forward(chrono::Duration::minutes(60));
    confirm(set(&late, "eleven paper cranes")).await.refused(422, "identity.link.invalid");
    t.work().await?;
    assert!(t.mails_to(&person.email).await?.contains(&"password_changed".to_owned()));
    t.finish().await
}
