//! The person who was invited accepts, and is a member; or declines.

use super::invite::end;
use crate::{
    audit, codes,
    entity::{company, invitation, member},
    events::CompanyChanged,
    rules,
};
use kernel::{AccountId, MemberId, Problem, Result};
use platform::{PlatformTx, audit::Entry, secret};
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde_json::{Value, json};

/// Who accepts: an account and its verified address.
#[derive(Clone, Copy, Debug)]
pub struct Invited<'a> {
    /// The account.
    pub account: AccountId,
    /// Its address.
    pub email: &'a str,
}

/// Makes the person a member in the role that was offered. Errors: the link is not valid; the
/// invitation is over, each way with its code; it is for another address; a member already.
pub async fn accept_invitation(tx: &PlatformTx, who: Invited<'_>, token: &str) -> Result<member::Model> {
    let row = answerable(tx, token).await?;
    // Whoever has the mail of somebody else must not get in with it.
    if row.email != who.email {
        return Err(codes::OTHER_PERSON.into());
    }
    let held = row.held().ok_or_else(|| Problem::internal("an invitation without a role"))?;
    let (company, (role, role_id)) = (row.company_id, member::columns(held));
    tx.find(company::Entity::find_by_id(company).lock_shared()).await?;
    if tx.one(member::place(who.account, company)).await?.is_some() {
        return Err(codes::MEMBER_EXISTS.into());
    }
    end(tx, row, invitation::State::Accepted).await?;
    let row = member::ActiveModel {
        id: Set(MemberId::new()),
        company_id: Set(company),
        account_id: Set(who.account),
        role: Set(role),
        role_id: Set(role_id),
        created_at: Set(tx.now()),
        role_since: Set(tx.now()),
        version: Set(1),
    };
    let row = tx.insert(row).await?;
    tx.record(Entry::new(audit::MEMBER_ADDED, who.account, "").of(company).changed(Value::Null, json!({"role": held}))).await?;
    tx.emit(&CompanyChanged { company_id: company }).await?;
    Ok(row)
}

/// Notes that the person does not want to; the secret of the mail is enough for it.
pub async fn decline_invitation(tx: &PlatformTx, token: &str) -> Result<()> {
    let row = answerable(tx, token).await?;
    let company_id = row.company_id;
    end(tx, row, invitation::State::Declined).await?;
    tx.emit(&CompanyChanged { company_id }).await.map(drop)
}

/// The invitation behind a secret, under lock, if it can still be answered.
async fn answerable(tx: &PlatformTx, token: &str) -> Result<invitation::Model> {
    let row = tx.one(invitation::by_hash(secret::hash(token)).lock_exclusive()).await?.ok_or(codes::INVITATION_INVALID)?;
    rules::answerable(row.state, row.expires_at, tx.now())?;
    Ok(row)
}
