//! The worker: empties the outboxes and runs the sweeps.
//!
//! An event leaves its outbox when every reaction to it has succeeded. Events with the same key
//! are delivered in order; a failing one is retried with backoff and, when its attempts are used
//! up, stays as a dead letter that a person sees and can retry. Delivery is at least once.

use crate::{app::App, audit, event::Delivery};
use chrono::{DateTime, Duration, Utc};
use futures_util::future::{FutureExt, LocalBoxFuture};
use kernel::{CompanyId, EventId, Problem, Result};
use sea_orm::{ConnectionTrait, DatabaseConnection, DbBackend, FromQueryResult, Statement, Value};
use std::{cell::RefCell, collections::BTreeSet, sync::Arc};
use uuid::Uuid;

/// Attempts after which an event is a dead letter: with the backoff below, about two days.
const MAX_ATTEMPTS: i32 = 16;
/// Seconds for which a claimed event is not handed to another worker. Whoever works on it says again
/// and again that it still does, so that what a dead worker had is taken up soon.
const CLAIM_S: i64 = 6;
/// How often a claim is renewed: three times before it would end.
const RENEWED_EVERY: std::time::Duration = std::time::Duration::from_secs(2);
/// Events claimed at once.
const BATCH: i64 = 32;

/// What runs when an event arrives. A worker stays on its thread, so futures need not be `Send`.
pub type Reaction<C> = Arc<dyn Fn(C, Delivery) -> LocalBoxFuture<'static, Result<()>> + Send + Sync>;
/// What runs again and again; it returns how much it did.
pub type SweepFn<C> = Arc<dyn Fn(C) -> LocalBoxFuture<'static, Result<u64>> + Send + Sync>;

/// Where repeated work runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lane {
    /// Among the deliveries, which wait for it.
    Among,
    /// In a loop of its own, because it waits for others.
    Aside,
    /// In another loop of its own, because it takes long; a stop cuts it off.
    Beside,
}

/// Repeated work, run by one worker at a time.
pub struct Sweep<C> {
    /// `context.verb_noun`.
    pub name: &'static str,
    /// How long after a run the next is due.
    pub every: Duration,
    /// The work; idempotent, limited per run.
    pub run: SweepFn<C>,
    /// Where it runs.
    lane: Lane,
}

/// The reactions and sweeps of the whole system.
pub struct Duties<C> {
    reactions: Vec<(&'static str, &'static str, Reaction<C>)>,
    sweeps: Vec<Sweep<C>>,
}

impl<C> Default for Duties<C> {
    fn default() -> Self {
        Self { reactions: Vec::new(), sweeps: Vec::new() }
    }
}

