//! `make chaos`: the flow under load while everything below it fails; with OVERLOAD, `make overload`:
//! too much of the load alone.

use madang_tests::chaos::{Plan, fresh_dir, overload, run};
use std::{path::PathBuf, process::ExitCode, time::Duration};

#[actix_web::main]
#[expect(clippy::print_stdout, reason = "the report is what the program is for")]
async fn main() -> ExitCode {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u64>().ok());
    let path = |name: &str| std::env::var_os(name).map(PathBuf::from).unwrap_or_default();
    let plan = Plan {
        seed: number("SEED").unwrap_or_else(|| uuid::Uuid::new_v4().as_u64_pair().0 % 1_000_000),
        lasts: Duration::from_secs(number("SECONDS_OF_FAULTS").unwrap_or_else(|| number("MINUTES").unwrap_or(5) * 60)),
        buyers: number("BUYERS").and_then(|buyers| usize::try_from(buyers).ok()).unwrap_or(4),
        timed: std::env::var_os("CHAOS_UNTIMED").is_none(),
        program: path("CHAOS_PROGRAM"),
        dir: path("CHAOS_DIR"),
        tell: |line| println!("{line}"),
    };
    if std::env::var_os("OVERLOAD").is_some() {
        return overloaded(&plan).await;
    }
    println!("SEED={} repeats the faults of this run in their order", plan.seed);
    let outcome = match fresh_dir(&plan.dir) {
        Ok(()) => run(&plan).await,
        Err(problem) => Err(problem),
    };
    match outcome {
        Ok(report) => {
            report.lines().iter().for_each(|line| println!("{line}"));
            println!("{}", report.line());
            if report.clean() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(problem) => {
            println!("the run could not be carried out (SEED={}): {problem}", plan.seed);
            ExitCode::FAILURE
        }
    }
}

#[expect(clippy::print_stdout, reason = "the report is what the program is for")]
async fn overloaded(plan: &Plan) -> ExitCode {
    let outcome = match fresh_dir(&plan.dir) {
        Ok(()) => overload::measure(plan).await,
        Err(problem) => Err(problem),
    };
    match outcome {
        Ok(measured) => {
            println!("{}", measured.line());
            if measured.holds() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(problem) => {
            println!("the load could not be measured: {problem}");
            ExitCode::FAILURE
        }
    }
}
