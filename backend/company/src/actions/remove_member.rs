//! A person stops being a member of a company.

use crate::{codes, entity::{company, member}, events::CompanyChanged};
use kernel::{CompanyId, MemberId, Problem, Result, Role};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QuerySelect};

/// Takes a person's role away. The company's row is locked, so that two owners cannot remove each
/// other at once and leave nobody.
pub async fn remove_member(tx: &PlatformTx, company: CompanyId, id: MemberId) -> Result<()> {
    tx.find(company::Entity::find_by_id(company).lock_exclusive()).await?;
    let members = tx.all(member::of_company(company)).await?;
    let leaving = members.iter().find(|member| member.id == id).ok_or_else(Problem::not_found)?;
    let owners = members.iter().filter(|member| member.role == Role::Owner).count();
    if leaving.role == Role::Owner && owners < 2 {
        return Err(codes::LAST_OWNER.into());
    }
    tx.delete_many(member::Entity::delete_many().filter(member::Column::Id.eq(id))).await?;
    tx.emit(&CompanyChanged { company_id: company }).await?;
    Ok(())
}
