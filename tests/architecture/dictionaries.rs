//! Error codes: declared once, listed in the document, and said to people in both languages.

use crate::{
    rust::rust_under,
    tree::{Source, files_under, none},
};
use std::collections::{BTreeMap, BTreeSet};

/// Codes that the screens themselves raise.
const OF_THE_SCREENS: &str = "client.";

/// Every code declared in the backend, with its place.
fn declared() -> BTreeMap<String, Vec<String>> {
    let mut found: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for file in rust_under("backend") {
        for (at, line) in file.source.text.lines().enumerate() {
            if let Some(code) = code_declared(line) {
                found.entry(code.to_owned()).or_default().push(format!("{}:{}", file.source.path, at + 1));
            }
        }
    }
    found
}

/// `NAME = 409 "a.code" "What it means.";`
fn code_declared(line: &str) -> Option<&str> {
    let (name, rest) = line.trim().split_once(" = ")?;
    let (status, rest) = rest.split_once(" \"")?;
    let constant = name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    (constant && status.len() == 3 && status.parse::<u16>().is_ok()).then(|| rest.split('"').next())?
}

#[test]
fn a_code_is_declared_once_and_listed() {
    let listed: BTreeSet<_> = server::openapi::codes().into_iter().map(|code| code.name.to_owned()).collect();
    let mut found = Vec::new();
    for (code, places) in declared() {
        if places.len() > 1 {
            found.push(format!("{}: {code} is declared more than once", places.join(", ")));
        }
        if !listed.contains(&code) {
            found.push(format!("{}: {code} is not in server::openapi::codes()", places.join(", ")));
        }
    }
    assert!(listed.len() > 50, "only {} codes are listed", listed.len());
    none("An error code is declared twice, or is missing from the document.", &found);
}

#[test]
fn a_code_begins_with_its_context() {
    let right = |code: &str, place: &str| {
        let context = place.split('/').nth(1).unwrap_or_default();
        let first = code.split('.').next().unwrap_or_default();
        let parts = code.split('.').count();
        let prefixes: &[&str] = match context {
            "kernel" => &["request", "auth", "server"],
            "flows" => &["flow"],
            other => &[other],
        };
        prefixes.contains(&first)
            && (2..=3).contains(&parts)
            && code.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || "._".contains(c))
    };
    let declared = declared();
    let wrong = declared.iter().flat_map(|(code, places)| places.iter().map(move |place| (code, place))).filter(|(code, place)| !right(code, place));
    let found: Vec<_> = wrong.map(|(code, place)| format!("{place}: {code}")).collect();
    none("An error code is `context.noun.reason` or `context.reason`, in lower case.", &found);
}

#[test]
fn a_code_is_said_in_both_languages() {
    let known: BTreeSet<_> = server::openapi::codes().into_iter().map(|code| code.name.to_owned()).collect();
    let mut found = Vec::new();
    for language in ["ko", "en"] {
        let path = format!("frontend/src/i18n/{language}/errors.ts");
        let files = files_under(&format!("frontend/src/i18n/{language}"));
        let said = files.iter().find(|file| file.path == path).map(said).unwrap_or_default();
        found.extend(known.iter().filter(|code| !said.contains_key(*code)).map(|code| format!("{path}:1: {code} is missing")));
        let dead = |code: &&String| code.contains('.') && !code.starts_with(OF_THE_SCREENS) && !known.contains(*code);
        found.extend(said.keys().filter(dead).map(|code| format!("{path}:{}: {code} is no code of the API", said.get(code).unwrap_or(&1))));
    }
    none("The dictionaries of errors and the codes of the API are not the same.", &found);
}

/// The quoted keys of a dictionary, with their lines.
fn said(file: &Source) -> BTreeMap<String, usize> {
    let key = |line: &str| line.trim().strip_prefix('"')?.split_once("\":").map(|(key, _)| key.to_owned());
    file.text.lines().enumerate().filter_map(|(at, line)| key(line).map(|key| (key, at + 1))).collect()
}
