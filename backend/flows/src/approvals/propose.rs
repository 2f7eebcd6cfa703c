//! What may be proposed.

use super::{basis_of_account, basis_of_fee};
use crate::Flows;
use approval::{
    Kind, Proposal,
    actions::{NewProposal, propose},
};
use chrono::{DateTime, Duration, Utc};
use company::{
    actions::{NewFeeRule, PayoutAccount},
    audit,
};
use kernel::{AccountId, CompanyId, Money, PayoutId, Problem, Result};
use ledger::PayoutState;
use platform::PlatformTx;
use serde_json::{Value, json};

/// Somebody whom the proposer has just let in is no second person.
fn second_since(flows: &Flows, now: DateTime<Utc>) -> DateTime<Utc> {
    now - Duration::days(flows.app.config().approval.member_days)
}

/// Until when a proposal waits.
fn expiry(flows: &Flows, now: DateTime<Utc>) -> DateTime<Utc> {
    now + Duration::days(flows.app.config().approval.lasts_days)
}

/// Proposes another account for a company's payouts. Errors: fields at fault; the same account; a
/// proposal is open already.
pub async fn propose_payout_account(
    flows: &Flows,
    tx: &PlatformTx,
    company: CompanyId,
    by: AccountId,
    new: &PayoutAccount,
    reason: &str,
) -> Result<Proposal> {
    let account = new.checked()?;
    let row = company::queries::by_id(tx, company).await?.ok_or_else(Problem::not_found)?;
    let standing = row.payout_account();
    let wish = NewProposal {
        kind: Kind::PayoutAccount,
        company: Some(company),
        subject: format!("payout_account:{company}"),
        label: row.name.clone(),
        before: audit::payout_account(standing.as_ref()),
        after: audit::payout_account(Some(&account)),
        amount: None,
        reason: reason.to_owned(),
        basis: basis_of_account(standing.as_ref()),
        expires_at: expiry(flows, tx.now()),
        second_since: second_since(flows, tx.now()),
        payload: json!(PayoutAccount { bank: account.bank, account: account.account, holder: account.holder }),
    };
    propose(tx, by, wish).await
}

/// Proposes a fee. It has to be decided before it begins. Errors: fields at fault; a proposal for
/// the same companies and goods is open already.
pub async fn propose_fee(flows: &Flows, tx: &PlatformTx, by: AccountId, new: &NewFeeRule, reason: &str) -> Result<Proposal> {
    let now = tx.now();
    let new = new.checked(now)?;
    let company = match new.company_id {
        Some(id) => Some(company::queries::by_id(tx, id).await?.ok_or_else(Problem::not_found)?),
        None => None,
    };
    let (plan, category) = (new.plan.as_deref(), new.category.as_deref());
    let latest = company::queries::latest_fee_rule(tx, new.company_id, plan, category).await?;
    let told = |rate: Value| json!({"rate": rate, "plan": new.plan, "category": new.category});
    let mut after = told(json!(new.rate.normalize()));
    after["valid_from"] = json!(new.valid_from);
    let expires_at = new.valid_from.filter(|from| *from > now).map_or(expiry(flows, now), |from| from.min(expiry(flows, now)));
    let wish = NewProposal {
        kind: Kind::Fee,
        company: new.company_id,
        subject: format!("fee:{:?}:{plan:?}:{category:?}", new.company_id.map(|id| id.to_string())),
        label: company.map(|company| company.name).unwrap_or_default(),
        before: latest.as_ref().map_or(Value::Null, |rule| told(json!(rule.rate.normalize()))),
        after,
        amount: None,
        reason: reason.to_owned(),
        basis: basis_of_fee(tx, &new).await?,
        expires_at,
        second_since: second_since(flows, now),
        // A moment of now is that of the approval.
        payload: json!(NewFeeRule { valid_from: new.valid_from.filter(|from| *from > now), ..new.clone() }),
    };
    propose(tx, by, wish).await
}

/// Proposes to let a payout above the limit go. Errors: it does not wait for that; a proposal is
/// open already.
pub async fn propose_release(flows: &Flows, tx: &PlatformTx, by: AccountId, id: PayoutId, reason: &str) -> Result<Proposal> {
    let payout = ledger::queries::payout(tx, id).await?;
    if payout.state != PayoutState::Pending || !payout.needs_release || payout.released_at.is_some() {
        return Err(Problem::new(crate::codes::NOTHING_TO_RELEASE).detail(payout.number));
    }
    let amount: Money = payout.currency.minor(payout.amount_minor);
    let account = payout.account.as_deref().map(ledger::payout::masked);
    let wish = NewProposal {
        kind: Kind::PayoutRelease,
        company: Some(payout.company_id),
        subject: format!("payout:{id}"),
        label: payout.number.clone(),
        payload: json!(id),
        before: Value::Null,
        after: json!({"amount": amount, "bank": payout.bank, "account": account, "holder": payout.holder}),
        amount: Some(amount),
        reason: reason.to_owned(),
        basis: payout.version.to_string(),
        expires_at: expiry(flows, tx.now()),
        second_since: second_since(flows, tx.now()),
    };
    propose(tx, by, wish).await
}
