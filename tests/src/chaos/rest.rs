//! The end of a run: nobody orders any more, the clocks of all processes go on by a day, so that
//! everything that waits for its time comes due, all that is confirmed is settled, and the books of
//! all sides are held against each other.

use super::{Plan, book::Book, checks::Owner, report::Report, services, stage::Stage, world::World};
use crate::answer::text;
use kernel::Result;
use serde_json::json;
use std::time::{Duration, Instant};

/// For how long what is under way may take to be finished.
const PATIENCE: Duration = Duration::from_secs(90);
/// A day.
const DAY_S: i64 = 86_400;

/// Waits until nothing is under way, and looks at everything.
pub async fn come_to_rest(plan: &Plan, stage: &mut Stage, world: &World, book: &Book, database: &str, report: &mut Report) -> Result<()> {
    let began = Instant::now();
    stage.set_clocks(DAY_S)?;
    quiet(database).await?;
    // Two runs at once settle each trade once; so do the payouts that follow.
    let run = || book.judged(world.operator.post("/operator/settlement-runs", json!({"everyone": true})));
    let (one, two) = futures_util::join!(run(), run());
    for answer in [one, two] {
        if answer.status >= 300 {
            report.findings.wrong.push(format!("a settlement run was answered with {}: {}", answer.status, answer.text));
        }
    }
    let payouts = world.operator.get("/operator/payouts").await.json();
    for payout in payouts["items"].as_array().into_iter().flatten() {
        let path = format!("/operator/payouts/{}/provider-transfer", text(payout, "/id"));
        let pay = || book.judged(world.operator.post(&path, json!({})));
        let (_first, _second) = futures_util::join!(pay(), pay());
    }
    quiet(database).await?;
    let owner = Owner::of(database, DAY_S).await?;
    let found = owner.at_rest(&book.orders()).await?;
    owner.close().await?;
    match services::proof(&plan.program.to_string_lossy(), &stage.settings).await {
        Ok(said) => report.proof = said,
        Err(problem) => report.findings.wrong.push(format!("the proof: {problem}")),
    }
    (plan.tell)(&format!("at rest after {:.1?}; {} letters were sent", began.elapsed(), stage.letters.taken().len()));
    report.findings.take(found);
    Ok(())
}

/// Waits until nothing is unfinished, or long enough.
async fn quiet(database: &str) -> Result<()> {
    let (began, mut calm) = (Instant::now(), 0);
    let owner = Owner::of(database, DAY_S).await?;
    while calm < 3 && began.elapsed() < PATIENCE {
        calm = if owner.unfinished().await?.is_empty() { calm + 1 } else { 0 };
        tokio::time::sleep(Duration::from_millis(400)).await;
    }
    owner.close().await
}
