//! A person stops being a member of a company.

use crate::{
    audit, codes,
    entity::{company, member},
    events::CompanyChanged,
    queries,
    rules::Grantor,
};
use kernel::{CompanyId, MemberId, Result};
use platform::{PlatformTx, audit::Entry};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};
use serde_json::{Value, json};

/// Takes a person's role away. Errors: one who may do more than who takes it; the last owner.
pub async fn remove_member(tx: &PlatformTx, by: Grantor<'_>, id: MemberId) -> Result<()> {
    let row = tx.find(member::own(by.company, id)).await?;
    by.covers(&queries::permissions_of(tx, by.company, row.held()?).await?)?;
    leave(tx, by.company, id).await
}

/// Ends a person's membership. The company's row is locked, so that two owners cannot remove each
/// other at once and leave nobody.
pub async fn leave(tx: &PlatformTx, company: CompanyId, id: MemberId) -> Result<()> {
    tx.find(company::Entity::find_by_id(company).lock_exclusive()).await?;
    let leaving = tx.find(member::own(company, id)).await?;
    if leaving.held()?.is_owner() {
        keeps_owner(tx, company).await?;
    }
    tx.delete_many(member::Entity::delete_many().filter(member::Column::Id.eq(id))).await?;
    let entry = Entry::new(audit::MEMBER_REMOVED, leaving.account_id, "").of(company).changed(json!({"role": leaving.held()?}), Value::Null);
    tx.record(entry).await?;
    tx.emit(&CompanyChanged { company_id: company }).await?;
    Ok(())
}

/// Refuses to take the last owner away; the company's row is locked by the caller.
pub(super) async fn keeps_owner(tx: &PlatformTx, company: CompanyId) -> Result<()> {
    if tx.count(member::owners(company)).await? < 2 { Err(codes::LAST_OWNER.into()) } else { Ok(()) }
}
