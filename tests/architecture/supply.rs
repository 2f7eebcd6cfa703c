//! What others have written and we build in: from the public registries alone, under licences that
//! we have agreed to, and nothing that is banned. `deny.toml` is the one list; this test reads it,
//! so that it holds without the tool and without the internet.

use crate::tree::{none, root};
use serde_json::Value;
use std::{collections::BTreeSet, fs, process::Command};

/// The quoted words of a list in `deny.toml`, from its opening to its end.
fn listed(text: &str, opening: &str) -> BTreeSet<String> {
    let list = text.split(opening).nth(1).and_then(|rest| rest.split("\n]").next()).unwrap_or_default();
    let code = list.lines().filter(|line| !line.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n");
    code.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The licences that one crate alone may have.
fn excepted(text: &str, name: &str) -> BTreeSet<String> {
    let line = text.lines().find(|line| line.contains(&format!("crate = \"{name}\", allow = [")));
    let list = line.and_then(|line| line.split("allow = [").nth(1)).unwrap_or_default();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

fn policy() -> String {
    fs::read_to_string(root().join("deny.toml")).unwrap_or_default()
}

/// All packages that the lock file may build, as cargo describes them; it fetches those of other platforms that are not here yet.
fn packages() -> Vec<Value> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo).args(["metadata", "--format-version", "1", "--locked"]).current_dir(root()).output();
    let text = output.map(|output| output.stdout).unwrap_or_default();
    let metadata: Value = serde_json::from_slice(&text).unwrap_or_default();
    metadata["packages"].as_array().cloned().unwrap_or_default()
}

fn word<'a>(package: &'a Value, name: &str) -> &'a str {
    package[name].as_str().unwrap_or_default()
}

/// Whether a licence expression (SPDX) can be met by what is allowed: one side of each OR, all of
/// each AND.
fn may(expression: &str, allowed: &BTreeSet<String>) -> bool {
    let expression = expression.replace('/', " OR ");
    let mut depth = 0_usize;
    let split = |separator: &str| -> Vec<String> {
        let (mut parts, mut current, mut depth) = (Vec::new(), Vec::new(), 0_i32);
        for token in expression.replace('(', " ( ").replace(')', " ) ").split_whitespace() {
            match token {
                "(" => depth += 1,
                ")" => depth -= 1,
                _ => {}
            }
            if token == separator && depth == 0 {
                parts.push(std::mem::take(&mut current).join(" "));
            } else {
                current.push(token.to_owned());
            }
        }
        parts.push(current.join(" "));
        parts
    };
    for (separator, any) in [("OR", true), ("AND", false)] {
        let parts = split(separator);
        if parts.len() > 1 {
            return if any { parts.iter().any(|part| may(part, allowed)) } else { parts.iter().all(|part| may(part, allowed)) };
        }
    }
    let mut inner = expression.trim();
    while let Some(rest) = inner.strip_prefix('(').and_then(|rest| rest.trim().strip_suffix(')')) {
        inner = rest.trim();
        depth += 1;
    }
    if depth > 0 { may(inner, allowed) } else { allowed.contains(inner) }
}

#[test]
fn crates_are_licensed_in_a_way_that_we_have_agreed_to() {
    let allowed = listed(&policy(), "allow = [");
    let packages = packages();
    assert!(packages.len() > 200 && allowed.len() > 5, "{} packages, {} licences", packages.len(), allowed.len());
    let policy = policy();
    let wrong = |package: &&Value| {
        let excepted = excepted(&policy, word(package, "name"));
        !may(word(package, "license"), &allowed.union(&excepted).cloned().collect())
    };
    let found: Vec<String> = packages
        .iter()
        .filter(wrong)
        .map(|package| format!("{} {}: {:?}", word(package, "name"), word(package, "version"), word(package, "license")))
        .collect();
    none("A crate has a licence that deny.toml does not allow. Agree to it there, or do without the crate.", &found);
}

