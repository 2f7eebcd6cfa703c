//! The two-person rule, across contexts: what may be proposed, who is the second person, and what
//! is carried out once that person has approved, all of it in one transaction.

mod decide;
mod propose;

pub use decide::{Decider, Outcome, approve, deciders, may_decide, refuse};
pub use propose::{propose_fee, propose_payout_account, propose_release};

use approval::{Kind, Proposal};
use company::{
    actions::{NewFeeRule, PayoutAccount},
    company::BankAccount,
};
use kernel::{Problem, Result};
use platform::PlatformTx;
use serde::de::DeserializeOwned;
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

async fn basis_of_fee(tx: &PlatformTx, fee: &NewFeeRule) -> Result<String> {
    let latest = company::queries::latest_fee_rule(tx, fee.company_id, fee.plan.as_deref(), fee.category.as_deref()).await?;
    Ok(latest.map_or_else(|| "none".to_owned(), |rule| rule.id.to_string()))
}

fn read<T: DeserializeOwned>(payload: serde_json::Value) -> Result<T> {
    serde_json::from_value(payload).map_err(Problem::internal)
}

/// Whether what a proposal is about is still as it was when it was made. The rows are locked by
/// those who change them; this is asked again under their lock by the version of the payload.
async fn stands(tx: &PlatformTx, proposal: &Proposal) -> Result<bool> {
    let payload = proposal.payload.clone().unwrap_or_default();
    let basis = match proposal.kind {
        Kind::PayoutAccount => {
            let id = proposal.company_id.ok_or_else(|| Problem::internal("an account of no company"))?;
            company::queries::lock(tx, id).await?;
            let row = company::queries::by_id(tx, id).await?.ok_or_else(Problem::not_found)?;
            let _readable: PayoutAccount = read(payload)?;
            basis_of_account(row.payout_account().as_ref())
        }
        Kind::Fee => basis_of_fee(tx, &read(payload)?).await?,
        Kind::PayoutRelease => {
            let payout = ledger::queries::payout(tx, read(payload)?).await?;
            payout.version.to_string()
        }
    };
    Ok(basis == proposal.basis)
}
