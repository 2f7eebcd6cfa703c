//! The operator stops a company for the time being: its shop takes no orders, its members sell
//! nothing new, what it supplies is on sale nowhere, and what is under way is finished.

use kernel::Result;
use madang_tests::{Market, NewProduct, order_body, text};
use serde_json::json;
use trade::rules::State;

#[actix_web::test]
async fn a_stopped_shop_finishes_what_is_under_way_and_takes_nothing_new() -> Result<()> {
    let m = Market::open().await?;
    let order = m.paid(1).await?;
    let part = order.part(&m.bakery);
    m.walk(&order, &part, State::PoIssued).await?;
    let shop = format!("/shop/{}", m.mart.slug);
    assert_eq!(m.t.anyone().get(&shop).await.ok()["paused"], false);

    let stop = format!("/operator/companies/{}/suspension", m.mart.id);
    m.operator.post(&stop, json!({"reason": ""})).await.refused(422, "request.invalid");
    let stopped = m.operator.post(&stop, json!({"reason": "신고가 접수되어 확인하고 있습니다."})).await.ok();
    assert_eq!((text(&stopped, "/status").as_str(), text(&stopped, "/status_reason").as_str()), ("suspended", "신고가 접수되어 확인하고 있습니다."));
    m.operator.post(&stop, json!({"reason": "again"})).await.refused(409, "company.status.wrong");
    m.t.work().await?;
    let mails = m.t.mails(&m.operator).await?;
    let told = mails.iter().find(|mail| mail.template == "company_suspended" && mail.recipient == m.mart.email);
    assert!(told.is_some_and(|mail| mail.text.contains("신고가 접수되어 확인하고 있습니다.")), "the company is told why");

    // The shop says so, and takes no order.
    let home = m.t.anyone().get(&shop).await.ok();
    assert_eq!((&home["paused"], &home["selling"]), (&json!(true), &json!(false)));
    let body = order_body(&[(m.bread.listed, 1)], 22_000, "guest@buyers.example", "ko");
    m.t.anyone().post(&format!("{shop}/orders"), body.clone()).await.refused(409, "flow.shop.paused");

    // Its members read everything and sell nothing.
    m.mart.get("/company/items").await.ok();
    m.mart.get("/company/trades").await.ok();
    m.mart.post(&format!("/company/listings/{}/publication", m.bread.listing), json!({})).await.refused(403, "auth.company_stopped");
    m.mart.delete(&format!("/company/supply-offers/{}/listing", m.bread.registered)).await.refused(403, "auth.company_stopped");
    let (name, unit) = ("빵", "개");
    m.mart.post("/company/items", json!({"code": "X", "name": name, "unit": unit})).await.refused(403, "auth.company_stopped");

    // The order under way goes its way to the end.
    m.walk(&order, &part, State::Confirmed).await?;

    m.operator.delete(&stop).await.ok();
    m.t.work().await?;
    assert_eq!(m.t.anyone().get(&shop).await.ok()["selling"], true);
    m.t.anyone().post(&format!("{shop}/orders"), body).await.is(201);
    assert!(m.t.mails_to(&m.mart.email).await?.contains(&"company_resumed".to_owned()));
    m.mart.post(&format!("/company/listings/{}/publication", m.bread.listing), json!({})).await.ok();
    m.finish().await
}

#[actix_web::test]
async fn what_a_stopped_supplier_would_deliver_is_on_sale_in_no_shop() -> Result<()> {
    let m = Market::open().await?;
    let own = m.mart.product(&m.t, NewProduct::default()).await?;
    m.operator.post(&format!("/operator/companies/{}/suspension", m.bakery.id), json!({"reason": "점검"})).await.ok();
    let orders = format!("/shop/{}/orders", m.mart.slug);
    let refused =
        m.t.anyone()
            .post(&orders, order_body(&[(m.bread.listed, 1)], 22_000, "guest@buyers.example", "ko"))
            .await
            .refused(409, "flow.line.not_on_sale");
    assert_eq!(text(&refused, "/fields/0/field"), "lines.0.quantity");
    m.t.anyone().post(&orders, order_body(&[(own.listed, 1)], 22_000, "guest@buyers.example", "ko")).await.is(201);
    m.finish().await
}
