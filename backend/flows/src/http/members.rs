//! Members of a company: the person is known to the identity context, the membership to the
//! company context.

use crate::Flows;
use actix_web::{HttpResponse, delete, get, put, web::Data};
use chrono::{DateTime, Utc};
use company::http::grantor;
use kernel::{AccountId, HeldRole, MemberId, Page, PageQuery, Problem, Result, need};
use platform::http::{self, Body, IfMatch, Member, PathId, Query, Recent};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// A member.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = Member)]
struct MemberView {
    /// The membership.
    id: MemberId,
    /// The person.
    account_id: AccountId,
    /// The person's name.
    name: String,
    /// The person's address.
    email: String,
    /// The role.
    role: HeldRole,
    /// Its name, where it is one of the company's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    role_name: Option<String>,
    /// Since when.
    created_at: DateTime<Utc>,
    /// Grows with every change; sent back as `If-Match`.
    version: i64,
}

/// The role that a member is to have.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewRole {
    /// The role.
    role: HeldRole,
}

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MembersQuery {
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

impl MembersQuery {
    pub fn page(self) -> PageQuery {
        PageQuery { limit: self.limit, cursor: self.cursor }
    }
}

/// List the members.
#[utoipa::path(operation_id = "company.member.list", params(MembersQuery), responses((status = 200, body = Page<MemberView>)))]
#[get("/company/members")]
async fn list(flows: Data<Flows>, who: Member<need::ViewWorkspace>, query: Query<MembersQuery>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let members = company::queries::members(&tx, who.company, &query.0.page()).await?;
    let ids: Vec<AccountId> = members.items.iter().map(|member| member.account_id).collect();
    let people = identity::queries::people(&tx, &ids).await?;
    let names = company::queries::role_names(&tx, members.items.iter().filter_map(|member| member.role_id)).await?;
    let mut items = Vec::with_capacity(members.items.len());
    for member in &members.items {
        let Some(person) = people.iter().find(|person| person.id == member.account_id) else { continue };
        items.push(view(member, person, member.role_id.and_then(|id| names.get(&id).cloned()))?);
    }
    Ok(http::ok(&Page { items, next: members.next }))
}

/// Give a member another role; it holds from the member's next request on.
#[utoipa::path(operation_id = "company.member.change_role", params(("id" = MemberId, Path), ("If-Match" = String, Header)), request_body = NewRole,
    responses((status = 200, body = MemberView)))]
#[put("/company/members/{id}/role")]
async fn change_role(
    flows: Data<Flows>,
    who: Member<need::ManageMembers>,
    _recent: Recent,
    id: PathId<MemberId>,
    seen: IfMatch,
    body: Body<NewRole>,
) -> Result<HttpResponse> {
    let (tx, seen) = (flows.app.platform().await?, seen.required()?);
    let work = async |tx: &mut platform::PlatformTx| {
        let member = company::actions::change_member_role(tx, grantor(&who), id.0, seen, body.value.role).await?;
        let person = identity::queries::account(tx, member.account_id).await?.ok_or_else(Problem::not_found)?;
        let name = company::queries::role_name(tx, member.held()?).await?;
        view(&member, &person, name)
    };
    let member = body.once.run(who.account, tx, work).await?;
    Ok(http::versioned(member.version, &member))
}

/// Remove a member.
#[utoipa::path(operation_id = "company.member.remove", params(("id" = MemberId, Path)), responses((status = 204)))]
#[delete("/company/members/{id}")]
async fn remove(flows: Data<Flows>, who: Member<need::ManageMembers>, _recent: Recent, id: PathId<MemberId>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    company::actions::remove_member(&tx, grantor(&who), id.0).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

fn view(member: &company::member::Model, person: &identity::Person, role_name: Option<String>) -> Result<MemberView> {
    Ok(MemberView {
        id: member.id,
        account_id: member.account_id,
        name: person.name.clone(),
        email: person.email.clone(),
        role: member.held()?,
        role_name,
        created_at: member.created_at,
        version: member.version,
    })
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(change_role).service(remove);
}
