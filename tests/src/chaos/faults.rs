//! The faults: each is brought about, stays for a while, and is over.

use super::{
    book::Book,
    dice::Dice,
    node::faketime,
    services,
    stage::{SERVERS, Stage, WORKERS},
    webhooks,
};
use kernel::{Problem, Result};
use std::time::Duration;

/// A kind of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A server is gone from one moment to the next.
    ServerKilled,
    /// Both servers are.
    BothServersKilled,
    /// A worker is gone from one moment to the next.
    WorkerKilled,
    /// Both workers are.
    BothWorkersKilled,
    /// One server after the other is asked to stop and started again, while a migration runs: no
    /// request may fail.
    RollingRestart,
    /// A worker is asked to stop, and started again.
    WorkerStopped,
    /// The database stops without finishing anything.
    DatabaseStopped,
    /// Redis is gone for a while.
    RedisKilled,
    /// Redis forgets everything.
    RedisEmptied,
    /// No mail can be sent.
    MailDown,
    /// Nothing can be written into files.
    DiskFull,
    /// The clock of one process jumps, and comes back.
    ClockStepped,
    /// Connections between buyers and servers are cut, whatever they carry.
    ConnectionsCut,
    /// The payment provider tells everything twice, out of order, and of payments that are none.
    ProviderRepeats,
}

/// All kinds.
const ALL: &[Fault] = &[
    Fault::ServerKilled,
    Fault::BothServersKilled,
    Fault::WorkerKilled,
    Fault::BothWorkersKilled,
    Fault::RollingRestart,
    Fault::WorkerStopped,
    Fault::DatabaseStopped,
    Fault::RedisKilled,
    Fault::RedisEmptied,
    Fault::MailDown,
    Fault::DiskFull,
    Fault::ClockStepped,
    Fault::ConnectionsCut,
    Fault::ProviderRepeats,
];

/// Within this time a server that was started is ready.
const READY_WITHIN: Duration = Duration::from_secs(30);
/// Seconds by which a clock jumps.
const STEPS: &[i64] = &[-120, -45, -10, 10, 45, 120];

/// The next kinds, in the order of the seed: each once before any comes again. Those that hit
/// hardest come first, so that a short run has them.
pub struct Order {
    dice: Dice,
    left: Vec<Fault>,
    first: bool,
}

impl Order {
    /// The order of a seed.
    #[must_use]
    pub const fn of(dice: Dice) -> Self {
        Self { dice, left: Vec::new(), first: true }
    }

    /// The next fault, with dice of its own.
    pub fn next(&mut self) -> Option<(Fault, Dice)> {
        if self.left.is_empty() {
            self.left = ALL.iter().copied().filter(|fault| *fault != Fault::ClockStepped || faketime().is_some()).collect();
            self.dice.shuffle(&mut self.left);
            if self.first {
                let hard = [Fault::ServerKilled, Fault::WorkerKilled, Fault::DatabaseStopped];
                self.left.sort_by_key(|fault| hard.contains(fault));
                self.first = false;
            }
        }
        let fault = self.left.pop()?;
        let number = self.dice.throw();
        Some((fault, self.dice.fork(number)))
    }
}

