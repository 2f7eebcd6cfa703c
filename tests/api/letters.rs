//! Who is written to at which step, in whose language, and what happens to mail while the mail
//! server is down.

use chrono::Duration;
use kernel::Result;
use madang_tests::{MailServer, Market, Setting, TestApp, card, order_body, secret_in, text};
use serde_json::json;
use std::net::TcpListener;
use trade::rules::State;

/// Whether a text has Korean in it.
fn korean(text: &str) -> bool {
    text.chars().any(|c| ('가'..='힣').contains(&c))
}

#[actix_web::test]
async fn everybody_concerned_is_written_to_in_their_language() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.bank().await;
    m.mart.bank().await;
    let mut buyers = Vec::new();
    for locale in ["en", "ko"] {
        let email = format!("{locale}@buyers.example");
        let body = order_body(&[(m.bread.listed, 2)], 44_000, &email, locale);
        let answer = m.t.anyone().post(&format!("/shop/{}/orders", m.mart.slug), body).await.is(201);
        let order = m.t.placed(&m.mart, &m.t.anyone(), &answer).await?;
        order.pay(card::GOOD).await.ok();
        m.t.work().await?;
        let part = order.part(&m.bakery);
        m.walk(&order, &part, State::PoAccepted).await?;
        m.bakery.deliver_only(&part, &[1]).await.ok();
        m.t.work().await?;
        m.walk(&order, &part, State::Confirmed).await?;
        let cancelled =
            m.t.anyone().post(&format!("/shop/{}/orders", m.mart.slug), order_body(&[(m.bread.listed, 1)], 22_000, &email, locale)).await.is(201);
        let cancelled = m.t.placed(&m.mart, &m.t.anyone(), &cancelled).await?;
        cancelled.pay(card::GOOD).await.ok();
        m.t.work().await?;
        m.walk(&cancelled, &cancelled.part(&m.bakery), State::PoIssued).await?;
        cancelled.cancel(cancelled.trade()).await.ok();
        m.t.work().await?;
        buyers.push((email, locale));
    }
    m.t.pass(Duration::days(1)).await?;
    for (email, locale) in &buyers {
        let told = m.t.mails_to(email).await?;
        for wanted in ["order_placed", "refund_done", "shipped", "arrived", "trade_cancelled"] {
            assert!(told.iter().any(|mail| mail == wanted), "{email} was not told {wanted}: {told:?}");
        }
        for mail in m.t.mails(&m.operator).await?.into_iter().filter(|mail| mail.recipient == *email) {
            assert_eq!(mail.state, "sent");
            // The shop has no English name; everything else is in the buyer's language.
            let subject = mail.subject.replace(&m.mart.name, "");
            assert_eq!(korean(&subject), *locale == "ko", "{}: {}", mail.template, mail.subject);
            assert!(mail.text.contains("madang.test"), "{} links nowhere: {}", mail.template, mail.text);
        }
    }
    let seller = m.t.mails_to(&m.mart.email).await?;
    for wanted in ["company_signed_up", "company_verified", "purchase_request_waiting", "trade_confirmed", "trade_cancelled", "settlement_done"] {
        assert!(seller.iter().any(|mail| mail == wanted), "the seller was not told {wanted}: {seller:?}");
    }
    let supplier = m.t.mails_to(&m.bakery.email).await?;
    for wanted in ["po_to_accept", "trade_confirmed", "trade_cancelled", "settlement_done"] {
        assert!(supplier.iter().any(|mail| mail == wanted), "the supplier was not told {wanted}: {supplier:?}");
    }
    // What the buyer paid is not told to a supplier who sells to a distributor.
    for mail in m.t.mails(&m.operator).await?.into_iter().filter(|mail| mail.recipient == m.bakery.email && mail.template.starts_with("po_")) {
        assert!(!mail.text.contains("44,000") && !mail.text.contains("22,000"), "{}", mail.text);
    }
    m.finish().await
}

