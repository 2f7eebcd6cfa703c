//! The way of an export: asked for, claimed, moved on, ready or failed, and gone when its time is over.

use crate::{
    audit, codes,
    entity::{
        company,
        export::{self, State},
    },
};
use chrono::Duration;
use kernel::{AccountId, CompanyId, ExportId, Result};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Set};

/// How long a maker may be silent before another takes over.
const CLAIM: Duration = Duration::minutes(10);
/// Makers that may give up before the export does.
const ATTEMPTS_MOST: i32 = 3;

/// How far an export is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Progress {
    /// Tables that are packed.
    pub tables_done: i32,
    /// Tables there are.
    pub tables_total: i32,
    /// Rows that are packed.
    pub rows_done: i64,
}

/// Asks for an export. Error: one is under way.
pub async fn ask_export(tx: &PlatformTx, company: CompanyId, account: AccountId) -> Result<export::Model> {
    let asking = tx.find(company::Entity::find_by_id(company).lock_exclusive()).await?;
    if tx.one(export::under_way(company)).await?.is_some() {
        return Err(codes::EXPORT_UNDER_WAY.into());
    }
    tx.record(audit::about(audit::EXPORT_ASKED, &asking)).await?;
    tx.insert(export::ActiveModel {
        id: Set(ExportId::new()),
        company_id: Set(company),
        asked_by: Set(account),
        state: Set(State::Waiting),
        asked_at: Set(tx.now()),
        claimed_until: Set(None),
        attempts: Set(0),
        tables_done: Set(0),
        tables_total: Set(0),
        rows_done: Set(0),
        size: Set(None),
        sha256: Set(None),
        ready_at: Set(None),
        ends_at: Set(None),
    })
    .await
}

/// Takes the next export to be made; one that was taken too often has failed.
pub async fn claim_export(tx: &PlatformTx) -> Result<Option<export::Model>> {
    let Some(row) = tx.one(export::next(tx.now())).await? else { return Ok(None) };
    let given_up = row.attempts >= ATTEMPTS_MOST;
    let attempts = row.attempts + 1;
    let mut change = row.into_active_model();
    change.state = Set(if given_up { State::Failed } else { State::Running });
    change.attempts = Set(attempts);
    change.claimed_until = Set((!given_up).then(|| tx.now() + CLAIM));
    let row = tx.update(change).await?;
    Ok((!given_up).then_some(row))
}

/// Notes how far an export is, and that its maker lives. False: somebody else has taken it.
pub async fn export_moved(tx: &PlatformTx, claimed: &export::Model, progress: Progress) -> Result<bool> {
    let same = export::Entity::update_many()
        .set(export::ActiveModel {
            tables_done: Set(progress.tables_done),
            tables_total: Set(progress.tables_total),
            rows_done: Set(progress.rows_done),
            claimed_until: Set(Some(tx.now() + CLAIM)),
            ..Default::default()
        })
        .filter(export::Column::Id.eq(claimed.id))
        .filter(export::Column::Attempts.eq(claimed.attempts));
    Ok(tx.update_many(same).await? == 1)
}

/// The file lies in the store.
pub async fn export_ready(tx: &PlatformTx, claimed: &export::Model, size: i64, sha256: String, days: u32) -> Result<()> {
    let mut change = claimed.clone().into_active_model();
    let row = tx.find(export::Entity::find_by_id(claimed.id).lock_exclusive()).await?;
    change.tables_done = Set(row.tables_total);
    change.tables_total = Set(row.tables_total);
    change.rows_done = Set(row.rows_done);
    change.state = Set(State::Ready);
    change.claimed_until = Set(None);
    change.size = Set(Some(size));
    change.sha256 = Set(Some(sha256));
    change.ready_at = Set(Some(tx.now()));
    change.ends_at = Set(Some(tx.now() + Duration::days(i64::from(days))));
    tx.update(change).await.map(drop)
}

/// It could not be made this time; it waits for another attempt.
pub async fn export_failed(tx: &PlatformTx, claimed: &export::Model) -> Result<()> {
    let mut change = claimed.clone().into_active_model();
    change.state = Set(if claimed.attempts >= ATTEMPTS_MOST { State::Failed } else { State::Waiting });
    change.claimed_until = Set(None);
    tx.update(change).await.map(drop)
}

/// Its file is deleted.
pub async fn export_gone(tx: &PlatformTx, row: export::Model) -> Result<()> {
    let mut change = row.into_active_model();
    change.state = Set(State::Gone);
    tx.update(change).await.map(drop)
}
