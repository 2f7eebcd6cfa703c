//! Tables belong to contexts. The SQL of a table lies in the file of its context, and that context
//! alone reads and writes it; views read them all, and write none.

use crate::{
    rust::{Literal, Rust, rust_under},
    tree::{contexts, files_under, none},
};
use std::collections::BTreeMap;

/// Each table with the context that owns it; two scopes may each have one of the same name.
fn owners() -> BTreeMap<String, Vec<String>> {
    let mut owners: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in files_under("migrations/sql") {
        let context = file.name().trim_end_matches(".sql").to_owned();
        for table in file.text.lines().filter_map(|line| line.strip_prefix("CREATE TABLE ")).filter_map(|rest| rest.split([' ', '(']).next()) {
            owners.entry(table.to_owned()).or_default().push(context.clone());
        }
    }
    owners
}

#[test]
fn a_context_touches_its_own_tables_alone() {
    let owners = owners();
    let contexts = contexts();
    let mut found = Vec::new();
    for file in rust_under("backend") {
        let Some(context) = file.source.krate().filter(|krate| contexts.iter().any(|context| context == krate)) else { continue };
        for literal in &file.strings {
            for table in tables_in(literal) {
                let foreign = owners.get(&table).is_some_and(|owners| !owners.iter().any(|owner| owner == context));
                if foreign {
                    found.push(format!(
                        "{}:{}: {table} belongs to {}",
                        file.source.path,
                        literal.line,
                        owners.get(&table).map(|o| o.join(", ")).unwrap_or_default()
                    ));
                }
            }
        }
        found.extend(entities_of_others(&file, context, &owners));
    }
    none("A context reads or writes a table of another. Ask for the row in a flow or a view and pass it in.", &found);
}

/// The tables that a piece of SQL names; text that is no SQL names none.
fn tables_in(literal: &Literal) -> Vec<String> {
    let is_sql = ["SELECT ", "INSERT ", "UPDATE ", "DELETE ", "WITH "].iter().any(|word| literal.text.trim_start().starts_with(word));
    if !is_sql {
        return Vec::new();
    }
    let words: Vec<_> = literal.text.split(|c: char| c.is_whitespace() || "(),\\".contains(c)).filter(|word| !word.is_empty()).collect();
    let named = |pair: &[&str]| match pair {
        ["FROM" | "JOIN" | "INTO" | "UPDATE", table] => Some(table.trim_start_matches("platform.").trim_start_matches("cell.").to_owned()),
        _ => None,
    };
    words.windows(2).filter_map(named).collect()
}

fn entities_of_others(file: &Rust, context: &str, owners: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let mut found = Vec::new();
    for (at, line) in file.source.text.lines().enumerate() {
        let Some(table) = line.split("table_name = \"").nth(1).and_then(|rest| rest.split('"').next()) else { continue };
        match owners.get(table) {
            None => found.push(format!("{}:{}: no migration makes a table {table}", file.source.path, at + 1)),
            Some(owners) if !owners.iter().any(|owner| owner == context) => {
                found.push(format!("{}:{}: {table} belongs to {}", file.source.path, at + 1, owners.join(", ")))
            }
            Some(_) => {}
        }
        if line.contains("schema_name") {
            found.push(format!("{}:{}: the scope chooses the schema, not the entity", file.source.path, at + 1));
        }
    }
    found
}

#[test]
fn views_only_read() {
    let mut found = Vec::new();
    for file in rust_under("backend/views") {
        for literal in &file.strings {
            if ["INSERT INTO ", "UPDATE ", "DELETE FROM "].iter().any(|verb| literal.text.contains(verb)) && !literal.text.contains("FOR UPDATE") {
                found.push(format!("{}:{}: a statement that writes", file.source.path, literal.line));
            }
        }
        for call in ["tx.insert", "tx.update", "tx.delete_many", "tx.emit", ".commit()", "::actions::", "tx.run"] {
            found.extend(file.uses(call).into_iter().map(|place| format!("{place}: {call}")));
        }
    }
    none("A view writes. What crosses contexts and writes is a flow.", &found);
}

#[test]
fn no_statement_asks_for_whatever_columns_there_are() {
    let mut found = Vec::new();
    for file in rust_under("backend") {
        let everything = |literal: &&Literal| literal.text.contains("SELECT *") || literal.text.contains("RETURNING *");
        found.extend(file.strings.iter().filter(everything).map(|literal| format!("{}:{}", file.source.path, literal.line)));
    }
    none("`SELECT *` breaks prepared statements when a migration adds a column. Name the columns.", &found);
}

#[test]
fn every_sql_file_is_part_of_a_migration() {
    let sources: String = files_under("migrations/src").into_iter().map(|file| file.text).collect();
    let unused = |path: &String| !sources.contains(&path.replace("migrations/", "../"));
    let found: Vec<_> = files_under("migrations/sql").into_iter().map(|file| file.path).filter(unused).map(|path| format!("{path}:1")).collect();
    none("An SQL file is run by no migration.", &found);
}

#[test]
fn the_tables_of_a_statement_are_seen() {
    let of = |text: &str| tables_in(&Literal { line: 1, text: text.into() });
    assert_eq!(of("SELECT a FROM platform.trade t JOIN company c ON true"), ["trade", "company"]);
    assert_eq!(of("UPDATE level SET a = 1"), ["level"]);
    assert!(of("The order comes FROM company").is_empty());
}
