//! What a person agrees to, from the first day to the next edition; and what stays of them when
//! they leave.

use chrono::Duration;
use identity::entity::{account, departed_account};
use kernel::{Locale, Result};
use madang_tests::{Market, Setting, TestApp, card, order_body, text};
use sea_orm::EntityTrait;
use serde_json::json;

const PASSWORD: &str = "seven green lanterns";

#[actix_web::test]
async fn an_account_begins_with_what_is_agreed_to() -> Result<()> {
    let t = TestApp::start().await?;
    let documents = t.anyone().get("/account/documents").await.ok();
    assert_eq!(documents["documents"].as_array().map(Vec::len), Some(2));
    let body = |consents: serde_json::Value| json!({"email": "new@people.example", "password": "a river of stones", "name": "새사람", "locale": "ko", "consents": consents});
    for (consents, reason) in [
        (json!([]), "required"),
        (json!([documents["documents"][0]]), "required"),
        (json!([documents["documents"][0], {"document": "privacy", "edition": "1999-01"}]), "required"),
        (json!([documents["documents"][0], documents["documents"][1], {"document": "advertising", "edition": "2026-01"}]), "unknown"),
    ] {
        let refused = t.anyone().post("/account", body(consents)).await.refused(422, "request.invalid");
        assert_eq!((text(&refused, "/fields/0/field"), text(&refused, "/fields/0/reason")), ("consents".to_owned(), reason.to_owned()));
    }
    t.anyone().post("/account", body(documents["documents"].clone())).await.is(202);
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn another_edition_is_asked_for_and_both_are_kept() -> Result<()> {
    let t = TestApp::with(Setting { terms_edition: Some("2026-07".into()), ..Setting::default() }).await?;
    let person = t.person_who_agreed(Locale::Ko, &[("terms", "2026-01"), ("privacy", "2026-01")]).await?;
    let due = json!([{"document": "terms", "edition": "2026-07"}]);
    assert_eq!(person.get("/account/me").await.ok()["consents_due"], due);
    person.post("/account/consents", json!({"consents": [{"document": "terms", "edition": "2027-01"}]})).await.refused(422, "request.invalid");
    t.forward(Duration::days(1));
    person.post("/account/consents", json!({"consents": due})).await.is(204);
    person.post("/account/consents", json!({"consents": due})).await.is(204);
    let stands = person.get("/account/consents").await.ok();
    assert_eq!(stands["due"], json!([]));
    let given = stands["given"].as_array().cloned().unwrap_or_default();
    assert_eq!(given.len(), 3, "{given:?}");
    assert_eq!(given.first().map(|row| text(row, "/edition")), Some("2026-07".into()));
    t.finish().await
}

#[actix_web::test]
async fn whoever_leaves_is_forgotten_but_for_what_the_law_keeps() -> Result<()> {
    let m = Market::open().await?;
    let buyer = m.t.person(Locale::Ko).await?;
    let answer = buyer.post(&format!("/shop/{}/orders", m.mart.slug), order_body(&[(m.bread.listed, 1)], 22_000, &buyer.email, "ko")).await.is(201);
    m.t.placed(&m.mart, &buyer, &answer).await?.pay(card::GOOD).await.ok();
    m.t.work().await?;
    let passer_by = m.t.person(Locale::En).await?;
    for person in [&buyer, &passer_by] {
        person.post("/account/deletion", json!({})).await.is(204);
        person.get("/account/me").await.refused(401, "identity.session.ended");
        m.t.anyone().post("/account/session", json!({"email": person.email, "password": PASSWORD})).await.refused(401, "identity.credentials.wrong");
    }
    m.t.work().await?;
    assert!(m.t.mails_to(&buyer.email).await?.contains(&"account_deleted".to_owned()));
    let tx = m.t.madang.app.platform().await?;
    let left = tx.find(account::Entity::find_by_id(buyer.id)).await?;
    assert!(!left.email.contains(&buyer.email) && left.name.is_empty() && left.phone.is_none() && left.password_hash.is_empty());
    let kept = tx.find(departed_account::Entity::find_by_id(buyer.id)).await?;
    assert_eq!((kept.email, kept.keep_until - kept.deleted_at), (buyer.email.clone(), Duration::days(1827)));
    assert!(tx.one(departed_account::Entity::find_by_id(passer_by.id)).await?.is_none(), "nothing has to be kept of somebody who never bought");
    drop(tx);
    // The operator's list knows them no more, and the address is free.
    let found = m.operator.get(&format!("/operator/accounts?q={}", buyer.email)).await.ok();
    assert_eq!(found["items"], json!([]));
    m.t.anyone().post("/account", m.t.sign_up_body(&buyer.email, "a river of stones")).await.is(202);
    m.t.work().await?;
    assert_eq!(m.t.mails_to(&buyer.email).await?.last().map(String::as_str), Some("verify_email"));
    // After its time the copy goes too.
    let tx = m.t.madang.app.platform().await?;
    identity::actions::prune(&tx).await?;
    assert!(tx.one(departed_account::Entity::find_by_id(buyer.id)).await?.is_some());
    drop(tx);
    m.t.forward(Duration::days(1828));
    let tx = m.t.madang.app.platform().await?;
    identity::actions::prune(&tx).await?;
    assert!(tx.one(departed_account::Entity::find_by_id(buyer.id)).await?.is_none());
    Ok(())
}

#[actix_web::test]
async fn a_company_is_not_left_without_an_owner() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    firm.post("/account/deletion", json!({})).await.refused(409, "company.member.last_owner");
    operator.post("/account/deletion", json!({})).await.refused(409, "identity.account.of_operator");
    let partner = t.person(Locale::Ko).await?;
    firm.hire(&t, &partner, "owner").await?;
    // Two owners who leave at once do not both get away.
    let (one, two) = futures_util::join!(firm.post("/account/deletion", json!({})), partner.post("/account/deletion", json!({})));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [204, 409], "{} {}", one.text, two.text);
    t.work().await?;
    t.finish().await
}
