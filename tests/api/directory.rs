//! Finding other companies, to offer them something: what is public of them, and no more.

use kernel::Result;
use madang_tests::{Firm, TestApp, text};
use serde_json::Value;

async fn found(firm: &Firm, query: &str) -> Vec<String> {
    let page = firm.get(&format!("/company/companies?{query}")).await.ok();
    page["items"].as_array().into_iter().flatten().map(|row| text(row, "/name")).collect()
}

#[actix_web::test]
async fn verified_companies_are_found_by_name_or_address() -> Result<()> {
    let t = TestApp::start().await?;
    let operator = t.operator().await?;
    let bakery = t.firm(&operator, "한빛제빵").await?;
    let mart = t.firm(&operator, "두레마트").await?;
    let books = t.firm(&operator, "한빛서점").await?;
    let hidden = t.unverified_firm("한빛상회").await?;
    t.work().await?;

    // Neither itself, nor one that is not verified; by name, in order.
    assert_eq!(found(&mart, "q=%ED%95%9C%EB%B9%9B").await, ["한빛서점", "한빛제빵"]);
    assert_eq!(found(&bakery, "q=%ED%95%9C%EB%B9%9B").await, ["한빛서점"]);
    assert_eq!(found(&bakery, &format!("q={}", mart.slug.to_uppercase())).await, ["두레마트"]);
    assert_eq!(found(&bakery, "").await, ["두레마트", "한빛서점"]);
    // What is not public finds nothing, and is not shown.
    let number = text(&mart.profile().await, "/business_number");
    for q in ["%EA%B9%80%ED%95%9C%EB%B9%9B".to_owned(), number, "%25".to_owned()] {
        assert_eq!(found(&bakery, &format!("q={q}")).await, Vec::<String>::new(), "{q}");
    }
    let page = bakery.get("/company/companies?limit=1").await.ok();
    let shown = page.pointer("/items/0").and_then(Value::as_object).map(|row| row.keys().cloned().collect::<Vec<_>>());
    assert_eq!(shown, Some(vec!["id".to_owned(), "name".to_owned(), "slug".to_owned()]));
    // Page by page.
    assert_eq!(found(&bakery, &format!("limit=1&cursor={}", text(&page, "/next"))).await, ["한빛서점"]);
    // By id, for those that were chosen before.
    assert_eq!(found(&bakery, &format!("ids={},{}", books.id, hidden.id)).await, ["한빛서점"]);
    bakery.get("/company/companies?ids=nothing").await.refused(422, "request.invalid");
    t.anyone().get("/company/companies").await.refused(401, "auth.required");
    t.finish().await
}
