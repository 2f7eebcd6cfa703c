//! `make fuzz`: requests made up out of the OpenAPI document, over every operation, as every kind of caller.

use madang_tests::fuzz::{Effort, fuzz};
use std::process::ExitCode;

#[actix_web::main]
#[expect(clippy::print_stdout, reason = "the report is what the program is for")]
async fn main() -> ExitCode {
    let number = |name: &str| std::env::var(name).ok().and_then(|text| text.parse::<u32>().ok());
    let effort = Effort {
        cases: number("CASES").unwrap_or(30),
        seed: number("SEED").unwrap_or(1),
        thorough: std::env::var_os("SHORT").is_none(),
        progress: |line| println!("{line}"),
    };
    match fuzz(effort).await {
        Ok(report) => {
            report.told.iter().for_each(|text| println!("{text}"));
            report.failures.iter().for_each(|line| println!("failure: {line}"));
            println!("{}", report.line());
            if report.failures.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(problem) => {
            println!("the walk could not be made: {problem:?}");
            ExitCode::FAILURE
        }
    }
}
