//! How a proposal is shown, and to whom.

use crate::approvals::Person;
use approval::{Kind, Proposal, Side, State};
use chrono::{DateTime, Utc};
use company::actions::PayoutAccount;
use kernel::{AccountId, CompanyId, Money, Problem, ProposalId, Result};
use platform::{PlatformTx, audit::Change};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What may be done with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum ProposalAction {
    /// Approve it; it is carried out at once.
    Approve,
    /// Refuse it, with a reason.
    Refuse,
    /// Take it back.
    Withdraw,
}

/// Somebody by name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct ProposalPerson {
    /// The account.
    id: AccountId,
    /// The name; empty for one who has left.
    name: String,
}

/// A change that one person proposes and another approves.
#[derive(Clone, Serialize, Deserialize, ToSchema)]
#[schema(as = Proposal)]
pub(super) struct ProposalView {
    /// The proposal.
    id: ProposalId,
    /// What kind of change.
    kind: Kind,
    /// Where it stands.
    state: State,
    /// The company that it concerns.
    #[serde(skip_serializing_if = "Option::is_none")]
    company_id: Option<CompanyId>,
    /// What it is about: the company's name, the payout's number.
    label: String,
    /// How it is, and how it is to be.
    changes: Vec<Change>,
    /// The account in full, for whoever may approve it: what is approved is seen, to the last digit.
    #[serde(skip_serializing_if = "Option::is_none")]
    payout_account: Option<PayoutAccount>,
    /// How much it is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Money>,
    /// Why.
    reason: String,
    /// Who proposed it.
    proposed_by: ProposalPerson,
    /// When.
    proposed_at: DateTime<Utc>,
    /// Until when somebody has to decide.
    expires_at: DateTime<Utc>,
    /// Who decides on it.
    decider: Side,
    /// Who ended it; a company is not told who of the operator.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_by: Option<ProposalPerson>,
    /// For whom that person acted.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_as: Option<Side>,
    /// When it ended.
    #[serde(skip_serializing_if = "Option::is_none")]
    ended_at: Option<DateTime<Utc>>,
    /// Why it was refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    end_reason: Option<String>,
    /// What the caller may do with it now.
    allowed_actions: Vec<ProposalAction>,
}

/// Proposals as a person may see them.
pub(super) async fn view(tx: &PlatformTx, rows: Vec<Proposal>, person: &Person) -> Result<Vec<ProposalView>> {
    let accounts: Vec<AccountId> = rows.iter().flat_map(|row| [Some(row.proposed_by), row.ended_by]).flatten().collect();
    let people = identity::queries::people(tx, &accounts).await?;
    let named = |id: AccountId| ProposalPerson {
        id,
        name: people.iter().find(|person| person.id == id).map(|person| person.name.clone()).unwrap_or_default(),
    };
    let shown = rows.into_iter().map(|row| {
        let allowed_actions = allowed(&row, person, tx.now());
        let in_full = row.kind == Kind::PayoutAccount && allowed_actions.contains(&ProposalAction::Approve);
        let of_others = person.side == Side::Company && row.ended_as == Some(Side::Operator);
        Ok(ProposalView {
            id: row.id,
            kind: row.kind,
            state: row.state,
            company_id: row.company_id,
            payout_account: row.payload.clone().filter(|_| in_full).map(serde_json::from_value).transpose().map_err(Problem::internal)?,
            amount: row.amount(),
            proposed_by: named(row.proposed_by),
            ended_by: row.ended_by.filter(|_| !of_others).map(named),
            ended_as: row.ended_as,
            label: row.label,
            changes: row.changes.0,
            reason: row.reason,
            proposed_at: row.proposed_at,
            expires_at: row.expires_at,
            decider: row.decider,
            ended_at: row.ended_at,
            end_reason: row.end_reason,
            allowed_actions,
        })
    });
    shown.collect()
}

/// One proposal. Error: it does not exist for the person.
pub(super) async fn one(tx: &PlatformTx, row: Proposal, person: &Person) -> Result<ProposalView> {
    person.sees(&row)?;
    view(tx, vec![row], person).await?.pop().ok_or_else(|| Problem::internal("a proposal without a view"))
}

fn allowed(row: &Proposal, person: &Person, now: DateTime<Utc>) -> Vec<ProposalAction> {
    if row.state != State::Pending || !person.entitled() {
        return Vec::new();
    }
    if person.made(row) {
        return vec![ProposalAction::Withdraw];
    }
    let open = row.expires_at > now;
    let approve = (open && person.may_approve(row).is_ok()).then_some(ProposalAction::Approve);
    let refuse = (open && person.may_refuse(row).is_ok()).then_some(ProposalAction::Refuse);
    approve.into_iter().chain(refuse).collect()
}
