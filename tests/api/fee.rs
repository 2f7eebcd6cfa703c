//! What a company earns at a price is said before anything is sold: the fee by its own rule, and
//! what is left after it, the same as a sale then brings.

use kernel::Result;
use madang_tests::{Market, NewProduct, RESALE, card, text, won};
use serde_json::{Value, json};

fn amounts(listing: &Value) -> (String, i64, i64) {
    let minor = |name: &str| listing.pointer(&format!("/variants/0/{name}/minor")).and_then(Value::as_i64).unwrap_or(i64::MIN);
    (text(listing, "/fee_rate"), minor("fee"), minor("margin_after_fee"))
}

#[actix_web::test]
async fn a_listing_says_its_fee_and_what_is_left_after_it() -> Result<()> {
    let m = Market::open().await?;
    let path = format!("/company/listings/{}", m.bread.listing);
    let listing = m.mart.get(&path).await.ok();
    assert_eq!(amounts(&listing), ("0.030000".into(), 660, 4_840));

    // The mart's own rule holds for the mart alone.
    let rule = json!({"company_id": m.mart.id, "rate": "0.05", "valid_from": m.t.now()});
    let proposal = m.operator.post("/operator/fee-rule-proposals", json!({"rule": rule, "reason": "특별 계약"})).await.is(201);
    let second = m.t.operator().await?;
    second.post(&format!("/operator/proposals/{}/approval", text(&proposal, "/id")), json!({})).await.ok();
    m.t.work().await?;
    let listing = m.mart.get(&path).await.ok();
    assert_eq!(amounts(&listing), ("0.050000".into(), 1_100, 4_400));
    let own = m.bakery.product(&m.t, NewProduct::default()).await?;
    let own = m.bakery.get(&format!("/company/listings/{}", own.listing)).await.ok();
    assert_eq!(amounts(&own), ("0.030000".into(), 660, 4_840));

    // A price over the supply price may still lose money, and each answer says so.
    let price = json!({"variants": [{"id": m.bread.listed, "selling_price": won(17_000)}]});
    let seen = listing["version"].as_i64().unwrap_or_default();
    let changed = m.mart.having_seen(seen).patch(&path, price).await.ok();
    assert_eq!(amounts(&changed), ("0.050000".into(), 850, -350));
    assert_eq!(changed["loss"], false);
    let hidden = m.mart.delete(&format!("{path}/publication")).await.ok();
    assert_eq!(amounts(&hidden), amounts(&changed));
    assert_eq!(amounts(&m.mart.post(&format!("{path}/publication"), json!({})).await.ok()), amounts(&changed));

    // A sale brings what was said.
    let order = m.t.order(&m.mart, &[(m.bread.listed, 1)], 17_000).await?;
    assert_eq!(order.pay(card::GOOD).await.ok()["state"], "captured");
    m.t.work().await?;
    let trade = m.mart.get(&format!("/company/trades/{}", order.trade())).await.ok();
    assert_eq!((trade["fee"]["minor"].as_i64(), trade["margin"]["minor"].as_i64()), (Some(850), Some(-350)), "{trade}");

    // A new listing of an offer says it at once.
    let (item, variant) = m.bakery.offer(&m.t, NewProduct::default(), RESALE).await?;
    let registered = catalog::snapshot::registered_item_id(m.bakery.id, item);
    let listed = json!({"variants": [{"variant_id": variant, "selling_price": won(20_000)}]});
    let made = m.mart.post(&format!("/company/supply-offers/{registered}/listing"), listed).await.is(201);
    assert_eq!(amounts(&made), ("0.050000".into(), 1_000, 2_500));
    m.t.work().await?;
    m.finish().await
}
