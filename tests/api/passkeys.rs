//! Passkeys: two factors in one, held in the hand. They sign in without address and password, stand
//! beside the password, and prove who it is before money is moved.

use chrono::Duration;
use kernel::{AccountId, Locale, Result};
use madang_tests::{Answer, Caller, Flags, PASSWORD, Person, Setting, TestApp, Token, text};
use serde_json::{Value, json};

/// The person adds a passkey; it, and what was answered.
async fn add(person: &Caller, name: &str) -> Result<(Token, Value)> {
    let asked = person.post("/account/passkeys/challenge", Value::Null).await.is(201);
    let token = Token::new(&asked)?;
    let added = person.post("/account/passkeys", token.registration(&asked, name)?).await.is(201);
    Ok((token, added))
}

async fn asked(t: &TestApp) -> Value {
    t.anyone().post("/account/session/passkey/challenge", Value::Null).await.is(201)
}

async fn sign_in(t: &TestApp, token: &mut Token) -> Result<Answer> {
    let answer = token.answer(&asked(t).await)?;
    Ok(t.anyone().post("/account/session/passkey", answer).await)
}

fn credentials(person: &Person) -> Value {
    json!({"email": person.email, "password": PASSWORD})
}

fn recovery_codes(added: &Value) -> Vec<String> {
    added["recovery_codes"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
}

#[actix_web::test]
async fn a_passkey_signs_in_without_address_and_password() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::En).await?;
    assert_eq!(person.get("/account/me").await.ok()["passkey"], false);
    let (mut token, added) = add(&person, "  Laptop ").await?;
    assert_eq!(text(&added, "/passkey/name"), "Laptop");
    let codes = recovery_codes(&added);
    assert_eq!(codes.len(), 10, "the first second factor brings recovery codes");
    let listed = person.get("/account/passkeys").await.ok();
    assert_eq!((text(&listed, "/host"), listed["passkeys"][0]["last_used_at"].clone()), ("madang.test".to_owned(), Value::Null));
    let me = person.get("/account/me").await.ok();
    assert_eq!((me["passkey"].clone(), me["second_factor"].clone()), (json!(true), json!(true)));

    t.forward(Duration::minutes(3));
    let session = sign_in(&t, &mut token).await?.ok();
    assert_eq!(text(&session, "/account/id"), person.id.to_string());
    t.anyone().token(&text(&session, "/access_token")).get("/account/sessions").await.ok();
    assert!(person.get("/account/passkeys").await.ok()["passkeys"][0]["last_used_at"].is_string());

    // The password alone is not enough any more; the passkey beside it is, and so is a recovery code.
    t.anyone().post("/account/session", credentials(&person)).await.refused(403, "identity.second_factor.or_passkey");
    let mut with = credentials(&person);
    with["passkey"] = token.answer(&asked(&t).await)?;
    t.anyone().post("/account/session", with).await.ok();
    let mut with = credentials(&person);
    with["code"] = codes.first().cloned().into();
    t.anyone().post("/account/session", with.clone()).await.ok();
    t.anyone().post("/account/session", with).await.refused(422, "identity.second_factor.wrong");
    // Somebody else's is none of this person's.
    let other = t.person(Locale::Ko).await?;
    let (mut foreign, _) = add(&other, "전화기").await?;
    let mut with = credentials(&person);
    with["passkey"] = foreign.answer(&asked(&t).await)?;
    t.anyone().post("/account/session", with).await.refused(422, "identity.passkey.refused");
    // With the wrong password a passkey beside it is not even looked at.
    let mut with = json!({"email": person.email, "password": "wrong password"});
    with["passkey"] = token.answer(&asked(&t).await)?;
    t.anyone().post("/account/session", with).await.refused(401, "identity.credentials.wrong");
    t.work().await?;
    let told = t.mails_to(&person.email).await?;
    assert_eq!(told.iter().filter(|mail| *mail == "passkey_changed").count(), 1, "{told:?}");
    assert!(told.contains(&"new_device".to_owned()), "a passkey on another device is news as well: {told:?}");
    t.finish().await
}

