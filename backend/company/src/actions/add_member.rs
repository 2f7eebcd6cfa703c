//! A person becomes a member of a company.

use crate::{
    audit, codes,
    entity::{company, member},
    events::CompanyChanged,
};
use kernel::{AccountId, CompanyId, MemberId, Problem, Result, Role};
use platform::{PlatformTx, audit::Entry};
use sea_orm::{EntityTrait, QuerySelect, Set};
use serde_json::{Value, json};

/// Gives a person a role in a company.
pub async fn add_member(tx: &PlatformTx, company: CompanyId, account: AccountId, role: Role) -> Result<member::Model> {
    tx.find(company::Entity::find_by_id(company).lock_shared()).await?;
    if tx.one(member::place(account, company)).await?.is_some() {
        return Err(Problem::new(codes::MEMBER_EXISTS).field("email", "member"));
    }
    let row = member::ActiveModel {
        id: Set(MemberId::new()),
        company_id: Set(company),
        account_id: Set(account),
        role: Set(role),
        created_at: Set(tx.now()),
    };
    let row = tx.insert(row).await?;
    let entry = Entry::new(audit::MEMBER_ADDED, account, "").of(company).changed(Value::Null, json!({"role": role}));
    tx.record(entry).await?;
    tx.emit(&CompanyChanged { company_id: company }).await?;
    Ok(row)
}
