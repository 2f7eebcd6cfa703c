//! The people of a company: however many, all of them can be reached, and an owner stays.

use kernel::{Locale, Result};
use madang_tests::{TestApp, text};
use serde_json::json;

#[actix_web::test]
async fn members_are_listed_page_by_page_and_an_owner_stays() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    for _ in 0..3 {
        let person = t.person(Locale::Ko).await?;
        firm.hire(&t, &person, "sales").await?;
    }
    let (mut ids, mut cursor) = (Vec::new(), String::new());
    loop {
        let page = firm.get(&format!("/company/members?limit=2{cursor}")).await.ok();
        ids.extend(page["items"].as_array().into_iter().flatten().map(|row| (text(row, "/id"), text(row, "/role"))));
        let Some(next) = page["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    let roles: Vec<&str> = ids.iter().map(|(_, role)| role.as_str()).collect();
    assert_eq!(roles, ["owner", "sales", "sales", "sales"]);
    let mut distinct = ids.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), 4, "{ids:?}");

    let owner = ids.first().map(|(id, _)| id.clone()).unwrap_or_default();
    let last = ids.last().map(|(id, _)| id.clone()).unwrap_or_default();
    firm.delete(&format!("/company/members/{owner}")).await.refused(409, "company.member.last_owner");
    firm.delete(&format!("/company/members/{last}")).await.is(204);
    let other = t.firm(&operator, "두레마트").await?;
    other.delete(&format!("/company/members/{owner}")).await.refused(404, "request.not_found");
    t.work().await?;
    t.finish().await
}

#[actix_web::test]
async fn a_member_gets_another_role_from_whoever_may_give_it() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let person = t.person(Locale::Ko).await?;
    let viewer = firm.hire(&t, &person, "viewer").await?;
    let rows = firm.get("/company/members").await.ok();
    let of = |email: &str| rows["items"].as_array().into_iter().flatten().find(|row| row["email"] == email).cloned().unwrap_or_default();
    let (member, version) = (text(&of(&person.email), "/id"), of(&person.email)["version"].as_i64().unwrap_or_default());
    let owner = rows["items"][0].clone();
    let change = |id: &str| format!("/company/members/{id}/role");

    viewer.get("/company/revenue").await.refused(403, "auth.forbidden");
    firm.put(&change(&member), json!({"role": "accounting"})).await.refused(428, "request.version_required");
    firm.having_seen(version + 1).put(&change(&member), json!({"role": "accounting"})).await.refused(412, "request.version_mismatch");
    firm.having_seen(version).put(&change(&member), json!({"role": "emperor"})).await.refused(422, "request.invalid");
    viewer.having_seen(version).put(&change(&member), json!({"role": "owner"})).await.refused(403, "auth.forbidden");
    let changed = firm.having_seen(version).put(&change(&member), json!({"role": "accounting"})).await.ok();
    assert_eq!((changed["role"].as_str(), changed["version"].as_i64()), (Some("accounting"), Some(version + 1)));
    // The token is the one of before; the role is the new one.
    viewer.get("/company/revenue").await.ok();

    // The last owner stays one; of two, one may step back.
    let owners = change(&text(&owner, "/id"));
    firm.having_seen(1).put(&owners, json!({"role": "viewer"})).await.refused(409, "company.member.last_owner");
    firm.having_seen(version + 1).put(&change(&member), json!({"role": "owner"})).await.ok();
    let (first, second, members) = (firm.having_seen(1), viewer.having_seen(version + 2), change(&member));
    let (one, two) = futures_util::join!(first.put(&owners, json!({"role": "viewer"})), second.put(&members, json!({"role": "viewer"})));
    let mut answers = [one.status, two.status];
    answers.sort_unstable();
    assert_eq!(answers, [200, 409], "{} {}", one.text, two.text);
    let other = t.firm(&operator, "두레마트").await?;
    other.having_seen(1).put(&owners, json!({"role": "viewer"})).await.refused(404, "request.not_found");
    t.work().await?;
    t.finish().await
}
