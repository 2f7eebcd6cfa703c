//! Names, sizes and first sentences: a newcomer guesses where a line lives and is right.

use crate::tree::{Source, contexts, files_under, none, root};
use std::fs;

/// Names under which anything could lie, so that in the end everything does.
const SAYS_NOTHING: &[&str] = &["helper", "helpers", "util", "utils", "utilities", "common", "misc", "manager", "managers"];

/// Files with such a name that say enough by their folder: the words that all faces share.
const SAID_BY_THE_FOLDER: &[&str] = &["frontend/src/i18n/ko/common.ts", "frontend/src/i18n/en/common.ts"];

/// Lines after which a file is more than one thing.
const LONGEST: usize = 400;

/// Dictionaries are lists of words, one for each face, and as long as the face has words.
const DICTIONARIES: &str = "frontend/src/i18n";

fn code_files() -> Vec<Source> {
    let written = |file: &Source| [".rs", ".ts", ".tsx", ".mjs", ".js", ".sh", ".css", ".sql"].iter().any(|ending| file.path.ends_with(ending));
    files_under("").into_iter().filter(written).collect()
}

#[test]
fn a_file_name_says_what_is_in_it() {
    let empty = |file: &&Source| {
        !SAID_BY_THE_FOLDER.contains(&file.path.as_str())
            && file.path.split('/').any(|part| words(part).iter().any(|word| SAYS_NOTHING.contains(&word.as_str())))
    };
    let found: Vec<_> = code_files().iter().filter(empty).map(|file| format!("{}:1", file.path)).collect();
    none("A file or folder is named for nothing in particular. Name it for the noun that it holds.", &found);
}

/// The words of a name: `DateUtils.ts`, `date-utils.ts` and `date_utils.rs` are date and utils.
fn words(name: &str) -> Vec<String> {
    let mut spaced = String::new();
    for character in name.chars() {
        if character.is_uppercase() {
            spaced.push(' ');
        }
        spaced.extend(character.to_lowercase());
    }
    spaced.split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect()
}

#[test]
fn a_file_is_short() {
    let by_hand = |file: &&Source| {
        let generated = file.text.lines().next().is_some_and(|line| line.contains("Generated from"));
        [".rs", ".ts", ".tsx", ".mjs", ".sh"].iter().any(|ending| file.path.ends_with(ending)) && !generated && !file.lies_in(DICTIONARIES)
    };
    let found: Vec<_> = code_files()
        .iter()
        .filter(by_hand)
        .map(|file| (file, file.text.lines().count()))
        .filter(|(_, lines)| *lines > LONGEST)
        .map(|(file, lines)| format!("{}:{LONGEST}: {lines} lines", file.path))
        .collect();
    none("A file has grown past 400 lines. It holds more than one thing: give the second its own file.", &found);
}

#[test]
fn a_crate_begins_with_what_it_owns() {
    let mut found = Vec::new();
    for krate in fs::read_dir(root().join("backend")).into_iter().flatten().flatten() {
        let name = krate.file_name().to_string_lossy().into_owned();
        let text = fs::read_to_string(krate.path().join("src/lib.rs")).unwrap_or_default();
        let prose: Vec<_> = text.lines().take_while(|line| line.starts_with("//!")).collect();
        if prose.is_empty() {
            found.push(format!("backend/{name}/src/lib.rs:1: no `//!` paragraph"));
        } else if contexts().contains(&name) && !["refuse", "never", "not"].iter().any(|word| prose.join(" ").contains(word)) {
            found.push(format!("backend/{name}/src/lib.rs:1: it says what it owns, but not what it refuses"));
        }
    }
    none("A crate does not open with what it owns and what it refuses.", &found);
}

#[test]
fn no_path_of_a_machine_is_in_the_tree() {
    // Put together here, or this file would name them itself.
    let folders = ["work", "root", "home", "Users"].map(|folder| format!("/{folder}/"));
    let mut found = Vec::new();
    for file in files_under("") {
        for (at, line) in file.text.lines().enumerate() {
            if folders.iter().any(|folder| is_absolute(line, folder)) {
                found.push(format!("{}:{}: {}", file.path, at + 1, line.trim().chars().take(120).collect::<String>()));
            }
        }
    }
    none("A path of one person's machine is in the tree. Write it from the root of the project.", &found);
}

/// Whether a path begins with this folder, and does not merely pass through one of that name.
fn is_absolute(line: &str, folder: &str) -> bool {
    line.match_indices(folder).any(|(at, _)| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_alphanumeric() || "_-.}/@*~".contains(c))
    })
}

#[test]
fn lock_files_name_public_registries_alone() {
    let public = ["https://registry.npmjs.org/", "registry+https://github.com/rust-lang/crates.io-index"];
    let mut found = Vec::new();
    for file in files_under("").iter().filter(|file| ["package-lock.json", "Cargo.lock"].contains(&file.name())) {
        for (at, line) in file.text.lines().enumerate() {
            let address = line.trim().strip_prefix("\"resolved\": ").or_else(|| line.strip_prefix("source = "));
            if address.is_some_and(|address| !public.iter().any(|host| address.trim_matches(['"', ',']).starts_with(host))) {
                found.push(format!("{}:{}: {}", file.path, at + 1, line.trim()));
            }
        }
    }
    none("A lock file names a registry that not everyone reaches.", &found);
}

#[test]
fn a_name_is_split_into_its_words() {
    assert_eq!(words("dateUtils.test.ts"), ["date", "utils", "test", "ts"]);
    let sample = format!("see /{}/main/a.rs", "work");
    assert!(is_absolute(&sample, &format!("/{}/", "work")));
    assert!(!is_absolute("faces/home/page.tsx", &format!("/{}/", "home")));
}
