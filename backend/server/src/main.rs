//! `madang`: serve, work, migrate and look after an installation.

use clap::{Parser, Subcommand};
use kernel::{Problem, Result};
use platform::{clock::Clock, config::Config};
use server::{
    Load, Madang, openapi, seed, serve,
    tenants::{self, TenantCommand},
};
use std::{io::Write, net::TcpListener, process::ExitCode};

// The system's allocator keeps more memory than it needs under many small requests.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Online shops, sales management and escrow in one platform.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve HTTP, and work in the background unless MADANG_WORKER=off.
    Serve,
    /// Work in the background only.
    Work,
    /// Bring the database up to date.
    Migrate,
    /// Fill an empty installation with the demo world.
    Seed,
    /// Look after companies.
    #[command(subcommand)]
    Tenant(TenantCommand),
    /// Recompute everything from the journal alone, and walk the chains of the audit log.
    Proof,
    /// Print the OpenAPI document.
    Openapi {
        /// Only what an integrator of a company needs.
        #[arg(long)]
        company: bool,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let filter = tracing_subscriber::EnvFilter::try_from_env("RUST_LOG").unwrap_or_else(|_| "info,tracing_actix_web=warn,sqlx=warn".into());
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
    let outcome = actix_web::rt::System::new().block_on(run(arguments.command));
    match outcome {
        Ok(code) => code,
        Err(problem) => {
            tracing::error!(%problem, "stopped");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Openapi { company } => {
            let document = if company { openapi::company_document() } else { openapi::document() };
            say(&document.to_pretty_json().map_err(Problem::internal)?)?;
        }
        Command::Migrate => migrations::install(&Config::from_environment()?).await?,
        Command::Seed => {
            let signs = seed::run(Config::from_environment()?).await?;
            for sign in signs {
                say(&sign)?;
            }
        }
        Command::Tenant(command) => {
            let madang = Madang::boot(Config::from_environment()?, Clock::system()).await?;
            for line in tenants::run(&madang, command).await? {
                say(&line)?;
            }
        }
        Command::Proof => {
            let madang = Madang::boot(Config::from_environment()?, Clock::system()).await?;
            let tx = madang.app.platform().await?;
            let proof = ledger::proof::prove(&tx).await?;
            let log = platform::audit::prove(&madang.app.platform().await?).await?;
            if let Some(fault) = log.faults.first() {
                say(&format!("first fault of the audit log: {fault:?}"))?;
            }
            say(&log.line())?;
            if let Some(fault) = proof.faults.first() {
                say(&format!("first fault: {fault:?}"))?;
            }
            say(&proof.line())?;
            if !proof.holds() || !log.holds() {
                return Ok(ExitCode::FAILURE);
            }
        }
        Command::Work => {
            let madang = Madang::boot(Config::from_environment()?, Clock::system()).await?;
            madang
                .worker()
                .run(async {
                    let _why = stop_signal().await;
                })
                .await;
        }
        Command::Serve => serve_until_stopped().await?,
    }
    Ok(ExitCode::SUCCESS)
}

async fn serve_until_stopped() -> Result<()> {
    let madang = Madang::boot(Config::from_environment()?, Clock::system()).await?;
    let settings = &madang.app.config().server;
    let listener = TcpListener::bind((settings.host.as_str(), settings.port)).map_err(Problem::internal)?;
    tracing::info!(port = settings.port, "serving");
    let bridge = {
        let live = madang.app.live().clone();
        actix_web::rt::spawn(async move { live.bridge().await })
    };
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let worker = settings.worker.then(|| {
        let worker = madang.worker();
        actix_web::rt::spawn(async move {
            worker
                .run(async {
                    // The sender going away means the same as its message: stop.
                    drop(stopped.await);
                })
                .await;
        })
    });
    let load = Load::at_most(settings.in_flight);
    let server = serve::start_under(&madang, listener, load.clone())?;
    let (handle, drain) = (server.handle(), std::time::Duration::from_secs(settings.drain_s));
    actix_web::rt::spawn(async move {
        // A person at a terminal does not wait for whoever hands requests out.
        if stop_signal().await == Stop::Asked {
            tracing::info!(seconds = drain.as_secs(), "stopping: no longer ready");
            load.drain();
            tokio::time::sleep(drain).await;
        }
        handle.stop(true).await;
    });
    server.await.map_err(Problem::internal)?;
    drop(stop);
    bridge.abort();
    if let Some(worker) = worker {
        worker.await.map_err(Problem::internal)?;
    }
    Ok(())
}

/// Why a process ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stop {
    /// A person typed Ctrl-C, or nobody can be listened to.
    Typed,
    /// Whoever looks after the process asked it to.
    Asked,
}

async fn stop_signal() -> Stop {
    let mut terminate = match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
        Ok(signal) => signal,
        Err(error) => {
            tracing::error!(%error, "cannot listen for signals");
            return Stop::Typed;
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => Stop::Typed,
        _ = terminate.recv() => Stop::Asked,
    }
}

fn say(line: &str) -> Result<()> {
    writeln!(std::io::stdout(), "{line}").map_err(Problem::internal)
}
