//! What may be proposed.

use super::{basis_of_account, basis_of_fee, in_force, same_fees};
use crate::Flows;
use approval::{
    Kind, Proposal, Side,
    actions::{NewProposal, propose},
};
use chrono::{DateTime, Duration, Utc};
use company::{
    actions::{NewFeeRule, PayoutAccount},
    audit,
    company::{Model as Company, Status},
};
use kernel::{AccountId, CompanyId, Money, PayoutId, Permission, Problem, Result};
use ledger::PayoutState;
use platform::PlatformTx;
use serde_json::{Value, json};

/// Somebody whom the proposer has just let in is no second person.
fn second_since(flows: &Flows, now: DateTime<Utc>) -> DateTime<Utc> {
    now - Duration::days(flows.app.config().approval.member_days.into())
}

/// Until when a proposal waits.
fn expiry(flows: &Flows, now: DateTime<Utc>) -> DateTime<Utc> {
    now + Duration::days(flows.app.config().approval.lasts_days.get().into())
}

/// Whose people decide on another payout account. It is a matter of the company's own people as long
/// as it is verified and has a second one who was entitled before: somebody whom the proposer has just
/// let in is no second person. Everything else is the operator's.
async fn decider(tx: &PlatformTx, company: &Company, by: AccountId, second_since: DateTime<Utc>) -> Result<Side> {
    if company.status != Status::Verified {
        return Ok(Side::Operator);
    }
    let entitled = company::queries::entitled(tx, company.id, Permission::PayoutAccountManage).await?;
    let second = entitled.iter().any(|one| one.account != by && one.since <= second_since);
    Ok(if second { Side::Company } else { Side::Operator })
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
    company::queries::lock(tx, company).await?;
    let row = company::queries::by_id(tx, company).await?.ok_or_else(Problem::not_found)?;
    let standing = row.payout_account();
    if standing.as_ref() == Some(&account) {
        return Err(approval::UNCHANGED.into());
    }
    let since = second_since(flows, tx.now());
    let wish = NewProposal {
        kind: Kind::PayoutAccount,
        company: Some(company),
        decider: decider(tx, &row, by, since).await?,
        subject: format!("payout_account:{company}"),
        label: row.name.clone(),
        before: audit::payout_account(standing.as_ref()),
        after: audit::payout_account(Some(&account)),
        amount: None,
        reason: reason.to_owned(),
        basis: basis_of_account(standing.as_ref()),
        expires_at: expiry(flows, tx.now()),
        second_since: since,
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
        Some(id) => {
            company::queries::lock(tx, id).await?;
            Some(company::queries::by_id(tx, id).await?.ok_or_else(Problem::not_found)?)
        }
        None => None,
    };
    let (plan, category) = (new.plan.as_deref(), new.category.as_deref());
    let same = same_fees(tx, &new).await?;
    let from = new.valid_from.filter(|from| *from > now);
    let begins = from.unwrap_or(now);
    let standing = in_force(&same, begins);
    if standing.is_some_and(|rule| rule.rate == new.rate) {
        return Err(approval::UNCHANGED.into());
    }
    let told = |rate: Value| json!({"rate": rate, "plan": new.plan, "category": new.category});
    let mut after = told(json!(new.rate.normalize()));
    after["valid_from"] = json!(new.valid_from);
    let expires_at = from.map_or(expiry(flows, now), |from| from.min(expiry(flows, now)));
    let wish = NewProposal {
        kind: Kind::Fee,
        company: new.company_id,
        decider: Side::Operator,
        subject: format!("fee:{:?}:{plan:?}:{category:?}", new.company_id.map(|id| id.to_string())),
        // For whom and what, which a change of the rate alone does not say.
        label: [company.map(|company| company.name), new.plan.clone(), new.category.clone()].into_iter().flatten().collect::<Vec<_>>().join(" · "),
        before: standing.map_or(Value::Null, |rule| told(json!(rule.rate.normalize()))),
        after,
        amount: None,
        reason: reason.to_owned(),
        basis: basis_of_fee(&same, begins),
        expires_at,
        second_since: second_since(flows, now),
        // A moment of now is that of the approval.
        payload: json!(NewFeeRule { valid_from: from, ..new.clone() }),
    };
    propose(tx, by, wish).await
}

/// Proposes to let a payout above the limit go. Errors: it does not wait for that; a proposal is
/// open already.
pub async fn propose_release(flows: &Flows, tx: &PlatformTx, by: AccountId, id: PayoutId, reason: &str) -> Result<Proposal> {
    let company = ledger::queries::payout(tx, id).await?.company_id;
    company::queries::lock(tx, company).await?;
    let payout = ledger::queries::payout(tx, id).await?;
    if payout.state != PayoutState::Pending || !payout.needs_release || payout.released_at.is_some() {
        return Err(Problem::new(crate::codes::NOTHING_TO_RELEASE).detail(payout.number));
    }
    let amount: Money = payout.currency.minor(payout.amount_minor);
    let account = payout.account.as_deref().map(ledger::payout::masked);
    let wish = NewProposal {
        kind: Kind::PayoutRelease,
        company: Some(payout.company_id),
        decider: Side::Operator,
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
