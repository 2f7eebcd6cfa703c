//! Codes of an app beside the password, each good once; who must have them; and the proof that is
//! asked for before money is moved.

use chrono::Duration;
use kernel::{Locale, Result};
use madang_tests::{Answer, Person, Setting, TestApp, text};
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

const PASSWORD: &str = "seven green lanterns";

/// What an app shows at the story's moment.
fn code(t: &TestApp, secret: &str) -> String {
    let secret = Secret::try_from_base32(secret).unwrap_or_else(|_| Secret::from(vec![0; 20]));
    let app = Builder::new().with_secret(secret).build_noncompliant();
    app.generate(u64::try_from(t.now().timestamp()).unwrap_or_default()).to_string()
}

/// Sets the app up; its secret and the recovery codes.
async fn set_up(t: &TestApp, person: &Person) -> (String, Vec<String>) {
    let new = person.post("/account/second-factor", Value::Null).await.is(201);
    assert!(text(&new, "/picture_svg").contains("<svg") && text(&new, "/uri").starts_with("otpauth://totp/Madang:"));
    let secret = text(&new, "/secret");
    let on = person.post("/account/second-factor/confirmation", json!({"code": code(t, &secret)})).await.ok();
    let codes = on["recovery_codes"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect();
    (secret, codes)
}

async fn sign_in(t: &TestApp, person: &Person, code: Option<&str>) -> Answer {
    let mut body = json!({"email": person.email, "password": PASSWORD});
    if let Some(code) = code {
        body["code"] = code.into();
    }
    t.anyone().post("/account/session", body).await
}

#[actix_web::test]
async fn the_password_alone_is_not_enough_and_a_code_is_good_once() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    // What was begun and never finished is asked of nobody.
    person.post("/account/second-factor", Value::Null).await.is(201);
    sign_in(&t, &person, None).await.ok();
    person.post("/account/second-factor/confirmation", json!({"code": "000000"})).await.refused(422, "identity.second_factor.wrong");
    let (secret, recovery) = set_up(&t, &person).await;
    assert_eq!(recovery.len(), 10);
    person.post("/account/second-factor", Value::Null).await.refused(409, "identity.second_factor.on");

    sign_in(&t, &person, None).await.refused(403, "identity.second_factor.needed");
    // Whoever does not know the password is not told that there is a code to give.
    t.anyone()
        .post("/account/session", json!({"email": person.email, "password": "wrong password"}))
        .await
        .refused(401, "identity.credentials.wrong");
    // The code that turned it on is used.
    sign_in(&t, &person, Some(&code(&t, &secret))).await.refused(422, "identity.second_factor.wrong");
    t.forward(Duration::seconds(30));
    let now = code(&t, &secret);
    let (one, two) = futures_util::join!(sign_in(&t, &person, Some(&now)), sign_in(&t, &person, Some(&now)));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [200, 422], "{} {}", one.text, two.text);
    t.forward(Duration::seconds(30));
    // One from before is not taken either, once a later one was.
    sign_in(&t, &person, Some(&now)).await.refused(422, "identity.second_factor.wrong");
    sign_in(&t, &person, Some(&code(&t, &secret))).await.ok();

    // The phone is lost.
    let lost = recovery.first().cloned().unwrap_or_default();
    let typed = lost.to_uppercase().replace('-', " ");
    let (one, two) = futures_util::join!(sign_in(&t, &person, Some(&typed)), sign_in(&t, &person, Some(&lost)));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [200, 422], "{} {}", one.text, two.text);
    let stands = person.get("/account/second-factor").await.ok();
    assert_eq!((stands["recovery_codes_left"].clone(), stands["required"].clone()), (json!(9), json!(false)));
    let renewed = person.post("/account/second-factor/recovery-codes", Value::Null).await.ok();
    let fresh = text(&renewed, "/recovery_codes/0");
    t.forward(Duration::minutes(20));
    sign_in(&t, &person, recovery.get(1).map(String::as_str)).await.refused(422, "identity.second_factor.wrong");
    sign_in(&t, &person, Some(&fresh)).await.ok();
    person.delete("/account/second-factor").await.is(204);
    sign_in(&t, &person, None).await.ok();
    t.work().await?;
    let told = t.mails_to(&person.email).await?.into_iter().filter(|mail| mail == "second_factor_changed").count();
    assert_eq!(told, 5, "on, two recovery codes, renewed, off");
    t.finish().await
}

