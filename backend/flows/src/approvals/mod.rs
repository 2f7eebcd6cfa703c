//! The two-person rule, across contexts: what may be proposed, who is the second person, and what
//! is carried out once that person has approved, all of it in one transaction.

mod decide;
mod propose;

pub use decide::{Outcome, Person, approve, refuse, withdraw};
pub use propose::{propose_fee, propose_payout_account, propose_release};

use approval::{Kind, Proposal};
use chrono::{DateTime, Utc};
use company::{
    actions::NewFeeRule,
    company::{BankAccount, Status},
    fee_rule::Model as FeeRule,
};
use kernel::{FeeRuleId, Permission, Problem, Result};
use platform::PlatformTx;
use serde::de::DeserializeOwned;
use serde_json::Value;
use uuid::Uuid;

/// What a proposal is answered with that another change has overtaken.
#[must_use]
pub fn stale() -> Problem {
    approval::STALE.into()
}

/// A fingerprint of what a change is based on, which shows nothing of it.
fn fingerprint(text: &str) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_OID, text.as_bytes()).to_string()
}

fn basis_of_account(account: Option<&BankAccount>) -> String {
    account.map_or_else(|| "none".to_owned(), |account| fingerprint(&format!("{}\n{}\n{}", account.bank, account.account, account.holder)))
}

/// The fee rules of the same company, plan and category.
async fn same_fees(tx: &PlatformTx, fee: &NewFeeRule) -> Result<Vec<FeeRule>> {
    company::queries::fee_rules_of(tx, fee.company_id, fee.plan.as_deref(), fee.category.as_deref()).await
}

/// The rule of them that is in force at a moment.
fn in_force(same: &[FeeRule], at: DateTime<Utc>) -> Option<&FeeRule> {
    same.iter().find(|rule| rule.valid_from <= at && rule.valid_to.is_none_or(|to| to > at))
}

/// The rule that it would take the place of, and whichever was added last, whenever that begins.
fn basis_of_fee(same: &[FeeRule], begins: DateTime<Utc>) -> String {
    let named = |id: Option<FeeRuleId>| id.map_or_else(|| "none".to_owned(), |id| id.to_string());
    format!("{} {}", named(in_force(same, begins).map(|rule| rule.id)), named(same.iter().map(|rule| rule.id).max()))
}

fn read<T: DeserializeOwned>(payload: Value) -> Result<T> {
    serde_json::from_value(payload).map_err(Problem::internal)
}

/// Whether whoever made a proposal could still make it. What somebody proposed whose place was taken
/// away since is not carried out any more.
async fn proposer_stays(tx: &PlatformTx, proposal: &Proposal) -> Result<bool> {
    match (proposal.kind, proposal.company_id) {
        (Kind::PayoutAccount, Some(company)) => {
            let entitled = company::queries::entitled(tx, company, Permission::PayoutAccountManage).await?;
            Ok(entitled.iter().any(|one| one.account == proposal.proposed_by))
        }
        _ => {
            let role = identity::queries::operator_role(tx, proposal.proposed_by).await?;
            Ok(role.is_some_and(|role| role.permissions().contains(&Permission::Settle)))
        }
    }
}

/// Whether what a proposal is about is still as it was when it was made.
async fn stands(tx: &PlatformTx, proposal: &Proposal) -> Result<bool> {
    let payload = proposal.payload.clone().unwrap_or_default();
    let basis = match proposal.kind {
        Kind::PayoutAccount => {
            let id = proposal.company_id.ok_or_else(|| Problem::internal("an account of no company"))?;
            let row = company::queries::by_id(tx, id).await?.ok_or_else(Problem::not_found)?;
            if row.status == Status::Closed {
                return Ok(false);
            }
            basis_of_account(row.payout_account().as_ref())
        }
        Kind::Fee => {
            let fee: NewFeeRule = read(payload)?;
            basis_of_fee(&same_fees(tx, &fee).await?, fee.valid_from.unwrap_or(tx.now()))
        }
        Kind::PayoutRelease => {
            let payout = ledger::queries::payout(tx, read(payload)?).await?;
            payout.version.to_string()
        }
    };
    Ok(basis == proposal.basis)
}
