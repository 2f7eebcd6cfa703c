//! A company makes, changes and deletes roles of its own.

use crate::{
    audit, codes,
    entity::{
        company,
        company_role::{self, Permissions},
        invitation, member,
    },
    events::CompanyChanged,
    rules::{self, Fields, Grantor},
};
use kernel::{Permission, Problem, Result, RoleId};
use platform::{PlatformTx, audit::Entry, scope::same_version};
use sea_orm::{
    ColumnTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect, Select, Set,
    sea_query::{Expr, ExprTrait, Func},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

/// Roles of its own that a company has at most.
const MOST: u64 = 50;
/// Characters of a name at most.
const NAME_LONGEST: usize = 40;

/// A role as a company wants it.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RoleDraft {
    /// Its name; no other role of the company has it.
    #[schema(min_length = 1, max_length = 40, example = "매장 담당")]
    pub name: String,
    /// What it allows, beside looking around.
    #[schema(max_items = 20)]
    pub permissions: Vec<Permission>,
}

/// Makes a role. Errors: name at fault or taken; too many roles; [`codes::BEYOND_OWN`].
pub async fn create_role(tx: &PlatformTx, by: Grantor<'_>, draft: &RoleDraft) -> Result<company_role::Model> {
    let (name, permissions) = checked(&by, draft)?;
    // One at a time, so that neither the number nor a name is passed by two at once.
    tx.find(company::Entity::find_by_id(by.company).lock_exclusive()).await?;
    if tx.count(company_role::Entity::find().filter(company_role::Column::CompanyId.eq(by.company))).await? >= MOST {
        return Err(codes::ROLES_FULL.into());
    }
    free(tx, &by, &name, None).await?;
    let row = company_role::ActiveModel {
        id: Set(RoleId::new()),
        company_id: Set(by.company),
        name: Set(name),
        permissions: Set(Permissions(permissions)),
        created_at: Set(tx.now()),
        updated_at: Set(tx.now()),
        version: Set(1),
    };
    let row = tx.insert(row).await?;
    tx.record(Entry::new(audit::ROLE_CREATED, row.id, &row.name).of(by.company).changed(Value::Null, audit::role(&row))).await?;
    changed(tx, &by).await?;
    Ok(row)
}

/// Changes a role; whoever has it may do so from the next request on. Besides what goes for a new
/// role, nobody changes a role that allows more than they may do.
pub async fn change_role(tx: &PlatformTx, by: Grantor<'_>, id: RoleId, seen: i64, draft: &RoleDraft) -> Result<company_role::Model> {
    tx.find(company::Entity::find_by_id(by.company).lock_exclusive()).await?;
    let row = tx.find(company_role::own(by.company, id).lock_exclusive()).await?;
    same_version(Some(seen), row.version)?;
    by.covers(&row.permissions.0)?;
    let (name, permissions) = checked(&by, draft)?;
    free(tx, &by, &name, Some(id)).await?;
    let (version, before) = (row.version + 1, audit::role(&row));
    let mut change = row.into_active_model();
    change.name = Set(name);
    change.permissions = Set(Permissions(permissions));
    change.updated_at = Set(tx.now());
    change.version = Set(version);
    let row = tx.update(change).await?;
    tx.record(Entry::new(audit::ROLE_CHANGED, row.id, &row.name).of(by.company).changed(before, audit::role(&row))).await?;
    changed(tx, &by).await?;
    Ok(row)
}

/// Deletes a role that nobody has or is invited to. Its row is locked, so that nobody gets it
/// meanwhile.
pub async fn delete_role(tx: &PlatformTx, by: Grantor<'_>, id: RoleId, seen: i64) -> Result<()> {
    let row = tx.find(company_role::own(by.company, id).lock_exclusive()).await?;
    same_version(Some(seen), row.version)?;
    by.covers(&row.permissions.0)?;
    let members = tx.count(member::Entity::find().filter(member::Column::RoleId.eq(id))).await?;
    let invited =
        invitation::Entity::find().filter(invitation::Column::RoleId.eq(id)).filter(invitation::Column::State.eq(invitation::State::Pending));
    if members > 0 || tx.count(invited).await? > 0 {
        return Err(codes::ROLE_IN_USE.into());
    }
    tx.delete_many(company_role::Entity::delete_many().filter(company_role::Column::Id.eq(id))).await?;
    tx.record(Entry::new(audit::ROLE_DELETED, row.id, &row.name).of(by.company).changed(audit::role(&row), Value::Null)).await?;
    changed(tx, &by).await
}

fn checked(by: &Grantor<'_>, draft: &RoleDraft) -> Result<(String, Vec<Permission>)> {
    let mut fields = Fields::default();
    let name = fields.text("name", &draft.name, NAME_LONGEST);
    fields.verdict()?;
    let permissions = rules::of_members(&draft.permissions)?;
    by.covers(&permissions)?;
    Ok((name, permissions))
}

/// A unique index decides in the end; this gives the better answer.
async fn free(tx: &PlatformTx, by: &Grantor<'_>, name: &str, but: Option<RoleId>) -> Result<()> {
    let same: Select<company_role::Entity> = company_role::Entity::find()
        .filter(company_role::Column::CompanyId.eq(by.company))
        .filter(Expr::expr(Func::lower(Expr::col(company_role::Column::Name))).eq(Expr::expr(Func::lower(Expr::val(name)))));
    match tx.one(same).await? {
        Some(other) if Some(other.id) != but => Err(Problem::new(codes::ROLE_NAME_TAKEN).field("name", "taken")),
        _ => Ok(()),
    }
}

async fn changed(tx: &PlatformTx, by: &Grantor<'_>) -> Result<()> {
    tx.emit(&CompanyChanged { company_id: by.company }).await.map(drop)
}
