//! Reads of the people of a company: members, roles and invitations.

use crate::entity::{
    company::{self, Functions},
    company_role::{self, Permissions},
    invitation, member,
};
use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, Function, HeldRole, InvitationId, MemberId, Page, PageQuery, Permission, Problem, Result, Role, RoleId};
use platform::{PlatformTx, secret};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, Iterable, QueryFilter};
use std::collections::{BTreeSet, HashMap};

/// A person's place in a company, with what follows from it.
#[derive(Clone, Debug)]
pub struct Standing {
    /// The role.
    pub role: HeldRole,
    /// What it allows.
    pub permissions: Vec<Permission>,
    /// What the company uses.
    pub functions: Vec<Function>,
    /// Whether the company has an account to which money is paid out.
    pub paid_out: bool,
}

/// A company that a person belongs to.
#[derive(Clone, Debug)]
pub struct Membership {
    /// The company.
    pub company: company::Model,
    /// The role in it.
    pub role: HeldRole,
    /// The name of the role, where it is the company's own.
    pub role_name: Option<String>,
    /// What it allows.
    pub permissions: Vec<Permission>,
}

#[derive(FromQueryResult)]
struct StandingRow {
    role: Option<Role>,
    role_id: Option<RoleId>,
    permissions: Option<Permissions>,
    functions: Functions,
    paid_out: bool,
}

/// A person's place in a company; asked with every request, so that nothing is believed that was
/// changed since.
pub async fn standing(tx: &PlatformTx, account: AccountId, company: CompanyId) -> Result<Option<Standing>> {
    let sql = "SELECT m.role, m.role_id, r.permissions, c.functions, c.payout_account IS NOT NULL AS paid_out
        FROM member m JOIN company c ON c.id = m.company_id LEFT JOIN company_role r ON r.id = m.role_id
        WHERE m.account_id = $1 AND m.company_id = $2";
    let Some(row) = tx.row::<StandingRow>(sql, [account.into(), company.into()]).await? else { return Ok(None) };
    let (role, permissions) = match (row.role, row.role_id, row.permissions) {
        (Some(role), ..) => (HeldRole::BuiltIn(role), role.permissions().to_vec()),
        (None, Some(id), Some(permissions)) => (HeldRole::Own(id), permissions.0),
        _ => return Err(Problem::internal("a member without a role")),
    };
    Ok(Some(Standing { role, permissions, functions: row.functions.0, paid_out: row.paid_out }))
}

/// What a role of a company allows. Error: no such role.
pub async fn permissions_of(tx: &PlatformTx, company: CompanyId, role: HeldRole) -> Result<Vec<Permission>> {
    match role {
        HeldRole::BuiltIn(role) => Ok(role.permissions().to_vec()),
        HeldRole::Own(id) => {
            let found = tx.one(company_role::own(company, id)).await?;
            found.map(|role| role.permissions.0).ok_or_else(|| Problem::invalid("role", "unknown"))
        }
    }
}

/// Somebody who has a permission in a company, and since when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entitled {
    /// The person.
    pub account: AccountId,
    /// Since the role was given to the person, or the role was changed, whichever was later.
    pub since: DateTime<Utc>,
}

#[derive(FromQueryResult)]
struct EntitledRow {
    account_id: AccountId,
    since: DateTime<Utc>,
}

/// Those who have a permission in a company, the oldest member first; at most 100.
pub async fn entitled(tx: &PlatformTx, company: CompanyId, permission: Permission) -> Result<Vec<Entitled>> {
    let roles: Vec<Role> = Role::iter().filter(|role| role.permissions().contains(&permission)).collect();
    let (roles, named) = (serde_json::json!(roles), serde_json::json!([permission]));
    let sql = "SELECT m.account_id, greatest(m.role_since, coalesce(r.updated_at, m.role_since)) AS since
        FROM member m LEFT JOIN company_role r ON r.id = m.role_id
        WHERE m.company_id = $1 AND ($2 @> to_jsonb(m.role) OR r.permissions @> $3) ORDER BY m.id LIMIT 100";
    let rows = tx.rows::<EntitledRow>(sql, [company.into(), roles.into(), named.into()]).await?;
    Ok(rows.into_iter().map(|EntitledRow { account_id: account, since }| Entitled { account, since }).collect())
}

