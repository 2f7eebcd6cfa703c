//! One person proposes a change.

use super::end::{expire, told};
use crate::{
    audit, codes,
    entity::proposal::{self, Kind, Model, Side, State},
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, Money, Problem, ProposalId, Result};
use platform::{
    PlatformTx,
    audit::{Changes, Entry},
};
use sea_orm::Set;
use serde_json::Value;

/// Longest reason that is kept.
const REASON_LENGTH_MAX: usize = 500;

/// A change to be proposed.
pub struct NewProposal {
    /// What kind of change.
    pub kind: Kind,
    /// The company that it concerns, if it concerns one.
    pub company: Option<CompanyId>,
    /// Whose people decide on it.
    pub decider: Side,
    /// What it is about; of two proposals about the same the second is refused.
    pub subject: String,
    /// What people call that.
    pub label: String,
    /// What is carried out once it is approved; forgotten when the proposal ends.
    pub payload: Value,
    /// How it is, and how it is to be: two objects, without anything that is not to be shown. Where
    /// they are the same, the change is in what they do not show.
    pub before: Value,
    /// See `before`.
    pub after: Value,
    /// How much it is about.
    pub amount: Option<Money>,
    /// Why.
    pub reason: String,
    /// What the change is based on; if that is another when it is approved, the proposal is stale.
    pub basis: String,
    /// Until when somebody has to decide.
    pub expires_at: DateTime<Utc>,
    /// Since when somebody has to have been a member of the company to be its second person.
    pub second_since: DateTime<Utc>,
}

/// Proposes a change. Errors: no reason; one is open already.
pub async fn propose(tx: &PlatformTx, by: AccountId, new: NewProposal) -> Result<Model> {
    let reason = new.reason.trim();
    if reason.is_empty() || reason.chars().count() > REASON_LENGTH_MAX {
        return Err(Problem::invalid("reason", if reason.is_empty() { "required" } else { "too_long" }));
    }
    let changes = Entry::new(audit::PROPOSED, "", "").changed(new.before.clone(), new.after.clone()).changes().to_vec();
    if let Some(open) = tx.one(proposal::open_about(&new.subject)).await? {
        if open.expires_at > tx.now() {
            return Err(codes::PROPOSAL_OPEN.into());
        }
        expire(tx, open).await?;
    }
    let row = proposal::ActiveModel {
        id: Set(ProposalId::new()),
        kind: Set(new.kind),
        state: Set(State::Pending),
        company_id: Set(new.company),
        decider: Set(new.decider),
        subject: Set(new.subject),
        label: Set(new.label),
        payload: Set(Some(new.payload)),
        changes: Set(Changes(changes)),
        amount_minor: Set(new.amount.map(|amount| amount.minor)),
        currency: Set(new.amount.map(|amount| amount.currency)),
        reason: Set(reason.to_owned()),
        basis: Set(new.basis),
        proposed_by: Set(by),
        proposed_at: Set(tx.now()),
        expires_at: Set(new.expires_at),
        second_since: Set(new.second_since),
        approved_by: Set(None),
        ended_by: Set(None),
        ended_as: Set(None),
        ended_at: Set(None),
        end_reason: Set(None),
    };
    // The index of open proposals decides between two at once.
    let row = tx.insert(row).await.map_err(|problem| if problem.code == kernel::code::CONFLICT { codes::PROPOSAL_OPEN.into() } else { problem })?;
    tx.record(audit::about(audit::PROPOSED, &row).changed(new.before, new.after).because(reason)).await?;
    told(tx, &row).await?;
    Ok(row)
}
