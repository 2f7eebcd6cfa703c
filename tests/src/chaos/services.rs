//! What the processes stand on: PostgreSQL, which may be stopped at once, and Redis, which may be
//! killed and emptied.

use kernel::{Problem, Result};
use std::{
    fs::File,
    net::SocketAddr,
    path::{Path, PathBuf},
    process::Stdio,
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    process::{Child, Command},
};

/// The database server, as `infra/local/chaos.sh` has started it.
pub struct Postgres {
    control: Vec<String>,
    data: String,
    options: String,
    log: PathBuf,
}

impl Postgres {
    /// Reads how the server is controlled. Error: this was not started by `make chaos`.
    pub fn found() -> Result<Self> {
        let told = |name: &str| std::env::var(name).map_err(|_| Problem::internal(format!("{name} is not set: start with make chaos")));
        Ok(Self {
            control: told("CHAOS_PG_CTL")?.lines().map(str::to_owned).collect(),
            data: told("CHAOS_PG_DATA")?,
            options: told("CHAOS_PG_OPTIONS")?,
            log: told("CHAOS_PG_LOG")?.into(),
        })
    }

    /// Stops at once, as when the machine loses its power: nothing is finished, nothing is written out.
    pub async fn stop(&self) -> Result<()> {
        self.told(&["-m", "immediate", "stop"]).await
    }

    /// Starts, and waits until it has read its log again and takes connections.
    pub async fn start(&self) -> Result<()> {
        self.told(&["-w", "-t", "60", "-o", &self.options, "start"]).await
    }

    async fn told(&self, arguments: &[&str]) -> Result<()> {
        let log = File::options().create(true).append(true).open(&self.log).map_err(Problem::internal)?;
        let (program, before) = self.control.split_first().ok_or_else(|| Problem::internal("CHAOS_PG_CTL is empty"))?;
        let mut command = Command::new(program);
        command.args(before).args(["-D", &self.data]).args(arguments).current_dir("/").stdin(Stdio::null());
        let again = log.try_clone().map_err(Problem::internal)?;
        let status = command.stdout(log).stderr(again).status().await.map_err(Problem::internal)?;
        if status.success() { Ok(()) } else { Err(Problem::internal(format!("pg_ctl {arguments:?} ended with {status}"))) }
    }
}

/// A Redis of this program's own.
pub struct Redis {
    address: SocketAddr,
    child: Option<Child>,
}

impl Redis {
    /// A Redis on a free port, not started yet.
    pub fn new() -> Result<Self> {
        Ok(Self { address: free_address()?, child: None })
    }

    /// Where clients find it.
    #[must_use]
    pub fn url(&self) -> String {
        format!("redis://{}/0", self.address)
    }

    /// Starts, and waits until it answers.
    pub async fn start(&mut self) -> Result<()> {
        let port = self.address.port().to_string();
        let mut command = Command::new("redis-server");
        command.args(["--port", &port, "--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", "/tmp"]);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).kill_on_drop(true);
        self.child = Some(command.spawn().map_err(Problem::internal)?);
        for _ in 0..100 {
            if self.say("PING\r\n").await.is_ok() {
                return Ok(());
            }
            tokio::time::sleep(std::time::Duration::from_millis(50)).await;
        }
        Err(Problem::internal("Redis did not start"))
    }

    /// It is gone from one moment to the next.
    pub async fn kill(&mut self) -> Result<()> {
        match self.child.take() {
            Some(mut child) => child.kill().await.map_err(Problem::internal),
            None => Ok(()),
        }
    }

    /// It forgets everything.
    pub async fn flush(&self) -> Result<()> {
        self.say("FLUSHALL\r\n").await
    }

    async fn say(&self, words: &str) -> Result<()> {
        let mut stream = TcpStream::connect(self.address).await.map_err(Problem::internal)?;
        stream.write_all(words.as_bytes()).await.map_err(Problem::internal)?;
        let mut answer = [0; 1];
        stream.read_exact(&mut answer).await.map_err(Problem::internal)?;
        if answer == *b"+" { Ok(()) } else { Err(Problem::internal("Redis refused")) }
    }
}

/// An address of this machine that nobody listens on.
pub fn free_address() -> Result<SocketAddr> {
    std::net::TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr()).map_err(Problem::internal)
}

/// Starts the program on something that ends by itself.
pub fn begin(program: &Path, arguments: &[&str], settings: &[(String, String)]) -> Result<Child> {
    let mut command = Command::new(program);
    command.args(arguments).env_clear().envs(settings.iter().cloned()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.kill_on_drop(true).spawn().map_err(Problem::internal)
}

/// Asks the program for its proof. Error: it does not hold, in its own words.
pub async fn proof(program: &str, settings: &[(String, String)]) -> Result<String> {
    let mut command = Command::new(program);
    let output = command.arg("proof").env_clear().envs(settings.iter().cloned()).output().await.map_err(Problem::internal)?;
    let said = String::from_utf8_lossy(&output.stdout).trim().replace('\n', "; ");
    let words = format!("{said} {}", String::from_utf8_lossy(&output.stderr).trim());
    if output.status.success() { Ok(said) } else { Err(Problem::internal(words.trim().to_owned())) }
}