#[actix_web::test]
async fn an_account_begins_with_a_mail_and_tells_nobody_who_has_one() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let body = |password: &str| t.sign_up_body("new@people.example", password);
    let first = t.anyone().post("/account", body("a river of stones")).await;
    t.work().await?;
    t.anyone()
        .post("/account/session", json!({"email": "new@people.example", "password": "a river of stones"}))
        .await
        .refused(403, "identity.email.unverified");
    let mail = t.mails(&operator).await?.into_iter().find(|mail| mail.template == "verify_email");
    let mail = mail.map(|mail| mail.text).unwrap_or_default();
    let token = secret_in(&mail);
    t.anyone().post("/account/email-verification", json!({"token": token})).await.is(204);
    t.anyone().post("/account/email-verification", json!({"token": "forged"})).await.refused(422, "identity.link.invalid");
    let session = t.anyone().post("/account/session", json!({"email": "new@people.example", "password": "a river of stones"})).await.ok();
    assert_eq!(text(&session, "/account/email"), "new@people.example");
    // Whoever tries the address again learns nothing; its owner does.
    let again = t.anyone().post("/account", body("another password 9")).await;
    assert_eq!((first.status, first.text), (again.status, again.text));
    t.work().await?;
    assert_eq!(t.mails_to("new@people.example").await?, ["verify_email", "address_taken"]);
    t.finish().await
}

#[actix_web::test]
async fn mail_waits_for_a_mail_server_that_is_down() -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(kernel::Problem::internal)?;
    let address = listener.local_addr().map_err(kernel::Problem::internal)?;
    drop(listener);
    let t = TestApp::with(Setting { smtp_url: Some(format!("smtp://{address}")), ..Setting::default() }).await?;
    let m = Market::on(t).await?;
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    let waiting = m.t.mails(&m.operator).await?;
    assert!(waiting.len() > 5 && waiting.iter().all(|mail| mail.state == "queued"), "{waiting:?}");
    m.t.money().clearing(22_000).fees(600, 60).payable(&m.bakery, 16_500).payable(&m.mart, 4_840).stands().await?;

    let server = MailServer::at(address, &[])?;
    m.t.pass(Duration::hours(2)).await?;
    m.t.pass(Duration::hours(2)).await?;
    let sent = m.t.mails(&m.operator).await?;
    assert!(sent.iter().all(|mail| mail.state == "sent"), "{sent:?}");
    let letters = server.taken();
    assert_eq!(letters.len(), sent.len());
    assert!(letters.iter().all(|letter| letter.contains("text/plain") && letter.contains("text/html") && letter.contains("Message-ID")));
    m.finish().await
}

#[actix_web::test]
async fn a_mail_that_the_server_refuses_for_good_is_shown_and_not_sent_again() -> Result<()> {
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(kernel::Problem::internal)?;
    let address = listener.local_addr().map_err(kernel::Problem::internal)?;
    drop(listener);
    let server = MailServer::at(address, &[("gone@", "550 5.1.1 no such mailbox"), ("busy@", "451 4.7.1 come back later")])?;
    let t = TestApp::with(Setting { smtp_url: Some(format!("smtp://{address}")), ..Setting::default() }).await?;
    let operator = t.operator().await?;
    for name in ["gone", "busy", "well"] {
        t.anyone().post("/account", t.sign_up_body(&format!("{name}@people.example"), "a river of stones")).await.is(202);
    }
    t.work().await?;
    let state = async |name: &str| {
        let mails = operator.get(&format!("/operator/mails?q={name}@people.example")).await.ok();
        mails["items"][0].clone()
    };
    let gone = state("gone").await;
    assert_eq!((&gone["state"], &gone["attempts"]), (&json!("refused"), &json!(1)));
    assert!(text(&gone, "/last_error").contains("no such mailbox"), "{gone}");
    // One that has to wait does not keep the others waiting.
    assert_eq!(state("well").await["state"], "sent");
    assert_eq!(state("busy").await["state"], "queued");
    t.pass(Duration::days(3)).await?;
    assert_eq!(server.tried("gone@"), 1, "a refused mail is not tried again by itself");
    assert!(server.tried("busy@") > 1, "one that the server puts off is tried again");
    // The mailbox was made; a person has it tried again.
    server.relent();
    operator.post(&format!("/operator/mails/{}/retry", text(&gone, "/id")), json!({})).await.ok();
    t.pass(Duration::hours(7)).await?;
    for name in ["gone", "busy"] {
        assert_eq!(state(name).await["state"], "sent", "{name}");
    }
    t.finish().await
}
