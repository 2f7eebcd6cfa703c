//! The roles of a company: the built-in ones beside those that it made itself.

use super::body::ListQuery;
use crate::{
    actions::{self, RoleDraft},
    entity::company_role,
    queries,
    rules::Grantor,
};
use actix_web::{HttpResponse, delete, get, post, put, web::Data};
use kernel::{Need, Page, Permission, Result, Role, RoleId, need};
use platform::{
    App,
    http::{self, Body, IfMatch, Member, PathId, Query, Recent},
};
use sea_orm::Iterable;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// A role that the company made itself.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct CompanyRole {
    /// The role.
    id: RoleId,
    /// Its name.
    name: String,
    /// What it allows.
    permissions: Vec<Permission>,
    /// How many members have it.
    members: u64,
    /// Grows with every change; sent back as `If-Match`.
    version: i64,
}

impl CompanyRole {
    fn new(row: company_role::Model, members: u64) -> Self {
        Self { id: row.id, name: row.name, permissions: row.permissions.0, members, version: row.version }
    }
}

/// A role that every company has.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct BuiltInRole {
    /// Its name.
    role: Role,
    /// What it allows.
    permissions: Vec<Permission>,
}

/// The roles that every company has.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct BuiltInRoles {
    /// Each with what it allows.
    roles: Vec<BuiltInRole>,
}

/// List the roles that the company made itself.
#[utoipa::path(operation_id = "company.role.list", params(ListQuery), responses((status = 200, body = Page<CompanyRole>)))]
#[get("/company/roles")]
async fn list(app: Data<App>, who: Member<need::ViewWorkspace>, query: Query<ListQuery>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let page = queries::roles(&tx, who.company, &query.0.page()).await?;
    Ok(http::ok(&page.map(|(row, members)| CompanyRole::new(row, members))))
}

/// Read the roles that every company has, and what each allows.
#[utoipa::path(operation_id = "company.built_in_role.list", responses((status = 200, body = BuiltInRoles)))]
#[get("/company/built-in-roles")]
async fn built_in(_who: Member<need::ViewWorkspace>) -> Result<HttpResponse> {
    let roles = Role::iter().map(|role| BuiltInRole { role, permissions: role.permissions().to_vec() }).collect();
    Ok(http::ok(&BuiltInRoles { roles }))
}

/// Make a role.
///
/// Nobody can put into it what they may not do themselves.
#[utoipa::path(operation_id = "company.role.create", request_body = RoleDraft, responses((status = 201, body = CompanyRole)))]
#[post("/company/roles")]
async fn create(app: Data<App>, who: Member<need::ManageMembers>, _recent: Recent, body: Body<RoleDraft>) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    let work = async |tx: &mut platform::PlatformTx| {
        let row = actions::create_role(tx, grantor(&who), &body.value).await?;
        Ok(CompanyRole::new(row, 0))
    };
    Ok(http::created(&body.once.run(who.account, tx, work).await?))
}

/// Change a role; whoever has it may do so from the next request on.
#[utoipa::path(operation_id = "company.role.replace", params(("id" = RoleId, Path), ("If-Match" = String, Header)), request_body = RoleDraft,
    responses((status = 200, body = CompanyRole)))]
#[put("/company/roles/{id}")]
async fn replace(
    app: Data<App>,
    who: Member<need::ManageMembers>,
    _recent: Recent,
    id: PathId<RoleId>,
    seen: IfMatch,
    body: Body<RoleDraft>,
) -> Result<HttpResponse> {
    let (tx, seen) = (app.platform().await?, seen.required()?);
    let work = async |tx: &mut platform::PlatformTx| {
        let row = actions::change_role(tx, grantor(&who), id.0, seen, &body.value).await?;
        let members = queries::role_held(tx, row.id).await?;
        Ok(CompanyRole::new(row, members))
    };
    let role = body.once.run(who.account, tx, work).await?;
    Ok(http::versioned(role.version, &role))
}

/// Delete a role that nobody has or is invited to.
#[utoipa::path(operation_id = "company.role.delete", params(("id" = RoleId, Path), ("If-Match" = String, Header)), responses((status = 204)))]
#[delete("/company/roles/{id}")]
async fn remove(app: Data<App>, who: Member<need::ManageMembers>, _recent: Recent, id: PathId<RoleId>, seen: IfMatch) -> Result<HttpResponse> {
    let tx = app.platform().await?;
    actions::delete_role(&tx, grantor(&who), id.0, seen.required()?).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Somebody who works on members, with what they may give.
pub fn grantor<N: Need>(who: &Member<N>) -> Grantor<'_> {
    Grantor { account: who.account, company: who.company, permissions: who.permissions() }
}

pub(super) fn mount(config: &mut ServiceConfig) {
    config.service(list).service(built_in).service(create).service(replace).service(remove);
}
