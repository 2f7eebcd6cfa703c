//! Who the second person is, and what happens when they have approved.

use super::{proposer_stays, read, stands};
use approval::{Kind, Proposal, Side, State};
use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, OperatorRole, Permission, Problem, ProposalId, Result};
use platform::PlatformTx;
use serde::{Deserialize, Serialize};

/// What became of an approval.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub enum Outcome {
    /// It was carried out.
    Done,
    /// What it was about, or who made it, is another by now; nothing was changed.
    Stale,
}

/// Somebody who looks at proposals or decides on them, as one of a company or of the operator.
#[derive(Clone, Debug)]
pub struct Person {
    /// The account. It alone counts, whichever session, company or role it comes with.
    pub account: AccountId,
    /// For whom the person acts.
    pub side: Side,
    /// The company, of a member.
    pub company: Option<CompanyId>,
    /// Since when the person is entitled to decide, if at all; somebody of the operator always was.
    entitled: Option<DateTime<Utc>>,
    /// The companies to which somebody of the operator belongs.
    places: Vec<CompanyId>,
}

impl Person {
    /// A member of a company.
    pub async fn member(tx: &PlatformTx, account: AccountId, company: CompanyId) -> Result<Self> {
        let entitled = company::queries::entitled(tx, company, Permission::PayoutAccountManage).await?;
        let entitled = entitled.into_iter().find(|one| one.account == account).map(|one| one.since);
        Ok(Self { account, side: Side::Company, company: Some(company), entitled, places: Vec::new() })
    }

    /// Somebody of the operator.
    pub async fn operator(tx: &PlatformTx, account: AccountId, role: OperatorRole) -> Result<Self> {
        let places = company::queries::places(tx, account).await?.into_iter().map(|place| place.company_id).collect();
        let entitled = role.permissions().contains(&Permission::Settle).then_some(DateTime::UNIX_EPOCH);
        Ok(Self { account, side: Side::Operator, company: None, entitled, places })
    }

    /// Refuses to show what does not exist for this person: a company knows of changes of its own
    /// payout account alone.
    pub fn sees(&self, proposal: &Proposal) -> Result<()> {
        let own = self.company.is_none() || (proposal.company_id == self.company && proposal.kind == Kind::PayoutAccount);
        if own { Ok(()) } else { Err(Problem::not_found()) }
    }

    /// Refuses an approval by somebody who is not the second person.
    pub fn may_approve(&self, proposal: &Proposal) -> Result<()> {
        self.is_another(proposal)?;
        if proposal.decider != self.side {
            return Err(approval::ELSEWHERE.into());
        }
        if self.entitled.is_none_or(|since| since > proposal.second_since) {
            return Err(approval::TOO_NEW.into());
        }
        // Whoever belongs to the company does not decide on it in the name of the operator.
        if proposal.company_id.is_some_and(|company| self.places.contains(&company)) {
            return Err(approval::INTERESTED.into());
        }
        Ok(())
    }

    /// Refuses a refusal by whoever made the proposal. It leads no money anywhere, so that everybody
    /// else who is entitled may refuse, whoever would approve.
    pub fn may_refuse(&self, proposal: &Proposal) -> Result<()> {
        self.is_another(proposal)?;
        if self.entitled.is_some() { Ok(()) } else { Err(approval::ELSEWHERE.into()) }
    }

    /// Whether the person may decide on anything at all.
    #[must_use]
    pub const fn entitled(&self) -> bool {
        self.entitled.is_some()
    }

    /// Whether it is the person's own to take back.
    #[must_use]
    pub fn made(&self, proposal: &Proposal) -> bool {
        proposal.proposed_by == self.account
    }

    fn is_another(&self, proposal: &Proposal) -> Result<()> {
        self.sees(proposal)?;
        if self.made(proposal) { Err(approval::OWN.into()) } else { Ok(()) }
    }
}

/// Approves and carries out. A proposal that is stale ends, and nothing else changes; the caller
/// commits in both cases. Errors: not the second person; not open any more; expired.
pub async fn approve(tx: &PlatformTx, id: ProposalId, by: &Person) -> Result<Outcome> {
    let proposal = approval::queries::proposal(tx, id).await?;
    by.may_approve(&proposal)?;
    // Members and the account change under the same lock.
    if let Some(company) = proposal.company_id {
        company::queries::lock(tx, company).await?;
    }
    let proposal = approval::queries::locked(tx, id).await?;
    // What was true before the lock was waited for need not be true any more.
    if let Some(company) = by.company {
        Person::member(tx, by.account, company).await?.may_approve(&proposal)?;
    }
    let open = proposal.state == State::Pending && proposal.expires_at > tx.now();
    if open && !(proposer_stays(tx, &proposal).await? && stands(tx, &proposal).await?) {
        approval::actions::mark_stale(tx, id).await?;
        return Ok(Outcome::Stale);
    }
    let (proposal, payload) = approval::actions::approve(tx, id, by.account, by.side).await?;
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

/// Refuses, with a reason. Errors: one's own; not open any more.
pub async fn refuse(tx: &PlatformTx, id: ProposalId, by: &Person, reason: &str) -> Result<()> {
    let proposal = approval::queries::proposal(tx, id).await?;
    by.may_refuse(&proposal)?;
    approval::actions::refuse(tx, id, by.account, by.side, reason).await.map(drop)
}

/// Takes one's own back. Errors: another's; not open any more.
pub async fn withdraw(tx: &PlatformTx, id: ProposalId, by: &Person) -> Result<()> {
    let proposal = approval::queries::proposal(tx, id).await?;
    by.sees(&proposal)?;
    approval::actions::withdraw(tx, id, by.account, by.side).await.map(drop)
}
