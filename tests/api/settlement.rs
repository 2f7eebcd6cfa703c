//! One settlement for the operator: whose amounts add up, whatever is netted and paid again.

use chrono::Duration;
use kernel::Result;
use madang_tests::{Firm, Market, text};
use serde_json::{Value, json};
use trade::rules::State;

fn minor(of: &Value, place: &str) -> i64 {
    let amount = of.pointer(place).and_then(|money| money["minor"].as_i64());
    assert!(amount.is_some(), "no amount at {place} of {of}");
    amount.unwrap_or_default()
}

/// The settlements of a company, newest first, each with its report and its lines.
async fn reports(m: &Market, firm: &Firm) -> Vec<(Value, Value)> {
    let rows = m.operator.get(&format!("/operator/settlements?company_id={}", firm.id)).await.ok();
    let mut found = Vec::new();
    for row in rows["items"].as_array().into_iter().flatten() {
        let id = text(row, "/id");
        let lines = m.operator.get(&format!("/operator/settlements/{id}/lines?limit=100")).await.ok();
        found.push((m.operator.get(&format!("/operator/settlements/{id}")).await.ok(), lines));
    }
    found
}

/// Every equation that a settlement has to satisfy.
fn adds_up(report: &Value, lines: &Value) {
    assert_eq!(report["adds_up"], true, "{report}");
    let sum = |name: &str| minor(report, &format!("/sums/{name}"));
    let items = lines["items"].as_array().cloned().unwrap_or_default();
    let of_lines =
        |role: &str, name: &str| -> i64 { items.iter().filter(|line| line["role"] == role).map(|line| minor(line, &format!("/{name}"))).sum() };
    for line in &items {
        if line["role"] == "seller" {
            assert_eq!(minor(line, "/goods") - minor(line, "/supply") - minor(line, "/fee"), minor(line, "/margin"), "{line}");
            assert_eq!(minor(line, "/margin"), minor(line, "/net"));
            assert_eq!(minor(line, "/fee_vat"), minor(line, "/fee") * 10 / 110);
        } else {
            assert_eq!(minor(line, "/supply") + minor(line, "/delivery"), minor(line, "/net"), "{line}");
        }
    }
    for (name, role, field) in [
        ("goods", "seller", "goods"),
        ("supply_paid", "seller", "supply"),
        ("fee", "seller", "fee"),
        ("fee_vat", "seller", "fee_vat"),
        ("margin", "seller", "margin"),
        ("supply_earned", "supplier", "supply"),
        ("delivery", "supplier", "delivery"),
    ] {
        assert_eq!(sum(name), of_lines(role, field), "{name} of {report}");
    }
    assert_eq!(sum("fee_net") + sum("fee_vat"), sum("fee"));
    assert_eq!(sum("goods") - sum("supply_paid") - sum("fee"), sum("margin"));
    assert_eq!(sum("margin") + sum("supply_earned") + sum("delivery"), sum("net"));
    assert_eq!(sum("net"), of_lines("seller", "net") + of_lines("supplier", "net"));
    assert_eq!((sum("net"), sum("net")), (minor(report, "/net"), minor(report, "/netting/net")));
    assert_eq!(minor(report, "/netting/carried") + minor(report, "/netting/net"), minor(report, "/netting/due"));
    assert_eq!(report["trades"], json!(items.len()));
}

#[actix_web::test]
async fn a_settlement_adds_up_and_says_where_its_money_went() -> Result<()> {
    let m = Market::open().await?;
    m.bakery.bank().await;
    // The mart has no account yet: what it earns waits.
    for quantity in [1, 3] {
        let order = m.paid(quantity).await?;
        m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    }
    m.t.pass(Duration::days(1)).await?;
    let order = m.paid(2).await?;
    m.walk(&order, &order.part(&m.bakery), State::Confirmed).await?;
    m.operator.post("/operator/payout-batches", json!({})).await.is(201);
    let sent = m.operator.get("/operator/payouts?state=sent").await.ok();
    m.operator.post(&format!("/operator/payouts/{}/return", text(&sent, "/items/0/id")), json!({"reason": "예금주가 다릅니다."})).await.ok();
    m.t.pass(Duration::days(1)).await?;

    let mart = reports(&m, &m.mart).await;
    let bakery = reports(&m, &m.bakery).await;
    assert_eq!((mart.len(), bakery.len()), (2, 2));
    for (report, lines) in mart.iter().chain(&bakery) {
        adds_up(report, lines);
    }
    let first = |of: &[(Value, Value)]| of.last().map(|(report, _)| report.clone()).unwrap_or_default();
    let last = |of: &[(Value, Value)]| of.first().map(|(report, _)| report.clone()).unwrap_or_default();
    let netting = |of: &Value| (minor(of, "/netting/carried"), minor(of, "/netting/net"), minor(of, "/netting/due"));
    assert_eq!(netting(&first(&mart)), (0, 19_360, 19_360));
    assert_eq!(netting(&last(&mart)), (19_360, 9_680, 29_040));
    assert_eq!(last(&mart)["payouts"], json!([]));
    // The returned payout is paid again by the next, together with what came since.
    let states =
        |of: &Value| of["payouts"].as_array().into_iter().flatten().map(|row| (text(row, "/state"), minor(row, "/amount"))).collect::<Vec<_>>();
    assert_eq!(netting(&first(&bakery)), (0, 66_000, 66_000));
    assert_eq!(states(&first(&bakery)), [("returned".into(), 66_000), ("pending".into(), 99_000)]);
    assert_eq!(netting(&last(&bakery)), (66_000, 33_000, 99_000));
    assert_eq!(states(&last(&bakery)), [("pending".into(), 99_000)]);
    assert_eq!(mart.first().map(|(_, lines)| text(lines, "/items/0/other/name")), Some("한빛제빵".into()));

    let id = text(&last(&mart), "/id");
    m.mart.get(&format!("/operator/settlements/{id}")).await.refused(403, "auth.forbidden");
    m.finish().await
}
