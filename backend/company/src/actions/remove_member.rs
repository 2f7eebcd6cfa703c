//! A person stops being a member of a company.

use crate::{
    audit, codes,
    entity::{company, member},
    events::CompanyChanged,
};
use kernel::{CompanyId, MemberId, Result, Role};
use platform::{PlatformTx, audit::Entry};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};

/// Takes a person's role away. The company's row is locked, so that two owners cannot remove each
/// other at once and leave nobody.
pub async fn remove_member(tx: &PlatformTx, company: CompanyId, id: MemberId) -> Result<()> {
    tx.find(company::Entity::find_by_id(company).lock_exclusive()).await?;
    let leaving = tx.find(member::Entity::find_by_id(id).filter(member::Column::CompanyId.eq(company))).await?;
    if leaving.role == Role::Owner && tx.count(member::owners(company)).await? < 2 {
        return Err(codes::LAST_OWNER.into());
    }
    tx.delete_many(member::Entity::delete_many().filter(member::Column::Id.eq(id))).await?;
    let entry = Entry::new(audit::MEMBER_REMOVED, leaving.account_id, "").of(company).changed(json!({"role": leaving.role}), Value::Null);
    tx.record(entry).await?;
    tx.emit(&CompanyChanged { company_id: company }).await?;
    Ok(())
}
