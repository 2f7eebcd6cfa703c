//! A member gets another role.

use super::remove_member::keeps_owner;
use crate::{
    audit,
    entity::{company, member},
    events::CompanyChanged,
    queries,
    rules::Grantor,
};
use kernel::{HeldRole, MemberId, Result};
use platform::{PlatformTx, audit::Entry, scope::same_version};
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde_json::json;

/// Gives a member another role; it holds from the member's next request on. Errors: more than the
/// person who gives has, or whom they change has; the last owner.
pub async fn change_member_role(tx: &PlatformTx, by: Grantor<'_>, id: MemberId, seen: i64, role: HeldRole) -> Result<member::Model> {
    tx.find(company::Entity::find_by_id(by.company).lock_exclusive()).await?;
    let row = tx.find(member::own(by.company, id)).await?;
    same_version(Some(seen), row.version)?;
    let before = row.held()?;
    by.covers(&queries::permissions_of(tx, by.company, before).await?)?;
    by.covers(&queries::permissions_of(tx, by.company, role).await?)?;
    if before.is_owner() && !role.is_owner() {
        keeps_owner(tx, by.company).await?;
    }
    let version = row.version + 1;
    let mut change = row.into_active_model();
    (change.role, change.role_id) = {
        let (role, role_id) = member::columns(role);
        (Set(role), Set(role_id))
    };
    change.role_since = Set(tx.now());
    change.version = Set(version);
    let row = tx.update(change).await?;
    let entry = Entry::new(audit::MEMBER_ROLE_CHANGED, row.account_id, "").of(by.company);
    tx.record(entry.changed(json!({"role": before}), json!({"role": role}))).await?;
    tx.emit(&CompanyChanged { company_id: by.company }).await?;
    Ok(row)
}
