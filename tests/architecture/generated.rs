//! Generated files are committed, and are what the program would write today. `UPDATE=1` rewrites
//! them. The client's types are checked by the screens' suite, docs/states by the trade crate.

use crate::tree::root;
use std::fs;

pub fn fresh(path: &str, json: &str) -> Result<(), Box<dyn std::error::Error>> {
    let wanted = format!("{json}\n");
    let file = root().join(path);
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&file, &wanted)?;
    }
    let committed = fs::read_to_string(&file).unwrap_or_default();
    let line = wanted.lines().zip(committed.lines()).position(|(wanted, committed)| wanted != committed);
    let line = line.unwrap_or_else(|| wanted.lines().count().min(committed.lines().count())) + 1;
    assert!(
        committed == wanted,
        "{path}:{line}: the file is stale; rewrite it with `UPDATE=1 cargo test -p madang-tests --test architecture`, then `npm --prefix frontend run generate`",
    );
    Ok(())
}

#[test]
fn openapi_json_is_fresh() -> Result<(), Box<dyn std::error::Error>> {
    fresh("openapi/openapi.json", &server::openapi::document().to_pretty_json()?)
}

#[test]
fn company_json_is_fresh() -> Result<(), Box<dyn std::error::Error>> {
    fresh("openapi/company.json", &server::openapi::company_document().to_pretty_json()?)
}
