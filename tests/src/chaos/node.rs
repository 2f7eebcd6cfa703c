//! A process of the installation: `madang serve` or `madang work`, with a clock that can be moved
//! and a limit of what it may write into a file.
//!
//! The clock is that of the library `faketime`, which the process is started with: it reads how far
//! it is off from a file. A full disk is a file size limit (`RLIMIT_FSIZE`) of nothing, set on the
//! running process; its signal is ignored, so that the program meets an error in writing.

use kernel::{Problem, Result};
use std::{
    path::{Path, PathBuf},
    process::Stdio,
};
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    process::{Child, Command},
};

/// A process of the installation.
pub struct Node {
    /// What it is called in what is told.
    pub name: &'static str,
    duty: &'static str,
    program: PathBuf,
    settings: Vec<(String, String)>,
    dir: PathBuf,
    child: Option<Child>,
}

impl Node {
    /// A process that is not started yet. `dir` takes its log and its clock.
    #[must_use]
    pub fn new(name: &'static str, duty: &'static str, program: &Path, settings: Vec<(String, String)>, dir: &Path) -> Self {
        Self { name, duty, program: program.to_owned(), settings, dir: dir.to_owned(), child: None }
    }

    /// Starts the process. Error: the program cannot be run.
    pub async fn start(&mut self) -> Result<()> {
        let mut command = Command::new("sh");
        // The signal of the file size limit stays ignored in what the shell becomes.
        command.args(["-c", "trap '' XFSZ; exec \"$0\" \"$@\""]).arg(&self.program).arg(self.duty);
        command.env_clear().envs(self.settings.iter().cloned()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
        if let Some(library) = faketime() {
            let clock = self.clock_file();
            if !clock.exists() {
                std::fs::write(&clock, "+0\n").map_err(Problem::internal)?;
            }
            command.env("LD_PRELOAD", library).env("FAKETIME_TIMESTAMP_FILE", clock);
            // Without memory that all processes share, and whose lock they would wait for.
            command
                .env("FAKETIME_DISABLE_SHM", "1")
                .env("FAKETIME_CACHE_DURATION", "1")
                .env("FAKETIME_DONT_FAKE_MONOTONIC", "1")
                .env("DONT_FAKE_MONOTONIC", "1");
        }
        let mut child = command.kill_on_drop(true).spawn().map_err(Problem::internal)?;
        if let Some(log) = child.stderr.take() {
            tokio::spawn(keep(log, self.dir.join(format!("{}.log", self.name.replace(' ', "-")))));
        }
        self.child = Some(child);
        Ok(())
    }

    /// The process is gone from one moment to the next.
    pub async fn kill(&mut self) -> Result<()> {
        if let Some(mut child) = self.child.take() {
            child.kill().await.map_err(Problem::internal)?;
        }
        Ok(())
    }

    /// Asks the process to end, and waits until it has. Error: it ended badly.
    pub async fn stop(&mut self) -> Result<()> {
        let Some(mut child) = self.child.take() else { return Ok(()) };
        let Some(id) = child.id() else { return Ok(()) };
        run("kill", &["-TERM", &id.to_string()]).await?;
        let ended = tokio::time::timeout(std::time::Duration::from_secs(40), child.wait()).await;
        match ended {
            Ok(Ok(status)) if status.success() => Ok(()),
            Ok(Ok(status)) => Err(Problem::internal(format!("{} ended with {status} when it was asked to stop", self.name))),
            Ok(Err(error)) => Err(Problem::internal(error)),
            Err(_) => Err(Problem::internal(format!("{} did not stop within 40 s", self.name))),
        }
    }

    /// How many bytes it may write into a file; `None` for any number.
    pub async fn limit_files(&mut self, bytes: Option<u64>) -> Result<()> {
        let Some(id) = self.child.as_ref().and_then(Child::id) else { return Ok(()) };
        let limit = bytes.map_or_else(|| "unlimited".to_owned(), |bytes| bytes.to_string());
        // The soft limit alone, which can be raised again.
        run("prlimit", &["--pid", &id.to_string(), &format!("--fsize={limit}:unlimited")]).await
    }

    /// Sets its clock so many seconds off.
    pub fn set_clock(&self, seconds: i64) -> Result<()> {
        let (clock, fresh) = (self.clock_file(), self.dir.join(format!("{}.fresh", self.name.replace(' ', "-"))));
        std::fs::write(&fresh, format!("{seconds:+}\n")).and_then(|()| std::fs::rename(fresh, clock)).map_err(Problem::internal)
    }

    fn clock_file(&self) -> PathBuf {
        self.dir.join(format!("{}.clock", self.name.replace(' ', "-")))
    }
}

/// The library that moves a process's clock, where it is installed.
#[must_use]
pub fn faketime() -> Option<PathBuf> {
    let all = std::fs::read_dir("/usr/lib").into_iter().flatten().flatten();
    all.map(|place| place.path().join("faketime/libfaketimeMT.so.1")).find(|library| library.exists())
}

/// Runs a command to its end. Error: it failed, with what it said.
pub async fn run(command: &str, arguments: &[&str]) -> Result<()> {
    let output = Command::new(command).args(arguments).output().await.map_err(Problem::internal)?;
    if output.status.success() {
        return Ok(());
    }
    Err(Problem::internal(format!("{command} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr))))
}

/// What a process says goes through a pipe, so that its own limit of files does not concern it.
async fn keep(said: impl tokio::io::AsyncRead + Unpin, file: PathBuf) {
    let Ok(mut file) = tokio::fs::File::options().create(true).append(true).open(file).await else { return };
    let mut lines = BufReader::new(said).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        if file.write_all(format!("{line}\n").as_bytes()).await.is_err() {
            return;
        }
    }
}