#[actix_web::test]
async fn codes_are_not_guessed() -> Result<()> {
    let t = TestApp::start().await?;
    let person = t.person(Locale::Ko).await?;
    let (secret, _) = set_up(&t, &person).await;
    t.forward(Duration::minutes(20));
    let mut slowed = 0;
    for guess in 0..14 {
        slowed += u32::from(sign_in(&t, &person, Some(&format!("{guess:06}"))).await.status == 429);
    }
    assert!(slowed > 0, "nobody was slowed down");
    sign_in(&t, &person, Some(&code(&t, &secret))).await.is(429);
    t.forward(Duration::minutes(20));
    sign_in(&t, &person, Some(&code(&t, &secret))).await.ok();
    t.finish().await
}

#[actix_web::test]
async fn money_is_moved_by_who_has_just_proven_who_they_are() -> Result<()> {
    let t = TestApp::with(Setting { step_up_minutes: Some(10), ..Setting::default() }).await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    t.forward(Duration::minutes(11));
    firm.propose_account("110-234-567890").await.refused(403, "auth.step_up_required");
    firm.post("/company/invitations", json!({"email": operator.email, "role": "viewer"})).await.refused(403, "auth.step_up_required");
    operator.post("/operator/payouts/payout_01m80ztmt9ez4bexqrh4pre6vq/confirmation", json!({})).await.refused(403, "auth.step_up_required");
    // What moves nothing is not in the way.
    firm.get("/company/members").await.ok();
    firm.post("/account/session/proof", json!({"password": "wrong password"})).await.refused(422, "identity.password.wrong");
    firm.post("/account/session/proof", json!({})).await.refused(422, "request.invalid");
    firm.propose_account("110-234-567890").await.refused(403, "auth.step_up_required");
    firm.post("/account/session/proof", json!({"password": PASSWORD})).await.is(204);
    firm.propose_account("110-234-567890").await.is(201);
    t.forward(Duration::minutes(11));
    firm.post("/company/invitations", json!({"email": operator.email, "role": "viewer"})).await.refused(403, "auth.step_up_required");

    // With a second factor the password proves nothing any more.
    let person = t.person(Locale::Ko).await?;
    let (secret, _) = set_up(&t, &person).await;
    t.forward(Duration::minutes(11));
    person.post("/account/second-factor/recovery-codes", Value::Null).await.refused(403, "auth.step_up_required");
    person.post("/account/session/proof", json!({"password": PASSWORD})).await.refused(403, "identity.second_factor.needed");
    person.post("/account/session/proof", json!({"code": "000000"})).await.refused(422, "identity.second_factor.wrong");
    person.post("/account/session/proof", json!({"code": code(&t, &secret)})).await.is(204);
    person.post("/account/session/proof", json!({"code": code(&t, &secret)})).await.refused(422, "identity.second_factor.wrong");
    person.post("/account/second-factor/recovery-codes", Value::Null).await.ok();
    t.finish().await
}

