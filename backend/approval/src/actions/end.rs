//! A proposal ends without being carried out: refused by another person, taken back by whoever
//! made it, too late, or overtaken by another change.

use crate::{
    audit, codes,
    entity::proposal::{self, Model, Side, State},
    events::ProposalMoved,
    queries,
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, AuditAction, Problem, ProposalId, Result};
use platform::PlatformTx;
use sea_orm::{IntoActiveModel, Set};

/// Proposals that one sweep ends at most.
const SWEPT: u64 = 200;

/// Another person refuses, and says why. Errors: one's own; not open any more; no reason.
pub async fn refuse(tx: &PlatformTx, id: ProposalId, by: AccountId, side: Side, reason: &str) -> Result<Model> {
    let open = queries::locked(tx, id).await?;
    if open.state != State::Pending || open.expires_at <= tx.now() || open.proposed_by == by {
        return Err(refusal(&open, by, tx.now()));
    }
    end(tx, open, State::Refused, Some((by, side)), Some(reason.to_owned()), audit::REFUSED).await
}

/// Whoever made it takes it back. Errors: another's; not open any more.
pub async fn withdraw(tx: &PlatformTx, id: ProposalId, by: AccountId, side: Side) -> Result<Model> {
    let open = queries::locked(tx, id).await?;
    if open.proposed_by != by {
        return Err(codes::PROPOSAL_ELSEWHERE.into());
    }
    if open.state != State::Pending {
        return Err(codes::PROPOSAL_ENDED.into());
    }
    end(tx, open, State::Withdrawn, Some((by, side)), None, audit::WITHDRAWN).await
}

/// What it is about was changed meanwhile.
pub async fn mark_stale(tx: &PlatformTx, id: ProposalId) -> Result<Model> {
    let open = queries::locked(tx, id).await?;
    if open.state == State::Pending { end(tx, open, State::Stale, None, None, audit::STALE).await } else { Ok(open) }
}

/// Ends what nobody decided in time; returns how many.
pub async fn expire_overdue(tx: &PlatformTx) -> Result<u64> {
    let overdue = tx.all(proposal::overdue(tx.now(), SWEPT)).await?;
    let count = u64::try_from(overdue.len()).unwrap_or(u64::MAX);
    for open in overdue {
        expire(tx, open).await?;
    }
    Ok(count)
}

pub(super) async fn expire(tx: &PlatformTx, open: Model) -> Result<Model> {
    end(tx, open, State::Expired, None, None, audit::EXPIRED).await
}

async fn end(
    tx: &PlatformTx,
    open: Model,
    state: State,
    by: Option<(AccountId, Side)>,
    reason: Option<String>,
    action: AuditAction,
) -> Result<Model> {
    let mut change = open.into_active_model();
    change.state = Set(state);
    (change.ended_by, change.ended_as) = (Set(by.map(|(account, _)| account)), Set(by.map(|(_, side)| side)));
    change.ended_at = Set(Some(tx.now()));
    change.end_reason = Set(reason.clone());
    // What was to be carried out is of no use any more.
    change.payload = Set(None);
    let row = tx.update(change).await?;
    let entry = audit::about(action, &row);
    tx.record(reason.into_iter().fold(entry, |entry, reason| entry.because(reason))).await?;
    told(tx, &row).await?;
    Ok(row)
}

pub(super) async fn told(tx: &PlatformTx, row: &Model) -> Result<()> {
    tx.emit(&ProposalMoved { proposal_id: row.id, company_id: row.company_id, state: row.state }).await.map(drop)
}

/// Why a proposal cannot be decided by this person now.
pub(super) fn refusal(row: &Model, by: AccountId, now: DateTime<Utc>) -> Problem {
    if row.state != State::Pending {
        codes::PROPOSAL_ENDED.into()
    } else if row.proposed_by == by {
        codes::PROPOSAL_OWN.into()
    } else if row.expires_at <= now {
        codes::PROPOSAL_EXPIRED.into()
    } else {
        codes::PROPOSAL_ELSEWHERE.into()
    }
}
