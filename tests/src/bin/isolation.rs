//! `make isolation`: walks every operation as everybody whom its data does not concern.

use std::process::ExitCode;

#[actix_web::main]
#[expect(clippy::print_stdout, reason = "the report is what the program is for")]
async fn main() -> ExitCode {
    match madang_tests::isolation::walk().await {
        Ok(report) => {
            report.blind.iter().for_each(|line| println!("not tried: {line}"));
            report.leaks.iter().for_each(|line| println!("leak: {line}"));
            println!("{}", report.line());
            if report.leaks.is_empty() && report.blind.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(problem) => {
            println!("the walk could not be made: {problem:?}");
            ExitCode::FAILURE
        }
    }
}