#[test]
fn crates_come_from_the_public_registry_and_none_is_banned() {
    let banned = listed(&policy(), "deny = [");
    assert!(banned.contains("openssl"), "{banned:?}");
    let mut found = Vec::new();
    for package in packages() {
        let source = word(&package, "source");
        // Without a source it is a crate of ours.
        if !source.is_empty() && source != "registry+https://github.com/rust-lang/crates.io-index" {
            found.push(format!("{} comes from {source}", word(&package, "name")));
        }
        if banned.contains(word(&package, "name")) {
            found.push(format!("{} is banned by deny.toml", word(&package, "name")));
        }
    }
    none("A crate is not what deny.toml lets in.", &found);
}

/// Licences of npm packages, beside those of crates.
const OF_PACKAGES: &[&str] = &["BlueOak-1.0.0", "CC-BY-4.0", "OFL-1.1", "Python-2.0", "MPL-2.0", "LGPL-3.0-or-later"];
/// Packages whose lock names no licence, because they state it in a form that npm no longer reads; what
/// their own licence file says, by name and version.
const STATED_OTHERWISE: &[(&str, &str, &str)] = &[("node_modules/reserved", "0.1.2", "MIT")];
/// Packages that are run by tools of ours and are part of nothing that we give away.
const TOOLS_ALONE: &[&str] = &["MPL-2.0", "LGPL-3.0-or-later"];

#[test]
fn node_packages_are_known_by_hash_and_licence() {
    let mut allowed = listed(&policy(), "allow = [");
    allowed.extend(OF_PACKAGES.iter().map(|licence| (*licence).to_owned()));
    let mut found = Vec::new();
    for lock in ["frontend/package-lock.json", "tests/e2e/package-lock.json", "infra/demo/package-lock.json"] {
        let json: Value = serde_json::from_str(&fs::read_to_string(root().join(lock)).unwrap_or_default()).unwrap_or_default();
        let packages = json["packages"].as_object().cloned().unwrap_or_default();
        assert!(!packages.is_empty(), "{lock} holds no package");
        for (name, package) in packages.iter().filter(|(name, _)| !name.is_empty()) {
            let stated = STATED_OTHERWISE.iter().find(|(known, version, _)| *known == name.as_str() && *version == word(package, "version"));
            let licence = stated.map_or_else(|| word(package, "license"), |(_, _, licence)| *licence);
            if !may(licence, &allowed) {
                found.push(format!("{lock}: {name}: licence {licence:?}"));
            }
            let ships = lock.starts_with("frontend") && package["dev"] != true && package["devOptional"] != true;
            if ships && TOOLS_ALONE.contains(&licence) {
                found.push(format!("{lock}: {name}: {licence} is for tools alone"));
            }
            if word(package, "integrity").is_empty() && package["link"] != true && package["inBundle"] != true {
                found.push(format!("{lock}: {name}: no hash"));
            }
            if !lock.starts_with("infra")
                && package["hasInstallScript"] == true
                && package["optional"] != true
                && package["dev"] != true
                && package["devOptional"] != true
            {
                found.push(format!("{lock}: {name}: runs a script when it is installed"));
            }
        }
    }
    none("A package of npm is not what we have agreed to.", &found);
}

#[test]
fn a_licence_expression_is_read_as_it_is_meant() {
    let allowed: BTreeSet<String> = ["MIT", "Apache-2.0", "Unicode-3.0"].map(str::to_owned).into();
    for (expression, right) in [
        ("MIT", true),
        ("MIT/Apache-2.0", true),
        ("GPL-3.0 OR MIT", true),
        ("GPL-3.0 AND MIT", false),
        ("(MIT OR GPL-3.0) AND Unicode-3.0", true),
        ("(GPL-3.0 OR LGPL-3.0) AND MIT", false),
        ("((MIT))", true),
        ("", false),
    ] {
        assert_eq!(may(expression, &allowed), right, "{expression}");
    }
}