/// The companies that a person belongs to; the oldest membership first.
pub async fn memberships(tx: &PlatformTx, account: AccountId) -> Result<Vec<Membership>> {
    let places = tx.all(member::of_account(account)).await?;
    let ids: Vec<CompanyId> = places.iter().map(|place| place.company_id).collect();
    let mut companies = super::by_ids(tx, &ids).await?;
    let own = own_roles(tx, places.iter().filter_map(|place| place.role_id)).await?;
    let mut all = Vec::with_capacity(places.len());
    for place in places {
        let Some(company) = companies.remove(&place.company_id) else { continue };
        let role = place.held()?;
        let named = place.role_id.and_then(|id| own.get(&id));
        let permissions = match role {
            HeldRole::BuiltIn(role) => role.permissions().to_vec(),
            HeldRole::Own(_) => named.map(|role| role.permissions.0.clone()).unwrap_or_default(),
        };
        all.push(Membership { company, role, role_name: named.map(|role| role.name.clone()), permissions });
    }
    Ok(all)
}

/// A person's places in companies, the oldest first.
pub async fn places(tx: &PlatformTx, account: AccountId) -> Result<Vec<member::Model>> {
    tx.all(member::of_account(account)).await
}

/// A person's place in a company.
pub async fn member(tx: &PlatformTx, account: AccountId, company: CompanyId) -> Result<Option<member::Model>> {
    tx.one(member::place(account, company)).await
}

/// The members of a company, the first one first.
pub async fn members(tx: &PlatformTx, company: CompanyId, page: &PageQuery) -> Result<Page<member::Model>> {
    let limit = page.limit()?;
    let rows = tx.all(member::of_company(company, page.position::<MemberId>()?, limit + 1)).await?;
    Ok(Page::from_surplus(rows, limit, |row| row.id))
}

/// The invitations of a company that wait, the newest first.
pub async fn invitations(tx: &PlatformTx, company: CompanyId, page: &PageQuery) -> Result<Page<invitation::Model>> {
    let limit = page.limit()?;
    let rows = tx.all(invitation::waiting(company, page.position::<InvitationId>()?, limit + 1)).await?;
    Ok(Page::from_surplus(rows, limit, |row| row.id))
}

/// The invitation behind the secret of a mail, whatever became of it.
pub async fn invitation_of(tx: &PlatformTx, token: &str) -> Result<Option<invitation::Model>> {
    tx.one(invitation::by_hash(secret::hash(token))).await
}

/// The own roles of a company, the oldest first, with how many members have each.
pub async fn roles(tx: &PlatformTx, company: CompanyId, page: &PageQuery) -> Result<Page<(company_role::Model, u64)>> {
    let limit = page.limit()?;
    let rows = tx.all(company_role::of_company(company, page.position::<RoleId>()?, limit + 1)).await?;
    let sql = "SELECT role_id, count(*) AS members FROM member WHERE company_id = $1 AND role_id IS NOT NULL GROUP BY role_id";
    let counts: HashMap<RoleId, i64> = tx.rows::<Held>(sql, [company.into()]).await?.into_iter().map(|row| (row.role_id, row.members)).collect();
    let count = |id: RoleId| counts.get(&id).and_then(|count| u64::try_from(*count).ok()).unwrap_or_default();
    Ok(Page::from_surplus(rows, limit, |row| row.id).map(|row| {
        let members = count(row.id);
        (row, members)
    }))
}

/// How many members have an own role.
pub async fn role_held(tx: &PlatformTx, id: RoleId) -> Result<u64> {
    tx.count(member::Entity::find().filter(member::Column::RoleId.eq(id))).await
}

#[derive(FromQueryResult)]
struct Held {
    role_id: RoleId,
    members: i64,
}

/// The name of a role, where it is one of a company's own.
pub async fn role_name(tx: &PlatformTx, role: HeldRole) -> Result<Option<String>> {
    let HeldRole::Own(id) = role else { return Ok(None) };
    Ok(role_names(tx, [id]).await?.remove(&id))
}

/// The names of own roles.
pub async fn role_names(tx: &PlatformTx, ids: impl IntoIterator<Item = RoleId>) -> Result<HashMap<RoleId, String>> {
    Ok(own_roles(tx, ids).await?.into_iter().map(|(id, role)| (id, role.name)).collect())
}

async fn own_roles(tx: &PlatformTx, ids: impl IntoIterator<Item = RoleId>) -> Result<HashMap<RoleId, company_role::Model>> {
    let ids: BTreeSet<RoleId> = ids.into_iter().collect();
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = tx.all(company_role::Entity::find().filter(company_role::Column::Id.is_in(ids))).await?;
    Ok(rows.into_iter().map(|row| (row.id, row)).collect())
}