#[actix_web::test]
async fn a_challenge_is_answered_once_and_soon_and_for_what_it_was_asked() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let (mut token, _) = add(&person, "전화기").await?;
    let anyone = t.anyone();
    let send = |answer: Value| anyone.post("/account/session/passkey", answer);

    let answer = token.answer(&asked(&t).await)?;
    send(answer.clone()).await.ok();
    send(answer).await.refused(422, "identity.passkey.challenge_over");
    let answer = token.answer(&asked(&t).await)?;
    let (one, two) = futures_util::join!(send(answer.clone()), send(answer));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [200, 422], "{} {}", one.text, two.text);

    let late = asked(&t).await;
    t.forward(Duration::minutes(5));
    send(token.answer(&late)?).await.refused(422, "identity.passkey.challenge_over");
    // What was asked of somebody else, or for something else.
    let other = t.person(Locale::Ko).await?;
    let (mut foreign, _) = add(&other, "전화기").await?;
    let mine = person.post("/account/session/proof/challenge", Value::Null).await.is(201);
    let answer = foreign.answer(&mine)?;
    other.post("/account/session/proof", json!({"passkey": answer})).await.refused(422, "identity.passkey.challenge_over");
    // Whoever cannot answer it has not used it up.
    send(token.answer(&mine)?).await.refused(422, "identity.passkey.challenge_over");
    person.post("/account/session/proof", json!({"passkey": token.answer(&mine)?})).await.is(204);
    // A wrong answer uses it up, and the right one comes too late.
    let once = asked(&t).await;
    let elsewhere = token.clone().on_page_of("https://madang.example").answer(&once)?;
    send(elsewhere).await.refused(422, "identity.passkey.refused");
    send(token.answer(&once)?).await.refused(422, "identity.passkey.challenge_over");
    let begun = person.post("/account/passkeys/challenge", Value::Null).await.is(201);
    let (new, stranger) = (Token::new(&begun)?, t.person(Locale::Ko).await?);
    stranger.post("/account/passkeys", new.registration(&begun, "훔친 것")?).await.refused(422, "identity.passkey.challenge_over");
    t.forward(Duration::minutes(6));
    person.post("/account/passkeys", new.registration(&begun, "늦은 것")?).await.refused(422, "identity.passkey.challenge_over");
    t.finish().await
}

#[actix_web::test]
async fn what_is_not_the_persons_own_passkey_on_our_own_page_is_refused() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let (token, _) = add(&person, "전화기").await?;
    let other = t.person(Locale::Ko).await?;
    let shops_page = "http://hanbit.madang.test";
    let begun = person.post("/account/passkeys/challenge", Value::Null).await.is(201);
    for wrong in [
        token.clone().on_page_of(shops_page),
        token.clone().on_page_of("http://madang.test:8443"),
        token.clone().on_page_of("https://evil.example"),
        // Nobody was verified: it is a key that lay about.
        token.clone().saying(Flags::Present),
        token.clone().claiming(other.id),
        token.clone().claiming(AccountId::new()),
        // A passkey that nobody has registered.
        Token::new(&begun)?,
    ] {
        let mut wrong = wrong;
        sign_in(&t, &mut wrong).await?.refused(422, "identity.passkey.refused");
    }
    // A signature over something else.
    let mut answer = token.clone().answer(&asked(&t).await)?;
    let mut later = token.clone();
    later.answer(&begun)?;
    answer["authenticator_data"] = later.answer(&begun)?["authenticator_data"].take();
    t.anyone().post("/account/session/passkey", answer).await.refused(422, "identity.passkey.refused");
    let mut answer = token.clone().answer(&asked(&t).await)?;
    answer["signature"] = "no base 64!".into();
    t.anyone().post("/account/session/passkey", answer).await.refused(422, "identity.passkey.refused");
    // Nor is one made on another page, or without the person verified.
    for wrong in [token.clone().on_page_of(shops_page), token.clone().saying(Flags::Present)] {
        let begun = person.post("/account/passkeys/challenge", Value::Null).await.is(201);
        let new = Token::new(&begun)?.on_page_of(&wrong.origin).saying(wrong.flags);
        person.post("/account/passkeys", new.registration(&begun, "다른 곳")?).await.refused(422, "identity.passkey.refused");
    }
    // One that is registered belongs to whoever registered it first.
    let begun = other.post("/account/passkeys/challenge", Value::Null).await.is(201);
    other.post("/account/passkeys", token.registration(&begun, "남의 것")?).await.refused(409, "identity.passkey.known");
    let mut token = token;
    sign_in(&t, &mut token).await?.ok();
    t.finish().await
}

