//! Roles that a company makes itself: what they allow, from when on, and that nobody gives more
//! than they have.

use kernel::{Locale, Result};
use madang_tests::{TestApp, text};
use serde_json::json;

#[actix_web::test]
async fn an_own_role_allows_what_it_says_from_the_next_request_on() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let body = json!({"name": " 매장 담당 ", "permissions": ["orders_manage", "stock_manage", "orders_manage"]});
    let role = firm.post("/company/roles", body).await.is(201);
    assert_eq!(role["permissions"], json!(["workspace_view", "stock_manage", "orders_manage"]));
    assert_eq!(text(&role, "/name"), "매장 담당");
    let id = text(&role, "/id");
    firm.post("/company/roles", json!({"name": "매장 담당", "permissions": []})).await.refused(409, "company.role.name_taken");
    firm.post("/company/roles", json!({"name": " ", "permissions": []})).await.refused(422, "request.invalid");
    let refused = firm.post("/company/roles", json!({"name": "운영자", "permissions": ["stock_manage", "settle"]})).await;
    assert_eq!(refused.fields(), ["permissions.1: not_of_members"], "{}", refused.text);

    let person = t.person(Locale::Ko).await?;
    let member = firm.hire(&t, &person, &id).await?;
    member.get("/company/customers").await.ok();
    member.get("/company/revenue").await.refused(403, "auth.forbidden");
    let me = member.get("/account/me").await.ok();
    assert_eq!((&me["companies"][0]["role"], &me["companies"][0]["role_name"]), (&json!(id), &json!("매장 담당")), "{me}");

    // A change holds at once, for the token of before.
    let at = format!("/company/roles/{id}");
    let wider = json!({"name": "매장 담당", "permissions": ["books_view"]});
    firm.put(&at, wider.clone()).await.refused(428, "request.version_required");
    firm.having_seen(7).put(&at, wider.clone()).await.refused(412, "request.version_mismatch");
    let changed = firm.having_seen(1).put(&at, wider).await.ok();
    assert_eq!((changed["version"].as_i64(), changed["members"].as_i64()), (Some(2), Some(1)));
    member.get("/company/revenue").await.ok();
    member.get("/company/customers").await.refused(403, "auth.forbidden");

    // Whoever has it, or is invited to it, keeps it from being deleted.
    let guest = firm.post("/company/invitations", json!({"email": "guest@roles.example", "role": id})).await.is(201);
    firm.having_seen(2).delete(&at).await.refused(409, "company.role.in_use");
    let members = firm.get("/company/members").await.ok();
    assert_eq!(members["items"][1]["role_name"], "매장 담당");
    firm.delete(&format!("/company/members/{}", text(&members, "/items/1/id"))).await.is(204);
    firm.having_seen(2).delete(&at).await.refused(409, "company.role.in_use");
    firm.delete(&format!("/company/invitations/{}", text(&guest, "/id"))).await.is(204);
    firm.having_seen(2).delete(&at).await.is(204);
    firm.having_seen(2).delete(&at).await.refused(404, "request.not_found");
    assert_eq!(firm.get("/company/roles").await.ok()["items"].as_array().map(Vec::len), Some(0));
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn nobody_gives_changes_or_takes_away_more_than_they_have() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let role = firm.post("/company/roles", json!({"name": "인사", "permissions": ["members_manage", "orders_manage"]})).await.is(201);
    let money = firm.post("/company/roles", json!({"name": "경리", "permissions": ["books_view"]})).await.is(201);
    let person = t.person(Locale::Ko).await?;
    let hr = firm.hire(&t, &person, &text(&role, "/id")).await?;
    let colleague = t.person(Locale::Ko).await?;
    firm.hire(&t, &colleague, "viewer").await?;
    let members = firm.get("/company/members").await.ok();
    let of = |email: &str| {
        members["items"].as_array().into_iter().flatten().find(|row| row["email"] == email).map(|row| text(row, "/id")).unwrap_or_default()
    };

    let beyond = "company.role.beyond_own";
    for offered in ["owner", "accounting", "sales", &text(&money, "/id")] {
        hr.post("/company/invitations", json!({"email": "friend@roles.example", "role": offered})).await.refused(403, beyond);
        hr.having_seen(1).put(&format!("/company/members/{}/role", of(&colleague.email)), json!({"role": offered})).await.refused(403, beyond);
    }
    hr.post("/company/roles", json!({"name": "모두", "permissions": ["books_view"]})).await.refused(403, beyond);
    let own = format!("/company/roles/{}", text(&role, "/id"));
    hr.having_seen(1).put(&own, json!({"name": "인사", "permissions": ["members_manage", "payout_account_manage"]})).await.refused(403, beyond);
    hr.having_seen(1).put(&format!("/company/roles/{}", text(&money, "/id")), json!({"name": "경리", "permissions": []})).await.refused(403, beyond);
    hr.having_seen(1).delete(&format!("/company/roles/{}", text(&money, "/id"))).await.refused(403, beyond);
    let owner = text(&members, "/items/0/id");
    hr.delete(&format!("/company/members/{owner}")).await.refused(403, beyond);
    hr.having_seen(1).put(&format!("/company/members/{owner}/role"), json!({"role": "viewer"})).await.refused(403, beyond);

    // What lies within is theirs to give.
    hr.post("/company/invitations", json!({"email": "friend@roles.example", "role": "support"})).await.is(201);
    hr.having_seen(1).put(&format!("/company/members/{}/role", of(&colleague.email)), json!({"role": text(&role, "/id")})).await.ok();
    // An invitation beyond one's own is not sent again by them, either.
    let high = firm.post("/company/invitations", json!({"email": "chief@roles.example", "role": "owner"})).await.is(201);
    hr.post(&format!("/company/invitations/{}/resend", text(&high, "/id")), json!({})).await.refused(403, beyond);

    // The role of another company is no role.
    let other = t.firm(&operator, "두레마트").await?;
    let foreign = json!({"email": "friend@roles.example", "role": text(&role, "/id")});
    let refused = other.post("/company/invitations", foreign).await;
    assert_eq!((refused.status, refused.fields()), (422, vec!["role: unknown".to_owned()]), "{}", refused.text);
    other.having_seen(1).put(&own, json!({"name": "인사", "permissions": []})).await.refused(404, "request.not_found");
    other.having_seen(1).delete(&own).await.refused(404, "request.not_found");
    t.work().await?;
    t.finish().await
}
