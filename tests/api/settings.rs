//! Settings of an installation that its people and documents show: who operates it, and which
//! proxies it believes.

use kernel::{Locale, Result};
use madang_tests::{Market, PASSWORD, Setting, TestApp, text};
use serde_json::json;
use trade::rules::State;

#[actix_web::test]
async fn documents_and_shops_name_the_operator_of_the_installation() -> Result<()> {
    let t = TestApp::with(Setting {
        change: Some(|config| {
            config.operator.name = "마당플랫폼 주식회사".into();
            config.operator.address = "서울특별시 중구 세종대로 110".into();
            config.operator.business_number = "120-81-47521".into();
            config.operator.mail_order_number = "2026-서울중구-0001".into();
        }),
        ..Setting::default()
    })
    .await?;
    let m = Market::on(t).await?;
    let home = m.t.anyone().get(&format!("/shop/{}", m.mart.slug)).await.ok();
    let expected = json!({"name": "마당플랫폼 주식회사", "address": "서울특별시 중구 세종대로 110", "business_number": "120-81-47521", "mail_order_number": "2026-서울중구-0001"});
    assert_eq!(home["hosting"], expected);
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    let entries = m.mart.get("/company/tax-entries").await.ok();
    let fee = entries["items"].as_array().into_iter().flatten().find(|entry| entry["subject"] == "fee").cloned().unwrap_or_default();
    assert_eq!((&fee["counterparty"], &fee["counterparty_number"]), (&json!("마당플랫폼 주식회사"), &json!("120-81-47521")), "{entries}");
    m.finish().await
}

/// The address that the list of one's devices shows, after signing in with a forwarded address.
async fn seen_address(t: &TestApp, forwarded: &str) -> Result<String> {
    let person = t.person(Locale::Ko).await?;
    let session =
        t.anyone().with("x-forwarded-for", forwarded).post("/account/session", json!({"email": person.email, "password": PASSWORD})).await.ok();
    let devices = t.anyone().token(&text(&session, "/access_token")).get("/account/sessions").await.ok();
    let current = devices["items"].as_array().into_iter().flatten().find(|device| device["current"] == true).cloned().unwrap_or_default();
    Ok(text(&current, "/address"))
}

#[actix_web::test]
async fn a_forwarded_address_is_believed_from_our_own_proxy_alone() -> Result<()> {
    let direct = TestApp::start().await?;
    assert_eq!(seen_address(&direct, "203.0.113.7").await?, "127.0.0.1");
    direct.finish().await?;
    let behind =
        TestApp::with(Setting { change: Some(|config| config.server.trusted_proxies = "127.0.0.0/8, 10.0.0.0/8".into()), ..Setting::default() })
            .await?;
    assert_eq!(seen_address(&behind, "198.51.100.1, 203.0.113.7, 10.0.0.4").await?, "203.0.113.7");
    // Guessing passwords from one address does not stop the others behind the same proxy.
    let guess = async |from: &str, number: u32| {
        let body = json!({"email": format!("guess{number}@people.example"), "password": "not the right one"});
        behind.anyone().with("x-forwarded-for", from).post("/account/session", body).await.status
    };
    for number in 0..100 {
        guess("203.0.113.66", number).await;
    }
    assert_eq!(guess("203.0.113.66", 100).await, 429);
    // Whatever it writes in front of its own address.
    assert_eq!(guess("198.51.100.9, 203.0.113.66", 101).await, 429);
    assert_ne!(guess("203.0.113.67", 102).await, 429);
    behind.finish().await
}
