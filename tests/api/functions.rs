//! Functions that a company switches on and off: what is off answers no call and keeps its data,
//! a closed shop takes no orders, and what is under way goes on.

use kernel::Result;
use madang_tests::{Market, order_body, text, won};
use serde_json::json;
use trade::rules::State;

const OFF: &str = "auth.function_off";

#[actix_web::test]
async fn a_closed_shop_says_so_takes_no_orders_and_finishes_what_it_began() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    let waiting = m.placed(1).await?;
    m.mart.functions(&["sales", "resale"]).await;

    // A visitor sees whose shop it is, and nothing to buy.
    let shop = m.mart.slug.clone();
    let visitor = m.t.anyone();
    let home = visitor.get(&format!("/shop/{shop}")).await.ok();
    assert_eq!((home["open"].as_bool(), home["newest"].as_array().map(Vec::len)), (Some(false), Some(0)), "{home}");
    assert_eq!(text(&home, "/seller/name"), "두레마트");
    visitor.get(&format!("/shop/{shop}/products")).await.refused(409, "company.shop.closed");
    visitor.get(&format!("/shop/{shop}/cart")).await.refused(409, "company.shop.closed");
    visitor.put(&format!("/shop/{shop}/cart/lines/{}", m.bread.listed), json!({"quantity": 1})).await.refused(409, "company.shop.closed");
    let body = order_body(&[(m.bread.listed, 1)], 22_000, "late@people.example", "ko");
    visitor.post(&format!("/shop/{shop}/orders"), body.clone()).await.refused(409, "company.shop.closed");
    let shops = visitor.get("/shops").await.ok();
    assert!(shops["items"].as_array().into_iter().flatten().all(|row| row["slug"] != shop.as_str()), "{shops}");

    // The members' menus of the shop are off, and say which.
    for path in ["/company/listings", "/company/orders", "/company/customers", "/company/shop-categories"] {
        let refused = m.mart.get(path).await;
        assert_eq!(refused.json()["fields"][0], json!({"field": "function", "reason": "shop"}), "{path} {}", refused.text);
        refused.refused(403, OFF);
    }
    m.mart.post(&format!("/company/listings/{}/publication", m.bread.listing), json!({})).await.refused(403, OFF);
    m.mart.get("/company/trades").await.ok();
    m.mart.get("/company/settlements").await.ok();

    // What was ordered is paid, delivered and confirmed.
    waiting.pay("4242424242424242").await.ok();
    m.walk(&order, &part, State::Confirmed).await?;
    assert_eq!(text(&order.seen_by_buyer().await, "/id"), order.id.to_string());

    // Open again, everything is where it was.
    m.mart.functions(&["shop", "sales", "resale"]).await;
    assert_eq!(visitor.get(&format!("/shop/{shop}")).await.ok()["open"], true);
    assert_eq!(m.mart.get("/company/listings").await.ok()["items"].as_array().map(Vec::len), Some(1));
    visitor.post(&format!("/shop/{shop}/orders"), body).await.is(201);
    m.t.work().await?;
    m.finish().await
}

#[actix_web::test]
async fn goods_of_others_are_sold_while_both_companies_want_it() -> Result<()> {
    let m = Market::open().await?;
    let buy = async |email: &str| {
        let body = order_body(&[(m.bread.listed, 1)], 22_000, email, "ko");
        m.t.anyone().post(&format!("/shop/{}/orders", m.mart.slug), body).await
    };
    let offer = format!("/company/supply-offers/{}", m.bread.registered);
    // The supplier no longer supplies: nothing is offered, and what is listed is not sold.
    m.bakery.functions(&["shop", "sales"]).await;
    m.bakery.put(&format!("/company/items/{}/offer", m.bread.item), json!({"contract": "resale", "visibility": "all"})).await.refused(403, OFF);
    assert_eq!(m.mart.get("/company/supply-offers").await.ok()["items"].as_array().map(Vec::len), Some(0));
    m.mart.get(&offer).await.refused(404, "request.not_found");
    buy("one@people.example").await.refused(409, "flow.line.not_on_sale");
    // Its own bread it sells as ever.
    let own = m.bakery.product(&m.t, madang_tests::NewProduct::default()).await?;
    let body = order_body(&[(own.listed, 1)], 22_000, "two@people.example", "ko");
    m.t.anyone().post(&format!("/shop/{}/orders", m.bakery.slug), body).await.is(201);

    // The distributor no longer resells.
    m.bakery.functions(&["shop", "sales", "supply"]).await;
    m.mart.functions(&["shop", "sales"]).await;
    m.mart.get("/company/supply-offers").await.refused(403, OFF);
    m.mart.get(&offer).await.refused(403, OFF);
    let variants = json!({"variants": [{"variant_id": m.bread.variant, "selling_price": won(22_000)}]});
    m.mart.post(&format!("{offer}/listing"), variants).await.refused(403, OFF);
    buy("three@people.example").await.refused(409, "flow.line.not_on_sale");
    m.mart.functions(&["shop", "sales", "resale"]).await;
    buy("four@people.example").await.is(201);
    m.t.work().await?;
    m.finish().await
}

#[actix_web::test]
async fn books_are_kept_while_they_are_switched_off() -> Result<()> {
    let m = Market::open().await?;
    m.mart.functions(&["shop", "resale"]).await;
    for path in
        ["/company/revenue", "/company/revenue/summary", "/company/revenue/entries.csv", "/company/tax-entries", "/company/tax-entries/summary"]
    {
        m.mart.get(path).await.refused(403, OFF);
    }
    let order = m.paid(1).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.mart.functions(&["shop", "sales", "resale"]).await;
    let revenue = m.mart.get("/company/revenue").await.ok();
    assert!(revenue["items"].as_array().is_some_and(|rows| !rows.is_empty()), "{revenue}");

    let seen = m.mart.profile().await["version"].as_i64().unwrap_or_default();
    let change = async |functions: serde_json::Value| m.mart.having_seen(seen).patch("/company/profile", json!({"functions": functions})).await;
    change(json!([])).await.refused(422, "request.invalid");
    change(json!(["shop", "casino"])).await.refused(422, "request.invalid");
    m.finish().await
}
