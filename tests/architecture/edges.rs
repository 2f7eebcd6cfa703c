//! Which crate may know which. The manifest of every crate is compared with this table, so that a
//! new edge is a decision that someone takes here and not an accident of an import.

use crate::tree::{none, root};
use serde_json::Value;
use std::process::Command;

/// What it is to be a context: its own tables, and no word of another context.
pub const CONTEXTS: &[&str] = &[
    "identity",
    "company",
    "catalog",
    "stock",
    "sales",
    "promotion",
    "community",
    "trade",
    "payment",
    "ledger",
    "books",
    "crm",
    "production",
    "matching",
    "autopilot",
    "notify",
    "approval",
];

/// What a crate may depend on within the house; `None` for a crate that the house does not know.
fn allowed(krate: &str) -> Option<Vec<&'static str>> {
    let base = ["kernel", "platform"];
    let joined = || base.iter().chain(CONTEXTS).copied().collect();
    Some(match krate {
        "kernel" => vec![],
        "platform" => vec!["kernel"],
        "migrations" => base.to_vec(),
        // An adapter of a payment provider fills in the gateway that the payment context defines.
        "payment-stripe" => vec!["kernel", "platform", "payment"],
        "flows" | "views" => joined(),
        "server" => [joined(), vec!["flows", "views", "migrations", "payment-stripe"]].concat(),
        "tests" => [joined(), vec!["flows", "views", "migrations", "payment-stripe", "server"]].concat(),
        context if CONTEXTS.contains(&context) => base.to_vec(),
        _ => return None,
    })
}

/// The house's word for a package: `madang-trade` is `trade`, and `madang` itself the server.
fn house_name(package: &str) -> &str {
    if package == "madang" { "server" } else { package.strip_prefix("madang-").unwrap_or(package) }
}

#[test]
fn a_crate_knows_only_those_below_it() -> Result<(), Box<dyn std::error::Error>> {
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".into());
    let output = Command::new(cargo).args(["metadata", "--no-deps", "--offline", "--format-version", "1"]).current_dir(root()).output()?;
    assert!(output.status.success(), "cargo metadata: {}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout)?;
    let packages = metadata["packages"].as_array().cloned().unwrap_or_default();
    assert!(packages.len() > 10, "cargo metadata names only {} packages", packages.len());
    let mut found = Vec::new();
    for package in &packages {
        let krate = house_name(package["name"].as_str().unwrap_or_default());
        let manifest = package["manifest_path"].as_str().unwrap_or_default().trim_start_matches(&format!("{}/", root().display())).to_owned();
        let Some(allowed) = allowed(krate) else {
            found.push(format!("{manifest}:1: the crate {krate} is not in the table of tests/architecture/edges.rs; give it its place there"));
            continue;
        };
        let dependencies = package["dependencies"].as_array().cloned().unwrap_or_default();
        for dependency in dependencies.iter().filter(|dependency| dependency["path"].is_string()) {
            let known = house_name(dependency["name"].as_str().unwrap_or_default());
            // The tests of a crate may make its tables; what runs never does.
            let for_tests = dependency["kind"] == "dev" && known == "migrations";
            if !allowed.contains(&known) && !for_tests {
                found.push(format!("{manifest}:{}: {krate} may not know {known}", line_naming(&manifest, known)));
            }
        }
    }
    none(
        "A crate knows a crate that it may not. Contexts import kernel and platform alone: what two of them must write is a flow, what two of them must show is a view.",
        &found,
    );
    Ok(())
}

fn line_naming(manifest: &str, name: &str) -> usize {
    let text = std::fs::read_to_string(root().join(manifest)).unwrap_or_default();
    text.lines().position(|line| line.starts_with(name) || line.contains(&format!("madang-{name}\""))).map_or(1, |at| at + 1)
}
