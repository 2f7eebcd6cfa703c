//! Documents name what exists: a path or a link that they give leads to a file.

use crate::tree::{Source, files_under, line_of, none, root};

/// Folders by which a path of the project begins.
const TOPS: &[&str] = &["backend/", "migrations/", "openapi/", "tests/", "infra/", "frontend/", "docs/"];

#[test]
fn what_a_document_names_exists() {
    let mut found = Vec::new();
    for file in files_under("").iter().filter(|file| file.path.ends_with(".md")) {
        for (at, path) in paths(&file.text).into_iter().chain(links(file)) {
            if !root().join(&path).exists() {
                found.push(format!("{}:{}: {path}", file.path, line_of(&file.text, at)));
            }
        }
    }
    none("A document names a file that is not there.", &found);
}

/// Paths in backticks. One with a placeholder or a pattern in it stands for many and is left alone.
fn paths(text: &str) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    let mut at = 0;
    for (index, part) in text.split('`').enumerate() {
        let plain = part.chars().all(|c| c.is_ascii_alphanumeric() || "/_.-".contains(c));
        if index % 2 == 1 && plain && TOPS.iter().any(|top| part.starts_with(top)) {
            found.push((at, part.to_owned()));
        }
        at += part.len() + 1;
    }
    found
}

/// Links within the project, from the root.
fn links(file: &Source) -> Vec<(usize, String)> {
    let folder = file.path.rsplit_once('/').map(|(folder, _)| format!("{folder}/")).unwrap_or_default();
    let mut found = Vec::new();
    for (at, _) in file.text.match_indices("](") {
        let target = file.text.get(at + 2..).unwrap_or_default().split([')', '#', ' ']).next().unwrap_or_default();
        if !target.is_empty() && !target.contains("://") {
            found.push((at, format!("{folder}{target}")));
        }
    }
    found
}
