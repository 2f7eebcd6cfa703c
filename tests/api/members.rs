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
        firm.post("/company/members", json!({"email": person.email, "role": "sales"})).await.is(201);
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
