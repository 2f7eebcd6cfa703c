//! `make fuzz`: a market full of data is served, and schemathesis (a property-based tester of HTTP
//! APIs) makes up requests out of its OpenAPI document, as every kind of caller. No request may
//! meet a failure of the server, or an answer that the document does not declare; and after all
//! of them the journal still proves itself.

use crate::{
    Caller, Market,
    isolation::{document::operations, harvest::Harvest, world::lively},
};
use kernel::{Locale, OperatorRole, Problem, Result};
use serde_json::{Value, json};
use std::{path::Path, process::Stdio};
use tokio::process::Command;

/// Operations after which a caller is nobody any more; they are walked by one whom nothing else needs.
const LEAVING: &[&str] = &[
    "account.account.delete",
    "account.session.end",
    "account.session.revoke",
    "account.session.revoke_all",
    "account.password.set",
    "account.second_factor.confirm",
];

/// How much is tried.
#[derive(Clone, Copy)]
pub struct Effort {
    /// Requests made up for each operation and caller.
    pub cases: u32,
    /// Whether boundaries are walked one by one, and calls that follow from each other.
    pub thorough: bool,
    /// What the made-up requests follow from.
    pub seed: u32,
    /// Where it says how far it is.
    pub progress: fn(&str),
}

/// What was found.
#[derive(Debug, Default)]
pub struct Report {
    operations: u64,
    cases: u64,
    /// What schemathesis told of the failures, with a call that repeats each.
    pub told: Vec<String>,
    /// What failed, in words.
    pub failures: Vec<String>,
}

impl Report {
    /// The last line.
    #[must_use]
    pub fn line(&self) -> String {
        format!("fuzz: {} operations, {} cases, {} failures", self.operations, self.cases, self.failures.len())
    }
}

/// Serves a market and walks its document.
pub async fn fuzz(effort: Effort) -> Result<Report> {
    let m = Market::open().await?;
    let (done, open) = lively(&m).await?;
    let document = m.t.anyone().get("/openapi.json").await.ok();
    let operations = operations(&document);
    let mut report = Report::default();
    let person = m.t.person(Locale::En).await?;
    let sales = m.t.person(Locale::Ko).await?;
    let sales = m.mart.hire(&m.t, &sales, "sales").await?;
    let observer = crate::isolation::world::of_the_operator(&m.t, OperatorRole::Observer).await?;
    let leaver = m.t.person(Locale::Ko).await?;
    // Who may put others out comes after them.
    let callers = [
        ("visitor", m.t.anyone(), false),
        ("buyer", open.buyer.clone(), false),
        ("person", person.caller, false),
        ("salesperson", sales, false),
        ("owner", m.mart.caller.clone(), false),
        ("observer", observer.caller, false),
        ("operator", m.operator.caller.clone(), false),
        ("leaver", leaver.caller, true),
    ];
    let dir = std::env::temp_dir().join(format!("madang-fuzz-{}", std::process::id()));
    std::fs::create_dir_all(&dir).map_err(Problem::internal)?;
    let held = [done.id.to_string(), open.id.to_string()];
    // A short pass leaves out those who may do a part of what others may.
    let tries = |name: &str| effort.thorough || ["visitor", "owner", "operator", "leaver"].contains(&name);
    for (name, caller, leaving) in callers.into_iter().filter(|(name, ..)| tries(name)) {
        let seen = Harvest::of(&caller, &m.mart.slug, &operations, &held).await;
        let known = json!({"shop": m.mart.slug, "ids": seen.ids});
        std::fs::write(dir.join("known.json"), known.to_string()).map_err(Problem::internal)?;
        walk(&m.t.base, name, &caller, leaving, effort, &dir, &mut report).await?;
        // A caller who was shut out on the way has tried nothing after that.
        if !leaving && caller.headers().iter().any(|(name, _)| name == "authorization") && caller.get("/account/me").await.status != 200 {
            report.failures.push(format!("{name} is not signed in any more"));
        }
    }
    let _gone = std::fs::remove_dir_all(&dir);
    m.t.prove().await?;
    Ok(report)
}

async fn walk(base: &str, name: &str, caller: &Caller, leaving: bool, effort: Effort, dir: &Path, report: &mut Report) -> Result<()> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz");
    let python = std::env::var("MADANG_TEST_VENV").map_err(|_| Problem::internal("MADANG_TEST_VENV names the tests' Python environment"))?;
    let written = dir.join("report.json");
    let mut command = Command::new(Path::new(&python).join("bin/schemathesis"));
    command.args(["run", &format!("{base}/api/v1/openapi.json"), "--checks", "all", "--workers", "1"]);
    command.args(["--phases", if effort.thorough { "examples,coverage,fuzzing,stateful" } else { "examples,fuzzing" }]);
    command.args(["--max-examples", &effort.cases.to_string(), "--seed", &effort.seed.to_string()]);
    command.args(["--report", "json", "--report-json-path"]).arg(&written);
    // A token goes in as credentials, so that calls without it can be tried, too.
    let mut settings = std::fs::read_to_string(here.join("schemathesis.toml")).map_err(Problem::internal)?;
    for (header, value) in caller.headers() {
        match value.strip_prefix("Bearer ") {
            Some(token) => settings += &format!("\n[auth.openapi.session]\nbearer = \"{token}\"\n"),
            None => drop(command.args(["-H", &format!("{header}: {value}")])),
        }
    }
    std::fs::write(dir.join("schemathesis.toml"), settings).map_err(Problem::internal)?;
    for id in LEAVING {
        command.args([if leaving { "--include-operation-id" } else { "--exclude-operation-id" }, id]);
    }
    command.current_dir(dir).env("SCHEMATHESIS_HOOKS", "hooks").env("PYTHONPATH", &here).env("PYTHONDONTWRITEBYTECODE", "1");
    command.env("MADANG_FUZZ_KNOWN", dir.join("known.json"));
    let output = command.stdin(Stdio::null()).output().await.map_err(Problem::internal)?;
    let found: Value = std::fs::read(&written).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
    let _read = std::fs::remove_file(&written);
    let cases = found["test_cases"]["generated"].as_u64().unwrap_or_default();
    report.cases += cases;
    let tested = found["operations"]["tested"].as_u64().unwrap_or_default();
    report.operations = if leaving { report.operations + tested } else { report.operations.max(tested) };
    let failures = found["failures"].as_array().cloned().unwrap_or_default();
    for failure in &failures {
        let operations = failure["operations"].as_array().into_iter().flatten().filter_map(Value::as_str).collect::<Vec<_>>();
        report.failures.push(format!("{name}: {}: {}", failure["title"].as_str().unwrap_or_default(), operations.join(", ")));
    }
    for error in found["errors"].as_array().into_iter().flatten() {
        report.failures.push(format!("{name}: the maker of requests failed: {error}"));
    }
    if found["complete"] != true || (failures.is_empty() && !output.status.success()) {
        report.failures.push(format!("{name}: the walk did not come to its end"));
    }
    (effort.progress)(&format!("{name}: {tested} operations, {cases} cases, {} failures", failures.len()));
    if !output.status.success() {
        report.told.push(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    Ok(())
}