#[actix_web::test]
async fn a_copy_shows_by_its_counter_and_is_told_of() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let person = t.person(Locale::Ko).await?;
    let (mut token, _) = add(&person, "회사 노트북").await?;
    let mut copy = token.clone();
    sign_in(&t, &mut token).await?.ok();
    sign_in(&t, &mut token).await?.ok();
    sign_in(&t, &mut copy).await?.refused(422, "identity.passkey.refused");
    // The authenticator of the person goes on.
    sign_in(&t, &mut token).await?.ok();
    t.work().await?;
    let mails = t.mails(&operator).await?;
    let told = mails.iter().filter(|mail| mail.template == "passkey_changed" && mail.recipient == person.email);
    let told: Vec<_> = told.map(|mail| (mail.subject.as_str(), mail.text.contains("회사 노트북"))).collect();
    assert_eq!(told, [("마당: 패스키가 추가되었습니다", true), ("마당: 패스키를 받아들이지 않았습니다", true)]);
    let log = operator.get("/operator/audit-entries?limit=100").await.ok();
    let refused = log["items"].as_array().into_iter().flatten().filter(|entry| text(entry, "/action") == "identity.passkey.refused");
    assert_eq!(refused.filter(|entry| text(entry, "/object/id") == person.id.to_string()).count(), 1, "{log:#}");
    t.finish().await
}

#[actix_web::test]
async fn answers_of_passkeys_are_bounded() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let (token, _) = add(&person, "전화기").await?;
    let mut slowed = 0;
    for _ in 0..32 {
        let mut wrong = token.clone().saying(Flags::Present);
        slowed += u32::from(sign_in(&t, &mut wrong).await?.status == 429);
    }
    assert_eq!(slowed, 2, "thirty are looked at within a quarter of an hour");
    t.forward(Duration::minutes(20));
    let mut token = token;
    sign_in(&t, &mut token).await?.ok();
    t.finish().await
}

#[actix_web::test]
async fn a_passkey_proves_who_moves_money() -> Result<()> {
    let t = TestApp::with(Setting { step_up_minutes: Some(10), ..Setting::default() }).await?;
    let person = t.person(Locale::Ko).await?;
    person.post("/account/session/proof/challenge", Value::Null).await.is(404);
    let (mut token, added) = add(&person, "전화기").await?;
    t.forward(Duration::minutes(11));
    person.post("/account/passkeys/challenge", Value::Null).await.refused(403, "auth.step_up_required");
    let first = format!("/account/passkeys/{}", text(&added, "/passkey/id"));
    person.delete(&first).await.refused(403, "auth.step_up_required");
    // The password proves nothing any more.
    person.post("/account/session/proof", json!({"password": PASSWORD})).await.refused(403, "identity.second_factor.or_passkey");
    let asked = person.post("/account/session/proof/challenge", Value::Null).await.is(201);
    assert_eq!(asked["options"]["allowCredentials"].as_array().map(Vec::len), Some(1));
    let present = token.clone().saying(Flags::Present).answer(&asked)?;
    person.post("/account/session/proof", json!({"passkey": present})).await.refused(422, "identity.passkey.refused");
    let asked = person.post("/account/session/proof/challenge", Value::Null).await.is(201);
    // An authenticator that is asked by name need not say whose the passkey is.
    let mut answer = token.answer(&asked)?;
    answer["user_handle"] = Value::Null;
    person.post("/account/session/proof", json!({"passkey": answer})).await.is(204);
    person.post("/account/passkeys/challenge", Value::Null).await.is(201);
    t.forward(Duration::minutes(11));
    person.post("/account/passkeys/challenge", Value::Null).await.refused(403, "auth.step_up_required");
    let code = recovery_codes(&added).first().cloned();
    person.post("/account/session/proof", json!({"code": code})).await.is(204);
    person.post("/account/passkeys/challenge", Value::Null).await.is(201);
    t.finish().await
}

