//! Who the second person is, and what happens when they have approved.

use super::{read, stands};
use approval::{Kind, Proposal, State};
use kernel::{AccountId, CompanyId, Permission, Problem, ProposalId, Result};
use platform::PlatformTx;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Who decides on a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = ProposalDecider)]
pub enum Decider {
    /// Another member of the company.
    Company,
    /// Somebody of the operator; of what the operator proposed, another one.
    Operator,
}

/// What became of an approval.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Outcome {
    /// It was carried out.
    Done,
    /// What it was about is another by now; nothing was changed.
    Stale,
}

/// Who decides on a proposal now. The payout account of a company is a matter of its own people as
/// long as there is a second one who was there before: somebody whom the proposer has just let in
/// is no second person. Everything else is the operator's.
pub async fn deciders(tx: &PlatformTx, proposal: &Proposal) -> Result<Decider> {
    let (Kind::PayoutAccount, Some(company)) = (proposal.kind, proposal.company_id) else { return Ok(Decider::Operator) };
    let other = company::queries::has_other_with(tx, company, proposal.proposed_by, Permission::PayoutAccountManage, proposal.second_since).await?;
    Ok(if other { Decider::Company } else { Decider::Operator })
}

/// Refuses a decision by somebody who is not the second person. A proposal of another company does
/// not exist for a company.
pub async fn may_decide(tx: &PlatformTx, proposal: &Proposal, by: AccountId, company: Option<CompanyId>) -> Result<()> {
    if company.is_some() && proposal.company_id != company {
        return Err(Problem::not_found());
    }
    if proposal.proposed_by == by {
        return Err(approval::OWN.into());
    }
    let decider = deciders(tx, proposal).await?;
    let Some(company) = company else {
        return if decider == Decider::Operator { Ok(()) } else { Err(approval::ELSEWHERE.into()) };
    };
    let there = company::queries::member_since(tx, by, company).await?.is_some_and(|since| since <= proposal.second_since);
    if decider == Decider::Company && there { Ok(()) } else { Err(approval::ELSEWHERE.into()) }
}

/// Approves and carries out. A proposal that is stale ends, and nothing else changes; the caller
/// commits in both cases. Errors: not the second person; not open any more; expired.
pub async fn approve(tx: &PlatformTx, id: ProposalId, by: AccountId, company: Option<CompanyId>) -> Result<Outcome> {
    let proposal = approval::queries::proposal(tx, id).await?;
    may_decide(tx, &proposal, by, company).await?;
    if proposal.state == State::Pending && proposal.expires_at > tx.now() && !stands(tx, &proposal).await? {
        approval::actions::mark_stale(tx, id).await?;
        return Ok(Outcome::Stale);
    }
    let (proposal, payload) = approval::actions::approve(tx, id, by).await?;
    match proposal.kind {
        Kind::PayoutAccount => {
            let company = proposal.company_id.ok_or_else(|| Problem::internal("an account of no company"))?;
            company::actions::set_payout_account(tx, company, &read(payload)?).await?;
        }
        Kind::Fee => {
            company::actions::add_fee_rule(tx, proposal.proposed_by, &read(payload)?).await?;
        }
        Kind::PayoutRelease => {
            ledger::payout::release(tx, read(payload)?).await?;
        }
    }
    Ok(Outcome::Done)
}

/// Refuses, with a reason. Errors: not the second person; not open any more.
pub async fn refuse(tx: &PlatformTx, id: ProposalId, by: AccountId, company: Option<CompanyId>, reason: &str) -> Result<()> {
    let proposal = approval::queries::proposal(tx, id).await?;
    may_decide(tx, &proposal, by, company).await?;
    approval::actions::refuse(tx, id, by, reason).await.map(drop)
}
