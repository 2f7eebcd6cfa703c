//! Members of a company: the person is known to the identity context, the membership to the
//! company context.

use crate::{Flows, codes};
use actix_web::{HttpResponse, get, post, web::Data};
use chrono::{DateTime, Utc};
use kernel::{AccountId, MemberId, Page, PageQuery, Problem, Result, Role, need};
use platform::http::{self, Body, Member, Query, Recent};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

/// A person to be made a member.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct NewMember {
    /// The address of the person's account.
    #[schema(max_length = 254, example = "jiyoung@hanbit.example")]
    email: String,
    /// The role.
    role: Role,
}

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
    role: Role,
    /// Since when.
    created_at: DateTime<Utc>,
}

/// Which page.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
struct MembersQuery {
    /// Rows per page.
    #[param(minimum = 1, maximum = 100)]
    limit: Option<u64>,
    /// `next` of the page before.
    cursor: Option<String>,
}

/// List the members.
#[utoipa::path(operation_id = "company.member.list", params(MembersQuery), responses((status = 200, body = Page<MemberView>)))]
#[get("/company/members")]
async fn list(flows: Data<Flows>, who: Member<need::ViewWorkspace>, query: Query<MembersQuery>) -> Result<HttpResponse> {
    let page = PageQuery { limit: query.0.limit, cursor: query.0.cursor };
    let tx = flows.app.platform().await?;
    let members = company::queries::members(&tx, who.company, &page).await?;
    let ids: Vec<AccountId> = members.items.iter().map(|member| member.account_id).collect();
    let people = identity::queries::people(&tx, &ids).await?;
    let items = members.items.iter().filter_map(|member| Some(view(member, people.iter().find(|person| person.id == member.account_id)?)));
    Ok(http::ok(&Page { items: items.collect(), next: members.next }))
}

/// Make a person a member.
#[utoipa::path(operation_id = "company.member.add", request_body = NewMember, responses((status = 201, body = MemberView)))]
#[post("/company/members")]
async fn add(flows: Data<Flows>, who: Member<need::ManageMembers>, _recent: Recent, body: Body<NewMember>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let answer = body
        .once
        .run(who.account, tx, async |tx| {
            let email = body.value.email.trim().to_lowercase();
            let unknown = || Problem::new(codes::PERSON_UNKNOWN).field("email", "unknown");
            let person = identity::queries::by_email(tx, &email).await?.filter(|person| person.email_verified).ok_or_else(unknown)?;
            let member = company::actions::add_member(tx, who.company, person.id, body.value.role).await?;
            Ok(view(&member, &person))
        })
        .await?;
    Ok(http::created(&answer))
}

fn view(member: &company::member::Model, person: &identity::Person) -> MemberView {
    MemberView {
        id: member.id,
        account_id: member.account_id,
        name: person.name.clone(),
        email: person.email.clone(),
        role: member.role,
        created_at: member.created_at,
    }
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(add);
}