#[actix_web::test]
async fn passkeys_are_named_and_removed_by_their_owner_alone() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let (mut token, first) = add(&person, "회사 노트북").await?;
    let (mut second_token, second) = add(&person, "전화기").await?;
    assert!(second.get("recovery_codes").is_none(), "there are codes already");
    let at = |added: &Value| format!("/account/passkeys/{}", text(added, "/passkey/id"));
    let stranger = t.person(Locale::Ko).await?;
    stranger.patch(&at(&first), json!({"name": "내 것"})).await.refused(404, "request.not_found");
    stranger.delete(&at(&first)).await.refused(404, "request.not_found");
    let refused = person.patch(&at(&first), json!({"name": "   "})).await;
    assert_eq!(refused.fields(), ["name: required"]);
    person.patch(&at(&first), json!({"name": "집 노트북"})).await.ok();
    let listed = person.get("/account/passkeys").await.ok();
    let names: Vec<_> = listed["passkeys"].as_array().into_iter().flatten().map(|row| text(row, "/name")).collect();
    assert_eq!(names, ["전화기", "집 노트북"]);
    assert_eq!(stranger.get("/account/passkeys").await.ok()["passkeys"], json!([]));

    person.delete(&at(&second)).await.is(204);
    person.delete(&at(&second)).await.is(404);
    sign_in(&t, &mut second_token).await?.refused(422, "identity.passkey.refused");
    sign_in(&t, &mut token).await?.ok();
    // Authenticators that hold one already are told to refuse.
    let asked = person.post("/account/passkeys/challenge", Value::Null).await.is(201);
    assert_eq!(asked["options"]["excludeCredentials"].as_array().map(Vec::len), Some(1));
    assert_eq!(asked["origins"], json!(["http://madang.test"]));
    assert_eq!(text(&asked, "/options/attestation"), "none");
    assert_eq!(text(&asked, "/options/authenticatorSelection/userVerification"), "required");
    // With the last one its codes go, and the password is enough again.
    person.delete(&at(&first)).await.is(204);
    assert_eq!(person.get("/account/second-factor").await.ok()["recovery_codes_left"], 0);
    t.anyone().post("/account/session", credentials(&person)).await.ok();
    t.finish().await
}

#[actix_web::test]
async fn who_needs_a_second_factor_has_one_in_a_passkey_and_does_not_lose_it_unawares() -> Result<()> {
    let t = TestApp::with(Setting { second_factor_required: true, ..Setting::default() }).await?;
    let operator = t.operator().await?;
    operator.get("/operator/accounts").await.refused(403, "auth.second_factor_required");
    let (_, added) = add(&operator, "보안 키").await?;
    operator.get("/operator/accounts").await.ok();
    let at = format!("/account/passkeys/{}", text(&added, "/passkey/id"));
    operator.delete(&at).await.refused(409, "identity.passkey.last_factor");
    operator.delete(&format!("{at}?give_up_second_factor=true")).await.is(204);
    operator.get("/operator/accounts").await.refused(403, "auth.second_factor_required");
    t.finish().await
}

#[actix_web::test]
async fn passkeys_go_with_the_person() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let (mut token, _) = add(&person, "전화기").await?;
    person.post("/account/session/proof/challenge", Value::Null).await.is(201);
    person.post("/account/deletion", json!({})).await.ok();
    sign_in(&t, &mut token).await?.refused(422, "identity.passkey.refused");
    t.finish().await
}

#[actix_web::test]
async fn an_address_without_a_host_name_has_no_passkeys() -> Result<()> {
    let t = TestApp::with(Setting { change: Some(|config| config.server.public_url = "http://127.0.0.1:8080".into()), ..Setting::default() }).await?;
    t.anyone().post("/account/session/passkey/challenge", Value::Null).await.refused(409, "identity.passkey.elsewhere");
    t.finish().await
}
