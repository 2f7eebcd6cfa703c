//! A cart: a guest's by its token, a person's by the account, and the order that comes out of it.

use chrono::Duration;
use kernel::{Locale, Result};
use madang_tests::{Market, NewProduct, card, order_body, text};
use serde_json::{Value, json};

/// The body of an order of the cart.
fn of_the_cart(total: i64) -> Value {
    let mut body = order_body(&[], total, "cart@buyers.example", "ko");
    body.as_object_mut().map(|body| body.remove("lines"));
    body
}

#[actix_web::test]
async fn a_guests_cart_becomes_an_order_once() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.rules(false, false, 3_000).await;
    let own = m.mart.product(&m.t, NewProduct { selling: 5_000, supply: 4_000, stock: 9 }).await?;
    let line = |variant: uuid::Uuid| format!("/shop/{}/cart/lines/{variant}", m.mart.slug);
    let first = m.t.anyone().put(&line(m.bread.listed), json!({"quantity": 2})).await.ok();
    let guest = m.t.anyone().holding_cart(&text(&first, "/token"));
    let cart = guest.put(&line(own.listed), json!({"quantity": 1})).await.ok();
    // Two loaves with their delivery and a jar of the mart's own: VAT is found once, ⌊52,000·10/110⌋.
    assert_eq!(
        (&cart["goods"]["minor"], &cart["delivery"]["minor"], &cart["total"]["minor"]),
        (&json!(49_000), &json!(3_000), &json!(52_000)),
        "{cart}"
    );
    assert_eq!((&cart["vat_included"]["minor"], &cart["count"]), (&json!(4_727), &json!(3)), "{cart}");
    // Nobody else has this cart, and too many are said to be too many.
    assert_eq!(m.t.anyone().get(&format!("/shop/{}/cart", m.mart.slug)).await.ok()["count"], 0);
    let many = guest.put(&line(own.listed), json!({"quantity": 10})).await.ok();
    assert!(many["lines"].to_string().contains("stock.unavailable"), "{many}");
    guest.put(&line(own.listed), json!({"quantity": 1})).await.ok();

    let orders = format!("/shop/{}/orders", m.mart.slug);
    guest.post(&orders, of_the_cart(51_999)).await.refused(409, "flow.order.total_changed");
    let answer = guest.post(&orders, of_the_cart(52_000)).await.is(201);
    let order = m.t.placed(&m.mart, &m.t.anyone(), &answer).await?;
    order.pay(card::GOOD).await.ok();
    m.t.work().await?;
    m.t.money().clearing(52_000).escrow(52_000).stands().await?;
    assert_eq!(guest.get(&format!("/shop/{}/cart", m.mart.slug)).await.ok()["count"], 0);
    m.finish().await
}

#[actix_web::test]
async fn a_guests_cart_follows_into_the_account() -> Result<()> {
    let m = Market::open().await?;
    let line = format!("/shop/{}/cart/lines/{}", m.mart.slug, m.bread.listed);
    let cart = format!("/shop/{}/cart", m.mart.slug);
    let first = m.t.anyone().put(&line, json!({"quantity": 1})).await.ok();
    let token = text(&first, "/token");
    let person = m.t.person(Locale::En).await?;
    assert_eq!(person.holding_cart(&token).get(&cart).await.ok()["count"], 1);
    // From now on it is the person's, on every device.
    let elsewhere = m.t.sign_in(&person.email).await;
    assert_eq!(elsewhere.get(&cart).await.ok()["count"], 1);
    let answer = elsewhere.post(&format!("/shop/{}/orders", m.mart.slug), of_the_cart(22_000)).await.is(201);
    let order = m.t.placed(&m.mart, &elsewhere, &answer).await?;
    order.pay(card::GOOD).await.ok();
    m.t.work().await?;
    // The account sees its order without the token.
    elsewhere.get(&format!("/shop/{}/orders/{}", m.mart.slug, order.id)).await.ok();
    assert_eq!(text(&person.get("/account/orders").await.ok(), "/items/0/order_number"), order.number);
    m.t.money().clearing(22_000).escrow(22_000).stands().await?;
    m.finish().await
}

#[actix_web::test]
async fn a_cart_that_a_guest_has_forgotten_is_thrown_away() -> Result<()> {
    let m = Market::open().await?;
    let line = format!("/shop/{}/cart/lines/{}", m.mart.slug, m.bread.listed);
    let cart = format!("/shop/{}/cart", m.mart.slug);
    let forgotten = m.t.anyone().holding_cart(&text(&m.t.anyone().put(&line, json!({"quantity": 1})).await.ok(), "/token"));
    let used = m.t.anyone().holding_cart(&text(&m.t.anyone().put(&line, json!({"quantity": 1})).await.ok(), "/token"));
    let person = m.t.person(Locale::Ko).await?;
    person.put(&line, json!({"quantity": 4})).await.ok();
    m.t.pass(Duration::days(20)).await?;
    used.put(&line, json!({"quantity": 3})).await.ok();
    assert_eq!(forgotten.get(&cart).await.ok()["count"], 1, "twenty days are not yet thirty");
    m.t.pass(Duration::days(12)).await?;
    assert_eq!(forgotten.get(&cart).await.ok()["count"], 0);
    assert_eq!(used.get(&cart).await.ok()["count"], 3, "it was touched meanwhile");
    // The person's session is over by now, the cart is not.
    assert_eq!(m.t.sign_in(&person.email).await.get(&cart).await.ok()["count"], 4, "an account's cart stays");
    m.finish().await
}
