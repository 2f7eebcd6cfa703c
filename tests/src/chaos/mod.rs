//! `make chaos`: the whole flow under load while processes, database, Redis, mail, disk, clocks and
//! connections fail, at random and in the order of a seed. After each fault and at the end it asks
//! whether anything was lost, done twice or left lying. It refuses to look into the program: load,
//! faults and measuring all happen from outside, on real processes.

mod book;
mod buyers;
mod checks;
mod dice;
mod faults;
mod node;
pub mod overload;
mod proxy;
mod report;
mod rest;
mod services;
mod stage;
mod webhooks;
mod world;

pub use report::Report;

use book::Book;
use buyers::Buyer;
use checks::Owner;
use dice::Dice;
use faults::Order;
use kernel::{Problem, Result};
use stage::Stage;
use std::{
    cell::Cell,
    path::{Path, PathBuf},
    rc::Rc,
    time::{Duration, Instant},
};
use world::World;

/// Within this time after a fault everything has to go on.
const RECOVERY: Duration = Duration::from_secs(10);

/// Events that wait longer show that more comes than this machine can do, and nobody new comes.
const PACE: Duration = Duration::from_secs(1);

/// What a run is to be.
#[derive(Clone, Debug)]
pub struct Plan {
    /// The order of the faults and what the buyers do.
    pub seed: u64,
    /// For how long faults happen.
    pub lasts: Duration,
    /// Buyers at a time.
    pub buyers: usize,
    /// Whether a recovery that takes too long is a finding; told it is in any case. A machine that is
    /// shared with other work says nothing by its times.
    pub timed: bool,
    /// The program under test.
    pub program: PathBuf,
    /// Where logs, clocks and files go.
    pub dir: PathBuf,
    /// Where what happens is told.
    pub tell: fn(&str),
}

/// Runs the whole. Error: it could not be carried out; what it found is in the report.
pub async fn run(plan: &Plan) -> Result<Report> {
    let founded = world::found().await?;
    // A copy, so that a build meanwhile does not change what is under test.
    let program = plan.dir.join("madang");
    std::fs::copy(&plan.program, &program).map_err(Problem::internal)?;
    let plan = &Plan { program, ..plan.clone() };
    let mut stage = Stage::open(&founded, &plan.program, &plan.dir).await?;
    let world = founded.signed_in(&stage.base()).await?;
    let (dice, book) = (Dice::new(plan.seed), Book::default());
    let load = Load::begin(&world, &book, &dice.fork(1), plan.buyers, &founded.database);
    let mut report = Report::new(plan.seed);
    let outcome = faults(plan, &mut stage, &book, &founded.database, dice.fork(2), &mut report).await;
    load.end(&mut report).await;
    if outcome.is_ok() {
        rest::come_to_rest(plan, &mut stage, &world, &book, &founded.database, &mut report).await?;
    }
    stage.close().await?;
    report.read(&book);
    outcome.map(|()| report)
}

/// One fault after the other, each looked at when it is over.
async fn faults(plan: &Plan, stage: &mut Stage, book: &Book, database: &str, dice: Dice, report: &mut Report) -> Result<()> {
    let began = Instant::now();
    let mut order = Order::of(dice);
    while began.elapsed() < plan.lasts {
        let Some((fault, mut dice)) = order.next() else { break };
        tokio::time::sleep(Duration::from_millis(dice.between(200, 1_500))).await;
        // What waits anyhow, because this machine is slow, is not the fault's doing.
        let before = Owner::of(database, 0).await?.closing_after(async |owner| owner.lag().await).await?;
        let what = fault.strike(stage, book, &mut dice).await?;
        let recovered = recovered(stage, database).await?;
        report.fault(recovered, fault);
        if plan.timed && recovered > RECOVERY + before {
            report.findings.stuck.push(format!("it took {recovered:.1?} to recover, with a lag of {before:.1?} before: {what}"));
        }
        let mut found = Owner::of(database, 0).await?.closing_after(async |owner| owner.always().await).await?;
        match services::proof(&plan.program.to_string_lossy(), &stage.settings).await {
            Ok(said) => report.proof = said,
            Err(problem) => found.wrong.push(format!("the proof: {problem}")),
        }
        (plan.tell)(&format!(
            "{:>5.1} s  {what}; recovered in {recovered:.1?} (lag before {before:.1?}); {} orders",
            began.elapsed().as_secs_f32(),
            book.count()
        ));
        found.lines().for_each(|line| (plan.tell)(&format!("         {line}")));
        report.findings.take(found);
    }
    Ok(())
}

/// Waits until both servers are ready and what was due when the fault was over has been done.
async fn recovered(stage: &Stage, database: &str) -> Result<Duration> {
    let (began, over) = (Instant::now(), chrono::Utc::now());
    let patience = RECOVERY * 6;
    while stage.front.ready() < 2 && began.elapsed() < patience {
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let owner = Owner::of(database, 0).await?;
    while owner.backlog(over).await? > 0 && began.elapsed() < patience {
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    owner.close().await?;
    Ok(began.elapsed())
}

/// So many buyers at a time, until it is ended; as long as the workers keep pace with them.
struct Load {
    goes_on: Rc<Cell<bool>>,
    watch: actix_web::rt::task::JoinHandle<()>,
    all: Vec<actix_web::rt::task::JoinHandle<()>>,
}

impl Load {
    fn begin(world: &World, book: &Book, dice: &Dice, buyers: usize, database: &str) -> Self {
        let (goes_on, number, behind) = (Rc::new(Cell::new(true)), Rc::new(Cell::new(0_u64)), Rc::new(Cell::new(false)));
        let watch = actix_web::rt::spawn(watch_pace(database.to_owned(), Rc::clone(&behind)));
        let all = (0..buyers).map(|_| {
            let (goes_on, number, behind) = (Rc::clone(&goes_on), Rc::clone(&number), Rc::clone(&behind));
            let (world, book, dice) = (world.clone(), book.clone(), dice.clone());
            actix_web::rt::spawn(async move {
                while goes_on.get() {
                    if behind.get() {
                        tokio::time::sleep(Duration::from_millis(100)).await;
                        continue;
                    }
                    number.set(number.get() + 1);
                    let buyer = Buyer { world: world.clone(), book: book.clone(), dice: dice.fork(number.get()), number: number.get() };
                    buyer.live().await;
                }
            })
        });
        Self { all: all.collect(), goes_on, watch }
    }

    /// Nobody comes any more, and those who are there finish.
    async fn end(self, report: &mut Report) {
        self.goes_on.set(false);
        self.watch.abort();
        for one in self.all {
            if let Err(error) = one.await {
                report.findings.wrong.push(format!("a buyer broke off: {error}"));
            }
        }
    }
}

/// Looks whether the workers are behind. While the database is away nobody knows, and it stays as it was.
async fn watch_pace(database: String, behind: Rc<Cell<bool>>) {
    loop {
        let lag = async { Owner::of(&database, 0).await?.closing_after(async |owner| owner.lag().await).await };
        if let Ok(lag) = lag.await {
            behind.set(lag > PACE);
        }
        tokio::time::sleep(PACE / 2).await;
    }
}

/// Where a run keeps its files: made anew.
pub fn fresh_dir(dir: &Path) -> Result<()> {
    if dir.exists() {
        std::fs::remove_dir_all(dir).map_err(Problem::internal)?;
    }
    std::fs::create_dir_all(dir.join("data")).map_err(Problem::internal)
}
