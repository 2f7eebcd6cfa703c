//! Webhooks that are due go out.
//!
//! A worker claims some by moving their time on, in a short transaction, a few of each endpoint, so
//! that one that is slow does not keep the others waiting. While they are under way nothing is
//! locked. Should the worker die, they are due again when the claim runs out: a receiver can then
//! see the same `webhook-id` twice, and never misses one.

use super::{opened, skip_waiting};
use crate::{
    audit,
    entity::{
        webhook_attempt as attempt, webhook_delivery as delivery,
        webhook_endpoint::{self as endpoint, OffReason},
    },
    events::WebhookSwitchedOff,
    queries,
    rules::webhooks::{GIVEN_UP_AFTER, JITTER, wait},
    webhooks::{
        sign,
        target::{Courier, Outcome},
    },
};
use chrono::{DateTime, Duration, Utc};
use futures_util::future::try_join_all;
use kernel::Result;
use platform::{App, PlatformTx, config::SecretConfig, live::Audience};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set,
    sea_query::{Expr, LockType},
};

/// Batches in one run.
const BATCHES: usize = 25;
/// A receiver that says so is gone for good.
const GONE: u16 = 410;

/// Sends what is due; returns how many receivers were asked.
pub async fn send_due(app: &App) -> Result<u64> {
    let (mut asked, mut courier) = (0, None);
    for _ in 0..BATCHES {
        let claimed = claim(app).await?;
        if claimed.is_empty() {
            break;
        }
        if courier.is_none() {
            courier = Some(Courier::new(&app.config().webhook)?);
        }
        if let Some(courier) = &courier {
            asked += u64::try_from(claimed.len()).unwrap_or(0);
            try_join_all(claimed.into_iter().map(|(row, to)| one(app, courier, row, to))).await?;
        }
    }
    Ok(asked)
}

async fn claim(app: &App) -> Result<Vec<(delivery::Model, endpoint::Model)>> {
    let tx = app.platform().await?;
    // Longer than a delivery may take, and the note of it.
    let until = tx.now() + Duration::milliseconds(i64::try_from(app.config().webhook.timeout_ms).unwrap_or(60_000)) + Duration::minutes(1);
    let ids = queries::webhooks::claim(&tx, until).await?;
    let rows = queries::webhooks::with_endpoints(&tx, &ids).await?;
    tx.commit().await?;
    Ok(rows)
}

async fn one(app: &App, courier: &Courier, row: delivery::Model, to: endpoint::Model) -> Result<()> {
    let now = app.now();
    let secrets = secrets(&app.config().secret, &to, now)?;
    let headers = [
        ("webhook-id", row.id.to_string()),
        ("webhook-timestamp", now.timestamp().to_string()),
        ("webhook-signature", sign(&secrets, row.id, now.timestamp(), &row.payload)?),
    ];
    let outcome = courier.bring(&to.url, headers, row.payload.clone()).await;
    note(app, &row, &outcome).await
}

/// The secret, and the one before it while the two overlap.
fn secrets(config: &SecretConfig, to: &endpoint::Model, now: DateTime<Utc>) -> Result<Vec<Vec<u8>>> {
    let old = to.old_secret.as_ref().filter(|_| to.old_ends_at.is_some_and(|end| end > now));
    std::iter::once(&to.secret).chain(old).map(|sealed| opened(config, to.id, sealed)).collect()
}

/// Writes down what became of a try, and what that says of the endpoint.
async fn note(app: &App, row: &delivery::Model, outcome: &Outcome) -> Result<()> {
    let tx = app.platform().await?;
    // Either may have been taken away while the webhook was on its way.
    let Some(to) = tx.one(endpoint::of(row.company_id, row.endpoint_id).lock(LockType::NoKeyUpdate)).await? else { return Ok(()) };
    let Some(row) = tx.one(delivery::of(row.company_id, row.id).lock_exclusive()).await? else { return Ok(()) };
    tx.insert(attempt_of(&row, outcome, tx.now())).await?;
    let (id, company, tries, state) = (row.id, row.company_id, row.tries + 1, row.state);
    let attempts = row.attempts + 1;
    let mut change = row.into_active_model();
    change.tries = Set(tries);
    change.attempts = Set(attempts);
    if outcome.taken() {
        change.state = Set(delivery::State::Delivered);
        change.delivered_at = Set(Some(tx.now()));
    } else if state == delivery::State::Pending {
        let jitter = i64::from(rand::random::<u8>()) * JITTER / 255;
        match wait(tries, jitter, outcome.retry_after_s) {
            Some(wait) => change.next_at = Set(tx.now() + wait),
            None => change.state = Set(delivery::State::Failed),
        }
    }
    tx.update(change).await?;
    judge(&tx, to, outcome).await?;
    tx.commit().await?;
    app.live().tell(Audience::Company(company), "webhook", id).await;
    Ok(())
}

fn attempt_of(row: &delivery::Model, outcome: &Outcome, at: DateTime<Utc>) -> attempt::ActiveModel {
    attempt::ActiveModel {
        delivery_id: Set(row.id),
        number: Set(row.attempts + 1),
        at: Set(at),
        status: Set(outcome.status.and_then(|status| i16::try_from(status).ok())),
        error: Set(outcome.error.map(str::to_owned)),
        answer: Set(outcome.answer.clone()),
        duration_ms: Set(i32::try_from(outcome.duration.as_millis()).unwrap_or(i32::MAX)),
    }
}

/// An endpoint that takes something is well; one that has taken nothing for days, or says that it
/// is gone, is switched off, and its company is told.
async fn judge(tx: &PlatformTx, to: endpoint::Model, outcome: &Outcome) -> Result<()> {
    let now = tx.now();
    if outcome.taken() {
        if to.failing_since.is_some() {
            set_failing(tx, &to, None).await?;
        }
        return Ok(());
    }
    let since = to.failing_since.unwrap_or(now);
    let reason = if outcome.status == Some(GONE) {
        OffReason::Gone
    } else if now - since >= GIVEN_UP_AFTER {
        OffReason::Failing
    } else {
        return if to.failing_since.is_none() { set_failing(tx, &to, Some(now)).await } else { Ok(()) };
    };
    if !to.enabled {
        return Ok(());
    }
    let before = audit::endpoint(&to);
    let (id, company_id, url, version) = (to.id, to.company_id, to.url.clone(), to.version);
    let mut change = to.into_active_model();
    change.enabled = Set(false);
    change.off_reason = Set(Some(reason));
    change.off_at = Set(Some(now));
    change.failing_since = Set(Some(since));
    change.version = Set(version + 1);
    let row = tx.update(change).await?;
    tx.record(audit::about(audit::WEBHOOK_SWITCHED_OFF, &row).changed(before, audit::endpoint(&row))).await?;
    skip_waiting(tx, id).await?;
    tx.emit(&WebhookSwitchedOff { endpoint_id: id, company_id, url, reason }).await?;
    Ok(())
}

async fn set_failing(tx: &PlatformTx, to: &endpoint::Model, since: Option<DateTime<Utc>>) -> Result<()> {
    let update = endpoint::Entity::update_many().col_expr(endpoint::Column::FailingSince, Expr::value(since)).filter(endpoint::Column::Id.eq(to.id));
    tx.update_many(update).await.map(drop)
}
