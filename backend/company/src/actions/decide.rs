//! The operator decides about a company.

use super::{changing, locked, store};
use crate::{
    audit, codes, directory,
    entity::company,
    events::{CompanyRejected, CompanyResumed, CompanySuspended, CompanyVerified},
    rules::{self, Decision, Fields},
};
use kernel::{CompanyId, Problem, Result};
use platform::PlatformTx;
use sea_orm::Set;
use serde_json::json;

/// Finds the papers of a company right; it may sell.
pub async fn verify(tx: &PlatformTx, id: CompanyId) -> Result<company::Model> {
    let row = locked(tx, id, None).await?;
    let twin = tx.one(company::by_business_number(&row.country, &row.business_number)).await?;
    if twin.is_some_and(|twin| twin.id != row.id) {
        return Err(codes::BUSINESS_NUMBER_TAKEN.into());
    }
    let row = apply(tx, row, Decision::Verify, None).await?;
    tx.emit(&CompanyVerified { company_id: id }).await?;
    Ok(row)
}

/// Finds them wrong, and says why.
pub async fn reject(tx: &PlatformTx, id: CompanyId, reason: &str) -> Result<company::Model> {
    let reason = stated(reason)?;
    let row = apply(tx, locked(tx, id, None).await?, Decision::Reject, Some(reason.clone())).await?;
    tx.emit(&CompanyRejected { company_id: id, reason }).await?;
    Ok(row)
}

/// Stops a company for the time being, and says why.
pub async fn suspend(tx: &PlatformTx, id: CompanyId, reason: &str) -> Result<company::Model> {
    let reason = stated(reason)?;
    let row = apply(tx, locked(tx, id, None).await?, Decision::Suspend, Some(reason.clone())).await?;
    tx.emit(&CompanySuspended { company_id: id, reason }).await?;
    Ok(row)
}

/// Lets a stopped company go on.
pub async fn resume(tx: &PlatformTx, id: CompanyId) -> Result<company::Model> {
    let row = apply(tx, locked(tx, id, None).await?, Decision::Resume, None).await?;
    tx.emit(&CompanyResumed { company_id: id }).await?;
    Ok(row)
}

async fn apply(tx: &PlatformTx, row: company::Model, decision: Decision, reason: Option<String>) -> Result<company::Model> {
    let next = rules::decide(row.status, row.verified_at.is_some(), decision)
        .ok_or_else(|| Problem::new(codes::WRONG_STATUS).detail(format!("the company is {:?}", row.status).to_lowercase()))?;
    let before = json!({"status": row.status});
    let mut change = changing(row, tx.now());
    change.status = Set(next);
    change.status_reason = Set(reason.clone());
    if decision == Decision::Verify {
        change.verified_at = Set(Some(tx.now()));
    }
    let row = store(tx, change).await?;
    let action = match decision {
        Decision::Verify => audit::COMPANY_VERIFIED,
        Decision::Reject => audit::COMPANY_REJECTED,
        Decision::Suspend => audit::COMPANY_SUSPENDED,
        Decision::Resume => audit::COMPANY_RESUMED,
    };
    let entry = audit::about(action, &row).changed(before, json!({"status": row.status}));
    tx.record(reason.into_iter().fold(entry, |entry, reason| entry.because(reason))).await?;
    directory::status_changed();
    Ok(row)
}

fn stated(reason: &str) -> Result<String> {
    let mut fields = Fields::default();
    let reason = fields.text("reason", reason, 500);
    fields.verdict()?;
    Ok(reason)
}