impl Fault {
    /// Brings the fault about, waits, and ends it. Returns what was done, in a few words.
    pub async fn strike(self, stage: &mut Stage, book: &Book, dice: &mut Dice) -> Result<String> {
        let hold = Duration::from_millis(dice.between(300, 2_500));
        let either = usize::try_from(dice.between(0, 2)).unwrap_or(0);
        match self {
            Self::ServerKilled => killed(stage, book, SERVERS.skip(either).take(1), hold).await,
            Self::BothServersKilled => killed(stage, book, SERVERS.take(2), hold).await,
            Self::WorkerKilled => killed(stage, book, WORKERS.skip(either).take(1), hold).await,
            Self::BothWorkersKilled => killed(stage, book, WORKERS.take(2), hold).await,
            Self::RollingRestart => rolling_restart(stage).await,
            Self::WorkerStopped => stopped(stage, WORKERS.start + either).await,
            Self::DatabaseStopped => {
                stage.postgres.stop().await?;
                tokio::time::sleep(hold).await;
                stage.postgres.start().await?;
                Ok(format!("PostgreSQL stopped at once, down for {hold:.1?}"))
            }
            Self::RedisKilled => {
                stage.redis.kill().await?;
                tokio::time::sleep(hold).await;
                stage.redis.start().await?;
                Ok(format!("Redis killed, down for {hold:.1?}"))
            }
            Self::RedisEmptied => stage.redis.flush().await.map(|()| "Redis emptied".to_owned()),
            Self::MailDown => {
                stage.mail.open(false);
                tokio::time::sleep(hold * 2).await;
                stage.mail.open(true);
                Ok(format!("no mail for {:.1?}", hold * 2))
            }
            Self::DiskFull => disk_full(stage, hold * 2).await,
            Self::ClockStepped => clock_stepped(stage, dice, hold * 2).await,
            Self::ConnectionsCut => cut(stage, book, dice, hold).await,
            Self::ProviderRepeats => webhooks::repeat(stage, book, dice).await,
        }
    }
}

async fn killed(stage: &mut Stage, book: &Book, which: impl Iterator<Item = usize>, hold: Duration) -> Result<String> {
    let mut names = Vec::new();
    let which: Vec<usize> = which.collect();
    book.cutting(true);
    for at in &which {
        if let Some(node) = stage.nodes.get_mut(*at) {
            node.kill().await?;
            names.push(node.name);
        }
    }
    tokio::time::sleep(hold).await;
    for at in which {
        if let Some(node) = stage.nodes.get_mut(at) {
            node.start().await?;
        }
    }
    book.cutting(false);
    Ok(format!("{} killed, away for {hold:.1?}", names.join(" and ")))
}

async fn stopped(stage: &mut Stage, at: usize) -> Result<String> {
    let Some(node) = stage.nodes.get_mut(at) else { return Ok("nobody".to_owned()) };
    node.stop().await?;
    node.start().await?;
    Ok(format!("{} asked to stop, and started again", node.name))
}

async fn rolling_restart(stage: &mut Stage) -> Result<String> {
    let mut migration = services::begin(&stage.program, &["migrate"], &stage.settings)?;
    for at in SERVERS {
        stage.ready(2, READY_WITHIN).await?;
        stopped(stage, at).await?;
        stage.ready(2, READY_WITHIN).await?;
    }
    let ended = migration.wait().await.map_err(Problem::internal)?;
    if !ended.success() {
        return Err(Problem::internal(format!("the migration ended with {ended}")));
    }
    Ok("both servers restarted one after the other, while a migration ran".to_owned())
}

async fn disk_full(stage: &mut Stage, hold: Duration) -> Result<String> {
    for node in &mut stage.nodes {
        node.limit_files(Some(16)).await?;
    }
    tokio::time::sleep(hold).await;
    for node in &mut stage.nodes {
        node.limit_files(None).await?;
    }
    Ok(format!("no byte more into files for {hold:.1?}"))
}

async fn clock_stepped(stage: &Stage, dice: &mut Dice, hold: Duration) -> Result<String> {
    let seconds = dice.pick(STEPS).copied().unwrap_or(10);
    let Some(node) = dice.pick(&stage.nodes) else { return Ok("no clock".to_owned()) };
    node.set_clock(seconds)?;
    tokio::time::sleep(hold).await;
    node.set_clock(0)?;
    Ok(format!("the clock of {} {seconds:+} s for {hold:.1?}", node.name))
}

async fn cut(stage: &Stage, book: &Book, dice: &mut Dice, hold: Duration) -> Result<String> {
    book.cutting(true);
    let times = dice.between(5, 15);
    for _ in 0..times {
        stage.front.cut();
        tokio::time::sleep(hold / 8).await;
    }
    book.cutting(false);
    Ok(format!("all connections cut, {times} times"))
}
