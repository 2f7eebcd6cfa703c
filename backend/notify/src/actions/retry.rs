//! A person has a mail tried again.

use crate::{codes, entity::mail};
use kernel::{MailId, Result};
use platform::PlatformTx;
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect, Set};

/// Puts a mail that was given up, or that waits for its next try, back at the head of the queue.
pub async fn retry(tx: &PlatformTx, id: MailId) -> Result<mail::Model> {
    let row = tx.find(mail::Entity::find_by_id(id).lock_exclusive()).await?;
    if row.state == mail::State::Sent {
        return Err(codes::ALREADY_SENT.into());
    }
    let mut change = row.into_active_model();
    change.state = Set(mail::State::Queued);
    change.attempts = Set(0);
    change.next_at = Set(tx.now());
    tx.update(change).await
}
