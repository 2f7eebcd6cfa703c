//! Things that have one home: the clock, the environment, connections, raw SQL, and floats, which
//! have none.

use crate::{
    rust::{Rust, rust_under},
    tree::{Source, contexts, files_under, line_of, none},
};

/// Everything that runs: the backend and the migrations.
fn running() -> impl Iterator<Item = Rust> {
    rust_under("backend").into_iter().chain(rust_under("migrations"))
}

fn uses_outside(homes: &[&str], words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in running().filter(|file| !homes.iter().any(|home| file.source.lies_in(home))) {
        for word in words {
            found.extend(file.uses(word).into_iter().map(|place| format!("{place}: {word}")));
        }
    }
    found
}

#[test]
fn the_clock_is_read_in_one_place() {
    let words = ["Utc::now", "Local::now", "SystemTime::now", "SystemTime", "OffsetDateTime::now_utc"];
    none(
        "The system's clock is read outside platform/clock.rs. Take the time from `tx.now()` or `app.now()`, so that tests can move it.",
        &uses_outside(&["backend/platform/src/clock.rs"], &words),
    );
    // A stopwatch is no clock: it says how long a check took, or how old a remembered shop is, and
    // must go on while the clock of a test stands still.
    let stopwatches = [
        "backend/platform/src/clock.rs",
        "backend/company/src/directory.rs",
        "backend/flows/src/trades/gate.rs",
        "backend/notify/src/webhooks/target.rs",
    ];
    none(
        "A stopwatch is read outside the files that measure; if this one measures too, name it in tests/architecture/homes.rs.",
        &uses_outside(&stopwatches, &["Instant::now"]),
    );
}

#[test]
fn the_environment_is_read_in_one_place() {
    none(
        "The environment is read outside platform/config.rs. Add a documented setting to infra/config/default.toml and read it from `Config`.",
        &uses_outside(&["backend/platform/src/config.rs"], &["std::env", "env::var", "env::vars", "dotenv"]),
    );
}

#[test]
fn nobody_holds_a_connection_but_the_scopes() {
    let homes = ["backend/platform/src/scope", "backend/platform/src/worker.rs", "migrations/src"];
    let words = [
        "DatabaseConnection",
        "DatabaseTransaction",
        "ConnectionTrait",
        "TransactionTrait",
        "Database::connect",
        "PgPool",
        "sqlx",
        "execute_unprepared",
    ];
    none(
        "A database connection is named outside platform/scope. Read and write through `PlatformTx` and `TenantTx`; they keep a statement inside its own scope.",
        &uses_outside(&homes, &words),
    );
    none(
        "The connection inside a scope is used outside platform/scope.",
        &uses_outside(&["backend/platform/src/scope"], &["self.inner", "tx.inner"]),
    );
}

#[test]
fn raw_sql_has_one_home_in_each_context() {
    let contexts = contexts();
    let mut found = Vec::new();
    for file in rust_under("backend") {
        let Some(krate) = file.source.krate() else { continue };
        let place = file.source.path.splitn(4, '/').nth(3).unwrap_or_default();
        let at_home = match krate {
            "platform" | "views" => true,
            // Dead letters lie in the outboxes, which belong to no context.
            "server" => place == "dead_letters.rs",
            context if contexts.iter().any(|name| name == context) => {
                ["queries.rs", "proof.rs"].contains(&place) || ["queries/", "proof/", "entity/"].iter().any(|home| place.starts_with(home))
            }
            _ => false,
        };
        if !at_home {
            found.extend(raw_sql(&file));
        }
    }
    none(
        "Raw SQL outside its home. In a context it lives in queries.rs, queries/, entity/ or proof/; an action calls a function there or lets SeaORM build the statement; flows have none.",
        &found,
    );
}

/// Calls that take SQL as text. On a transaction `row`, `rows` and `run` do; elsewhere those words
/// mean other things.
fn raw_sql(file: &Rust) -> Vec<String> {
    let mut found = Vec::new();
    for word in ["Statement::", "Expr::cust", "find_by_statement", "from_raw_sql"] {
        found.extend(file.uses(word).into_iter().map(|place| format!("{place}: {word}")));
    }
    for call in [".rows(", ".rows::", ".row(", ".row::", ".run("] {
        for at in file.positions(call) {
            let receiver = file.code.get(..at).unwrap_or_default().trim_end();
            if receiver.ends_with("tx") || receiver.ends_with("transaction") {
                found.push(format!("{}:{}: tx{}", file.source.path, line_of(&file.code, at), call.trim_end_matches(['(', ':'])));
            }
        }
    }
    found
}

#[test]
fn no_number_floats() {
    none(
        "A floating-point number in the backend. Amounts are `Money`, rates are `Decimal`, counts are integers.",
        &uses_outside(&[], &["f32", "f64"]),
    );
    let mut found = Vec::new();
    for file in files_under("migrations/sql") {
        found.extend(floating_columns(&file));
    }
    none("A floating-point column. Amounts are bigint in the minor unit, rates are numeric.", &found);
}

fn floating_columns(file: &Source) -> Vec<String> {
    let floating = |line: &str| {
        let line = line.split("--").next().unwrap_or_default().to_lowercase();
        line.split(|c: char| !c.is_ascii_alphanumeric() && c != '_')
            .any(|word| ["real", "float", "float4", "float8", "double", "money"].contains(&word))
    };
    let amount_of_another_type = |line: &str| {
        line.split_whitespace().next().is_some_and(|name| name.ends_with("_minor")) && !line.contains("bigint") && line.contains(" NULL")
    };
    file.text
        .lines()
        .enumerate()
        .filter(|(_, line)| floating(line) || amount_of_another_type(line))
        .map(|(at, line)| format!("{}:{}: {}", file.path, at + 1, line.trim()))
        .collect()
}

#[test]
fn what_has_a_home_is_seen_outside_it() {
    let sample =
        "async fn f(tx: &TenantTx) { tx.run(\"UPDATE level\", []).await; tx\n  .rows::<A>(SQL, []); body.once.run(who, tx, g).await; } // tx.row(";
    let file = crate::rust::read(Source { path: "backend/stock/src/actions/a.rs".into(), text: sample.into() });
    assert_eq!(raw_sql(&file).len(), 2, "{:?}", raw_sql(&file));
    let table = "CREATE TABLE a (\n  rate double precision NOT NULL,\n  fee_minor integer NOT NULL, -- real money\n  net_minor bigint NOT NULL\n);";
    assert_eq!(floating_columns(&Source { path: "a.sql".into(), text: table.into() }).len(), 2);
}
