//! Everything that runs: two servers behind one address, two workers, and what they stand on.

use super::{
    node::Node,
    proxy::Proxy,
    services::{Postgres, Redis, free_address},
    world::{Founded, server_settings},
};
use crate::MailServer;
use kernel::{Problem, Result};
use std::{
    net::SocketAddr,
    path::{Path, PathBuf},
    time::{Duration, Instant},
};

/// Everything that runs.
pub struct Stage {
    /// The servers, and then the workers.
    pub nodes: Vec<Node>,
    /// The address of both servers.
    pub front: Proxy,
    /// The database.
    pub postgres: Postgres,
    /// What may be lost.
    pub redis: Redis,
    /// The way to the mail server.
    pub mail: Proxy,
    /// The letters that arrived.
    pub letters: MailServer,
    /// The settings of a process that only looks.
    pub settings: Vec<(String, String)>,
    /// The program.
    pub program: PathBuf,
}

/// Which nodes serve.
pub const SERVERS: std::ops::Range<usize> = 0..2;
/// Which nodes work.
pub const WORKERS: std::ops::Range<usize> = 2..4;

impl Stage {
    /// Starts everything and waits until both servers are ready.
    pub async fn open(founded: &Founded, program: &Path, dir: &Path) -> Result<Self> {
        Self::open_with(founded, program, dir, &[]).await
    }

    /// The same, with further settings.
    pub async fn open_with(founded: &Founded, program: &Path, dir: &Path, further: &[(&str, &str)]) -> Result<Self> {
        let mut redis = Redis::new()?;
        redis.start().await?;
        let post = free_address()?;
        let letters = MailServer::at(post, &[])?;
        let mail = Proxy::before(vec![post], false).await?;
        let mut settings = founded.settings(&redis.url(), &format!("smtp://{}", mail.address), &dir.join("data").to_string_lossy())?;
        settings.extend(further.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())));
        let mut nodes = Vec::new();
        let mut servers: Vec<SocketAddr> = Vec::new();
        for name in ["server one", "server two"] {
            let (own, address) = server_settings(&settings)?;
            servers.push(address);
            nodes.push(Node::new(name, "serve", program, own, dir));
        }
        for name in ["worker one", "worker two"] {
            nodes.push(Node::new(name, "work", program, settings.clone(), dir));
        }
        for node in &mut nodes {
            node.start().await?;
        }
        let front = Proxy::before(servers, true).await?;
        let stage = Self { nodes, front, postgres: Postgres::found()?, redis, mail, letters, settings, program: program.to_owned() };
        stage.ready(2, Duration::from_secs(30)).await?;
        Ok(stage)
    }

    /// Waits until so many servers are ready. Error: they are not within the time.
    pub async fn ready(&self, servers: usize, within: Duration) -> Result<()> {
        let began = Instant::now();
        while self.front.ready() < servers {
            if began.elapsed() > within {
                return Err(Problem::internal(format!("{} of {servers} servers are ready after {within:?}", self.front.ready())));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        Ok(())
    }

    /// Where the servers are reached.
    #[must_use]
    pub fn base(&self) -> String {
        format!("http://{}", self.front.address)
    }

    /// Sets the clocks of all processes so many seconds off.
    pub fn set_clocks(&self, seconds: i64) -> Result<()> {
        self.nodes.iter().try_for_each(|node| node.set_clock(seconds))
    }

    /// Ends every process.
    pub async fn close(&mut self) -> Result<()> {
        for node in &mut self.nodes {
            node.kill().await?;
        }
        self.redis.kill().await
    }
}
