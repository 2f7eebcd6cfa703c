//! What is said of two at once is held by stories that exist: every row of the tables in
//! `docs/concurrency.md` names one.

use crate::tree::{none, root};
use std::fs;

#[test]
fn every_case_of_two_at_once_names_a_story_that_exists() {
    let text = fs::read_to_string(root().join("docs/concurrency.md")).unwrap_or_default();
    let mut found = Vec::new();
    let mut rows = 0;
    for (at, line) in text.lines().enumerate() {
        let is_row = line.starts_with("| ") && !line.starts_with("| case");
        if !is_row {
            continue;
        }
        rows += 1;
        let named = line.split('`').filter_map(|part| part.split_once("::"));
        let stories: Vec<(&str, &str)> = named.filter(|(file, story)| is_word(file) && is_word(story)).collect();
        if stories.is_empty() {
            found.push(format!("docs/concurrency.md:{}: no story", at + 1));
        }
        for (file, story) in stories {
            let source = fs::read_to_string(root().join(format!("tests/api/{file}.rs"))).unwrap_or_default();
            if !source.contains(&format!("async fn {story}()")) {
                found.push(format!("docs/concurrency.md:{}: {file}::{story}", at + 1));
            }
        }
    }
    assert!(rows > 25, "only {rows} cases were read out of docs/concurrency.md");
    none("A case of two at once names no story, or one that is not there.", &found);
}

fn is_word(text: &str) -> bool {
    !text.is_empty() && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}
