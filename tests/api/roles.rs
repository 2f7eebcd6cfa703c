//! Every operation that needs a permission, called as every role: those who have it get past the
//! door, and nobody else does. The table in docs/permissions.md says who.

use identity::actions::make_operator;
use kernel::{Locale, OperatorRole, Problem, Result, Role};
use madang_tests::{
    Caller, TestApp,
    isolation::{document::operations, nobody},
};
use sea_orm::Iterable;
use serde_json::json;

/// Callers in every role, by the name that the table gives them.
async fn everybody(t: &TestApp) -> Result<Vec<(String, Caller)>> {
    let operator = t.operator().await?;
    let firm = t.firm(&operator, "한빛제빵").await?;
    let named = |value: serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let mut all = Vec::new();
    for role in Role::iter() {
        let person = t.person(Locale::Ko).await?;
        let role = named(json!(role));
        let member = firm.hire(t, &person, &role).await?;
        all.push((role, member));
    }
    for role in OperatorRole::iter() {
        let person = t.person(Locale::Ko).await?;
        let tx = t.madang.app.platform().await?;
        make_operator(&tx, person.id, role).await?;
        tx.commit().await?;
        all.push((format!("operator's {}", named(json!(role))), person.caller));
    }
    Ok(all)
}

#[actix_web::test]
async fn every_operation_lets_in_who_has_its_permission_and_nobody_else() -> Result<()> {
    let t = TestApp::start().await?;
    let everybody = everybody(&t).await?;
    let table = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../docs/permissions.md")).map_err(Problem::internal)?;
    let operations = operations(&t.anyone().get("/openapi.json").await.ok());
    let (mut walked, mut wrong) = (0, Vec::new());
    for row in table.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = row.trim_matches(['|', ' ']).split(" | ").collect();
        let [_, call, _, _, roles] = cells.as_slice() else { continue };
        let Some((method, path)) = call.trim_matches('`').split_once(' ') else { continue };
        let allowed: Vec<&str> = roles.split(", ").collect();
        let Some(operation) = operations.iter().find(|it| it.path == path && it.method.as_str() == method) else { continue };
        // An id that nothing has: whoever gets in finds nothing, and nothing is changed.
        let path = operation.at(nobody, |_| "x".to_owned());
        let body = (!operation.reads()).then(|| b"[]".to_vec());
        for (role, caller) in &everybody {
            let answer = caller.send(operation.method.clone(), &path, body.clone()).await;
            walked += 1;
            let refused = answer.status == 403 && answer.code() == "auth.forbidden";
            if refused == allowed.contains(&role.as_str()) {
                wrong.push(format!("{call} as {role}: {} {}", answer.status, answer.text));
            }
        }
    }
    assert!(walked > 1_000, "{walked} calls");
    assert!(wrong.is_empty(), "not as docs/permissions.md says:\n  {}", wrong.join("\n  "));
    t.finish().await
}