/// What moves money, gives rights away or lets a program in, and who would do it.
const ASKS_WHO: &[(&str, &str)] = &[
    ("POST", "/company/payout-account-proposals"),
    ("POST", "/company/proposals/proposal_01m80ztmt9ez4bexqrh4pre6vq/approval"),
    ("POST", "/operator/fee-rule-proposals"),
    ("POST", "/operator/proposals/proposal_01m80ztmt9ez4bexqrh4pre6vq/approval"),
    ("POST", "/operator/payouts/payout_01m80ztmt9ez4bexqrh4pre6vq/release-proposal"),
    ("POST", "/operator/payout-batches"),
    ("POST", "/operator/payouts/payout_01m80ztmt9ez4bexqrh4pre6vq/provider-transfer"),
    ("POST", "/operator/payouts/payout_01m80ztmt9ez4bexqrh4pre6vq/confirmation"),
    ("POST", "/operator/payouts/payout_01m80ztmt9ez4bexqrh4pre6vq/return"),
    ("POST", "/company/invitations"),
    ("PUT", "/company/members/member_01m80ztmt9ez4bexqrh4pre6vq/role"),
    ("DELETE", "/company/members/member_01m80ztmt9ez4bexqrh4pre6vq"),
    ("POST", "/company/roles"),
    ("PUT", "/company/roles/role_01m80ztmt9ez4bexqrh4pre6vq"),
    ("DELETE", "/company/roles/role_01m80ztmt9ez4bexqrh4pre6vq"),
    ("POST", "/company/api-keys"),
    ("POST", "/company/api-keys/apikey_01m80ztmt9ez4bexqrh4pre6vq/rotation"),
    ("DELETE", "/company/api-keys/apikey_01m80ztmt9ez4bexqrh4pre6vq"),
    ("POST", "/company/webhook-endpoints"),
    ("POST", "/company/exports"),
    ("POST", "/account/deletion"),
    ("POST", "/account/second-factor"),
    ("DELETE", "/account/second-factor"),
    ("POST", "/account/passkeys"),
];

#[actix_web::test]
async fn whatever_moves_money_or_gives_rights_away_asks_once_more_who_it_is() -> Result<()> {
    let t = TestApp::with(Setting { step_up_minutes: Some(10), ..Setting::default() }).await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    t.forward(Duration::minutes(11));
    for (method, path) in ASKS_WHO {
        let caller = if path.starts_with("/operator") { &operator.caller } else { &firm.having_seen(1) };
        let answer = match *method {
            "PUT" => caller.put(path, json!({})).await,
            "DELETE" => caller.delete(path).await,
            _ => caller.post(path, json!({})).await,
        };
        answer.refused(403, "auth.step_up_required");
    }
    t.finish().await
}

#[actix_web::test]
async fn operators_and_owners_who_are_paid_need_one() -> Result<()> {
    let t = TestApp::with(Setting { second_factor_required: true, ..Setting::default() }).await?;
    let operator = t.operator().await?;
    operator.get("/operator/accounts").await.refused(403, "auth.second_factor_required");
    assert_eq!(operator.get("/account/second-factor").await.ok()["required"], true);
    set_up(&t, &operator).await;
    operator.get("/operator/accounts").await.ok();

    let firm = t.firm(&operator, "한빛제빵").await?;
    firm.get("/company/members").await.ok();
    firm.bank().await;
    firm.get("/company/members").await.refused(403, "auth.second_factor_required");
    t.finish().await
}

#[actix_web::test]
async fn whoever_could_lead_the_money_elsewhere_needs_one_by_whatever_role() -> Result<()> {
    let t = TestApp::with(Setting { second_factor_required: true, ..Setting::default() }).await?;
    let operator = t.operator().await?;
    set_up(&t, &operator).await;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let treasury = json!({"name": "자금", "permissions": ["books_view", "payout_account_manage"]});
    let role = firm.post("/company/roles", treasury).await.is(201);
    let person = t.person(Locale::Ko).await?;
    let treasurer = firm.hire(&t, &person, &madang_tests::text(&role, "/id")).await?;
    let colleague = t.person(Locale::Ko).await?;
    let viewer = firm.hire(&t, &colleague, "viewer").await?;
    treasurer.get("/company/settlements").await.ok();
    firm.bank().await;
    treasurer.get("/company/settlements").await.refused(403, "auth.second_factor_required");
    assert_eq!(treasurer.get("/account/me").await.ok()["second_factor_required"], true);
    viewer.get("/company/profile").await.ok();
    t.finish().await
}
