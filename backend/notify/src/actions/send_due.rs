//! Mails that are due go out.
//!
//! A worker claims a few by moving their time on, in a short transaction; while it sends, nothing
//! is locked and nobody else sees them as due. Should it die, they are due again when the claim
//! runs out: a mail can then go out twice, with the same Message-ID, but is never lost.

use crate::{entity::mail, rules};
use chrono::Duration;
use kernel::Result;
use platform::{
    App,
    live::Audience,
    mail::{Letter, Unsent},
};
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set, sea_query::Expr};

/// Mails claimed at once.
const BATCH: u64 = 5;
/// Batches in one run, so that other sweeps get their turn.
const BATCHES: usize = 100;
/// How long a claim lasts: longer than sending a batch to a server that answers slowly.
const CLAIM: Duration = Duration::minutes(1);

/// Sends what is due; returns how many mails the server took.
pub async fn send_due(app: &App) -> Result<u64> {
    let mut sent = 0;
    for _ in 0..BATCHES {
        let claimed = claim(app).await?;
        if claimed.is_empty() {
            break;
        }
        let mut rows = claimed.into_iter();
        while let Some(row) = rows.next() {
            let outcome = app.mailer().send(&letter(&row)).await;
            let stopped = matches!(outcome, Err(Unsent::Down(_)));
            sent += u64::from(outcome.is_ok());
            note(app, row, outcome).await?;
            if stopped {
                // The others wait for the next run, untried.
                give_back(app, rows.collect()).await?;
                return Ok(sent);
            }
        }
    }
    Ok(sent)
}

fn letter(row: &mail::Model) -> Letter {
    Letter {
        id: row.id.to_string(),
        to: row.recipient.clone(),
        subject: row.subject.clone(),
        text: row.body_text.clone(),
        html: row.body_html.clone(),
    }
}

async fn claim(app: &App) -> Result<Vec<mail::Model>> {
    let tx = app.platform().await?;
    let rows = tx.all(mail::due(tx.now(), BATCH)).await?;
    if rows.is_empty() {
        return Ok(rows);
    }
    let update = mail::Entity::update_many()
        .col_expr(mail::Column::NextAt, Expr::value(tx.now() + CLAIM))
        .filter(mail::Column::Id.is_in(rows.iter().map(|row| row.id)));
    tx.update_many(update).await?;
    tx.commit().await?;
    Ok(rows)
}

/// Writes down what became of a mail. One that the server refuses for good is not tried again by
/// itself: the operator sees it with what the server said, and may.
async fn note(app: &App, row: mail::Model, outcome: Result<(), Unsent>) -> Result<()> {
    let tx = app.platform().await?;
    let row = tx.find(mail::Entity::find_by_id(row.id).lock_exclusive()).await?;
    let (id, attempts) = (row.id, row.attempts + 1);
    let mut change = row.into_active_model();
    change.attempts = Set(attempts);
    match outcome {
        Ok(()) => {
            change.state = Set(mail::State::Sent);
            change.sent_at = Set(Some(tx.now()));
            change.last_error = Set(None);
        }
        Err(unsent) => {
            let hopeless = matches!(unsent, Unsent::Refused(_)) || attempts >= rules::MOST_ATTEMPTS;
            change.state = Set(if hopeless { mail::State::Refused } else { mail::State::Queued });
            change.next_at = Set(tx.now() + rules::wait(attempts));
            change.last_error = Set(Some(unsent.to_string().chars().take(500).collect()));
        }
    }
    tx.update(change).await?;
    tx.commit().await?;
    app.live().tell(Audience::Operator, "mail", id).await;
    Ok(())
}

async fn give_back(app: &App, rows: Vec<mail::Model>) -> Result<()> {
    if rows.is_empty() {
        return Ok(());
    }
    let tx = app.platform().await?;
    let update = mail::Entity::update_many()
        .col_expr(mail::Column::NextAt, Expr::value(tx.now()))
        .filter(mail::Column::State.eq(mail::State::Queued))
        .filter(mail::Column::Id.is_in(rows.iter().map(|row| row.id)));
    tx.update_many(update).await?;
    tx.commit().await
}