impl<C: Clone + Send + Sync + 'static> Duties<C> {
    /// Adds a reaction to the events named `event`.
    #[must_use]
    pub fn on<F>(mut self, event: &'static str, name: &'static str, run: fn(C, Delivery) -> F) -> Self
    where
        F: Future<Output = Result<()>> + 'static,
    {
        self.reactions.push((event, name, Arc::new(move |context, delivery| Box::pin(run(context, delivery)))));
        self
    }

    /// Adds repeated work.
    #[must_use]
    pub fn every<F>(self, every: Duration, name: &'static str, run: fn(C) -> F) -> Self
    where
        F: Future<Output = Result<u64>> + 'static,
    {
        self.with(every, name, run, Lane::Among)
    }

    /// Adds repeated work that waits for others, whom nobody here knows to be quick: it has a loop of
    /// its own, so that no event and no other work waits with it.
    #[must_use]
    pub fn every_aside<F>(self, every: Duration, name: &'static str, run: fn(C) -> F) -> Self
    where
        F: Future<Output = Result<u64>> + 'static,
    {
        self.with(every, name, run, Lane::Aside)
    }

    /// Adds repeated work that takes long: it goes on beside everything else, and nobody waits for it
    /// to be finished; what is cut off is begun again by whoever claims it next.
    #[must_use]
    pub fn beside<F>(self, every: Duration, name: &'static str, run: fn(C) -> F) -> Self
    where
        F: Future<Output = Result<u64>> + 'static,
    {
        self.with(every, name, run, Lane::Beside)
    }

    fn with<F>(mut self, every: Duration, name: &'static str, run: fn(C) -> F, lane: Lane) -> Self
    where
        F: Future<Output = Result<u64>> + 'static,
    {
        self.sweeps.push(Sweep { name, every, run: Arc::new(move |context| Box::pin(run(context))), lane });
        self
    }

    /// The pairs of event and reaction, in order.
    pub fn list(&self) -> impl Iterator<Item = (&'static str, &'static str)> + '_ {
        self.reactions.iter().map(|(event, name, _)| (*event, *name))
    }
}

/// Runs the duties.
pub struct Worker<C> {
    app: App,
    context: C,
    duties: Arc<Duties<C>>,
}

#[derive(FromQueryResult)]
struct Row {
    id: EventId,
    name: String,
    company_id: Option<CompanyId>,
    payload: serde_json::Value,
    created_at: DateTime<Utc>,
    attempts: i32,
}

impl<C: Clone + Send + Sync + 'static> Worker<C> {
    /// A worker of these duties.
    pub const fn new(app: App, context: C, duties: Arc<Duties<C>>) -> Self {
        Self { app, context, duties }
    }

    /// Works until `stop` resolves; what is under way is finished first.
    pub async fn run(&self, stop: impl Future<Output = ()>) {
        let stop = stop.shared();
        let aside = async {
            let mut stop = stop.clone();
            loop {
                let done = told(self.sweeps(Lane::Aside).await);
                let wait = std::time::Duration::from_millis(if done > 0 { 0 } else { 500 });
                tokio::select! {
                    biased;
                    () = &mut stop => return,
                    () = tokio::time::sleep(wait) => {}
                }
            }
        };
        let main = async {
            let mut stop = stop.clone();
            loop {
                let done = told(self.turn().await);
                let wait = if done > 0 { std::time::Duration::ZERO } else { std::time::Duration::from_millis(250) };
                tokio::select! {
                    biased;
                    () = &mut stop => return,
                    () = self.app.wake().wait(wait) => {}
                }
            }
        };
        // Long work is cut off.
        let beside = async {
            tokio::select! {
                biased;
                () = stop.clone() => {}
                () = self.run_beside() => {}
            }
        };
        futures_util::join!(main, aside, beside);
    }

    async fn run_beside(&self) {
        loop {
            told(self.sweeps(Lane::Beside).await);
            tokio::time::sleep(std::time::Duration::from_millis(500)).await;
        }
    }

    /// Works until nothing is due any more; for tests and for moving clocks. Returns the number
    /// of deliveries and sweeps that did something.
    pub async fn drain(&self) -> Result<u64> {
        let mut total = 0;
        for _ in 0..10_000 {
            // Sweeps have their turn when no delivery is left, so that a long row of events does
            // not ask for them again and again.
            let mut done = self.deliveries().await?;
            if done == 0 {
                for lane in [Lane::Among, Lane::Aside, Lane::Beside] {
                    done += self.sweeps(lane).await?;
                }
            }
            if done == 0 {
                return Ok(total);
            }
            total += done;
        }
        Err(Problem::internal("the outbox does not become empty"))
    }

    async fn turn(&self) -> Result<u64> {
        Ok(self.deliveries().await? + self.sweeps(Lane::Among).await?)
    }

    async fn deliveries(&self) -> Result<u64> {
        let mut done = 0;
        for (schema, pool) in self.app.databases().outboxes() {
            done += self.deliver(schema, pool).await?;
        }
        Ok(done)
    }

    async fn sweeps(&self, lane: Lane) -> Result<u64> {
        let mut done = 0;
        for sweep in self.duties.sweeps.iter().filter(|sweep| sweep.lane == lane) {
            done += self.sweep(sweep).await?;
        }
        Ok(done)
    }

    async fn deliver(&self, schema: &'static str, pool: &DatabaseConnection) -> Result<u64> {
        let now = self.app.now();
        // Only the oldest event of each key is claimed, so that order holds between workers too.
        let claim = format!(
            "UPDATE {schema}.outbox SET attempts = attempts + 1, next_at = $2 WHERE seq IN (
               SELECT o.seq FROM {schema}.outbox o
                WHERE o.next_at <= $1 AND o.dead_at IS NULL
                  AND NOT EXISTS (SELECT 1 FROM {schema}.outbox e WHERE e.key = o.key AND e.seq < o.seq)
                ORDER BY o.seq LIMIT $3 FOR UPDATE SKIP LOCKED)
             RETURNING id, name, company_id, payload, created_at, attempts, seq"
        );
        let values: [Value; 3] = [now.into(), (now + Duration::seconds(CLAIM_S)).into(), BATCH.into()];
        let rows = Row::find_by_statement(Statement::from_sql_and_values(DbBackend::Postgres, claim, values)).all(pool).await?;
        let count = rows.len();
        let under_way = RefCell::new(rows.iter().map(|row| row.id.uuid()).collect::<BTreeSet<Uuid>>());
        let work = futures_util::future::try_join_all(rows.into_iter().map(|row| self.one(schema, pool, row, &under_way)));
        tokio::select! {
            biased;
            done = work => drop(done?),
            () = self.renew(schema, pool, &under_way) => {}
        }
        Ok(u64::try_from(count).unwrap_or(u64::MAX))
    }

    /// Renews the claims of what is under way, for as long as it is polled.
    async fn renew(&self, schema: &str, pool: &DatabaseConnection, under_way: &RefCell<BTreeSet<Uuid>>) {
        let sql = format!("UPDATE {schema}.outbox SET next_at = $2 WHERE id = ANY($1) AND next_at < $2");
        loop {
            tokio::time::sleep(RENEWED_EVERY).await;
            let ids: Vec<Uuid> = under_way.borrow().iter().copied().collect();
            let values: [Value; 2] = [ids.into(), (self.app.now() + Duration::seconds(CLAIM_S)).into()];
            if let Err(error) = pool.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, &sql, values)).await {
                tracing::warn!(%error, "claims could not be renewed; others may take the events up");
            }
        }
    }

    async fn one(&self, schema: &str, pool: &DatabaseConnection, row: Row, under_way: &RefCell<BTreeSet<Uuid>>) -> Result<()> {
        let delivery = Delivery { id: row.id, name: row.name, company: row.company_id, payload: row.payload, at: row.created_at };
        let outcome = self.react(&delivery).await;
        // From here on the row says itself when it is next due.
        under_way.borrow_mut().remove(&row.id.uuid());
        let (sql, values): (String, Vec<Value>) = match outcome {
            Ok(()) => (format!("DELETE FROM {schema}.outbox WHERE id = $1"), vec![row.id.into()]),
            Err(problem) => {
                tracing::warn!(event = delivery.name, id = %row.id, attempts = row.attempts, %problem, "a reaction failed");
                let now = self.app.now();
                let dead = (row.attempts >= MAX_ATTEMPTS).then_some(now);
                (
                    format!("UPDATE {schema}.outbox SET next_at = $2, dead_at = $3, last_error = $4 WHERE id = $1"),
                    vec![row.id.into(), (now + backoff(row.attempts)).into(), dead.into(), problem.to_string().into()],
                )
            }
        };
        pool.execute_raw(Statement::from_sql_and_values(DbBackend::Postgres, sql, values)).await?;
        Ok(())
    }

    async fn react(&self, delivery: &Delivery) -> Result<()> {
        for (event, name, run) in &self.duties.reactions {
            if *event == delivery.name {
                audit::by_rule(name, run(self.context.clone(), delivery.clone())).await.map_err(|problem| {
                    let detail = format!("{name}: {problem}");
                    Problem { cause: Some(detail), ..problem }
                })?;
            }
        }
        Ok(())
    }

    async fn sweep(&self, sweep: &Sweep<C>) -> Result<u64> {
        let now = self.app.now();
        let tx = self.app.platform().await?;
        // A time further away than any run could have set it was written by a clock that was wrong.
        let claimed = tx
            .run(
                "INSERT INTO sweep (name, next_at) VALUES ($1, $3)
                 ON CONFLICT (name) DO UPDATE SET next_at = $3 WHERE sweep.next_at <= $2 OR sweep.next_at > $3",
                [sweep.name.into(), now.into(), (now + sweep.every).into()],
            )
            .await?;
        tx.commit().await?;
        if claimed == 0 {
            return Ok(0);
        }
        audit::by_rule(sweep.name, (sweep.run)(self.context.clone())).await.or_else(|problem| {
            tracing::warn!(sweep = sweep.name, %problem, "a sweep failed and is tried again when it is next due");
            Ok(0)
        })
    }
}

/// How much was done; a failure is told in the log and is nothing done.
fn told(outcome: Result<u64>) -> u64 {
    outcome.unwrap_or_else(|problem| {
        tracing::warn!(%problem, "the worker could not work");
        0
    })
}

/// 1 s, 2 s, 4 s … at most six hours.
fn backoff(attempts: i32) -> Duration {
    let exponent = u32::try_from(attempts.clamp(1, 20) - 1).unwrap_or(0);
    Duration::seconds(2_i64.saturating_pow(exponent).min(6 * 3600))
}
