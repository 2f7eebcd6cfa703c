//! Invitations to be a member of a company, from both sides: who invites, and who answers. No
//! answer tells whether an address has an account.

use super::{Nothing, members::MembersQuery};
use crate::Flows;
use actix_web::{HttpResponse, delete, get, post, web::Data};
use chrono::{DateTime, Utc};
use company::{
    actions::{self, Invited, NewInvitation},
    codes,
    http::grantor,
    invitation,
};
use kernel::{AccountId, CompanyId, HeldRole, InvitationId, MemberId, Page, Problem, Result, need};
use platform::{
    PlatformTx,
    http::{self, Body, Member, PathId, Query, Recent, SignedIn},
};
use serde::{Deserialize, Serialize};
use std::time::Duration;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Mails that one company can have sent to one address within a day.
const MAILS_PER_ADDRESS: u64 = 5;
/// Mails that one company can have sent within a day.
const MAILS_PER_COMPANY: u64 = 200;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// An invitation that waits.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Invitation {
    /// The invitation.
    id: InvitationId,
    /// The address that it went to.
    email: String,
    /// The role that it offers.
    role: HeldRole,
    /// Its name, where it is one of the company's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    role_name: Option<String>,
    /// Who invited, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    invited_by: Option<String>,
    /// When it was sent the last time.
    sent_at: DateTime<Utc>,
    /// Until when it can be answered.
    expires_at: DateTime<Utc>,
    /// Whether that is over; it can be sent again.
    expired: bool,
}

/// The secret out of the link of a mail.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct InvitationToken {
    /// The secret.
    #[schema(min_length = 1, max_length = 128)]
    token: String,
}

/// What an invitation offers to the person who has its mail.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
struct Offered {
    /// The company's name.
    company_name: String,
    /// Its name on English screens.
    #[serde(skip_serializing_if = "Option::is_none")]
    company_name_en: Option<String>,
    /// The address that it is for.
    email: String,
    /// The role.
    role: HeldRole,
    /// Its name, where it is one of the company's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    role_name: Option<String>,
    /// Who invited, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    invited_by: Option<String>,
    /// Until when it can be answered.
    expires_at: DateTime<Utc>,
}

/// A membership that has begun.
#[derive(Clone, Copy, Debug, Serialize, Deserialize, ToSchema)]
struct Joined {
    /// The company; choose it to act for it.
    company_id: CompanyId,
    /// The membership.
    member_id: MemberId,
}

/// List the invitations that wait for an answer.
#[utoipa::path(operation_id = "company.invitation.list", params(MembersQuery), responses((status = 200, body = Page<Invitation>)))]
#[get("/company/invitations")]
async fn list(flows: Data<Flows>, who: Member<need::ManageMembers>, query: Query<MembersQuery>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let rows = company::queries::invitations(&tx, who.company, &query.0.page()).await?;
    let inviters: Vec<AccountId> = rows.items.iter().map(|row| row.invited_by).collect();
    let people = identity::queries::people(&tx, &inviters).await?;
    let names = company::queries::role_names(&tx, rows.items.iter().filter_map(|row| row.role_id)).await?;
    let mut items = Vec::with_capacity(rows.items.len());
    for row in &rows.items {
        let by = people.iter().find(|person| person.id == row.invited_by).map(|person| person.name.clone());
        items.push(view(row, row.role_id.and_then(|id| names.get(&id).cloned()), by, tx.now())?);
    }
    Ok(http::ok(&Page { items, next: rows.next }))
}

/// Invite a person by mail.
///
/// The person need not have an account; nothing in the answer tells whether they have one.
#[utoipa::path(operation_id = "company.invitation.create", request_body = NewInvitation, responses((status = 201, body = Invitation)))]
#[post("/company/invitations")]
async fn create(flows: Data<Flows>, who: Member<need::ManageMembers>, _recent: Recent, body: Body<NewInvitation>) -> Result<HttpResponse> {
    counted(&flows, who.company, &body.value.email.trim().to_lowercase()).await?;
    let tx = flows.app.platform().await?;
    let work = async |tx: &mut PlatformTx| {
        let (row, _) = actions::invite(tx, grantor(&who), &body.value).await?;
        // Who is a member already stands in the list of members, so that this tells nothing new.
        if let Some(person) = identity::queries::by_email(tx, &row.email).await?
            && company::queries::member(tx, person.id, who.company).await?.is_some()
        {
            return Err(Problem::new(codes::MEMBER_EXISTS).field("email", "member"));
        }
        shown(tx, &row).await
    };
    Ok(http::created(&body.once.run(who.account, tx, work).await?))
}

/// Send an invitation again, with another link.
#[utoipa::path(operation_id = "company.invitation.resend", params(("id" = InvitationId, Path)), request_body = Nothing,
    responses((status = 200, body = Invitation)))]
#[post("/company/invitations/{id}/resend")]
async fn resend(
    flows: Data<Flows>,
    who: Member<need::ManageMembers>,
    _recent: Recent,
    id: PathId<InvitationId>,
    body: Body<Nothing>,
) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let work = async |tx: &mut PlatformTx| {
        let row = actions::invite_again(tx, grantor(&who), id.0).await?;
        counted(&flows, who.company, &row.email).await?;
        shown(tx, &row).await
    };
    Ok(http::ok(&body.once.run(who.account, tx, work).await?))
}

/// Take an invitation back.
#[utoipa::path(operation_id = "company.invitation.withdraw", params(("id" = InvitationId, Path)), responses((status = 204)))]
#[delete("/company/invitations/{id}")]
async fn withdraw(flows: Data<Flows>, who: Member<need::ManageMembers>, id: PathId<InvitationId>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    actions::withdraw_invitation(&tx, who.company, id.0).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// See what an invitation offers, by the link in its mail.
#[utoipa::path(operation_id = "account.invitation.show", request_body = InvitationToken, responses((status = 200, body = Offered)))]
#[post("/account/invitation")]
async fn show(flows: Data<Flows>, body: Body<InvitationToken>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let row = company::queries::invitation_of(&tx, &body.value.token).await?.ok_or(codes::INVITATION_INVALID)?;
    company::rules::answerable(row.state, row.expires_at, tx.now())?;
    let company = company::queries::by_id(&tx, row.company_id).await?.ok_or_else(Problem::not_found)?;
    let Invitation { email, role, role_name, invited_by, expires_at, .. } = shown(&tx, &row).await?;
    Ok(http::ok(&Offered { company_name: company.name, company_name_en: company.name_en, email, role, role_name, invited_by, expires_at }))
}

/// Accept an invitation, signed in with the account of the address that it is for.
#[utoipa::path(operation_id = "account.invitation.accept", request_body = InvitationToken, responses((status = 201, body = Joined)))]
#[post("/account/invitation/acceptance")]
async fn accept(flows: Data<Flows>, who: SignedIn, body: Body<InvitationToken>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    let work = async |tx: &mut PlatformTx| {
        let person = identity::queries::account(tx, who.account()).await?.ok_or_else(Problem::not_found)?;
        let invited = Invited { account: person.id, email: &person.email };
        let member = actions::accept_invitation(tx, invited, &body.value.token).await?;
        Ok(Joined { company_id: member.company_id, member_id: member.id })
    };
    Ok(http::created(&body.once.run(who.account(), tx, work).await?))
}

/// Decline an invitation; the link in its mail is enough.
#[utoipa::path(operation_id = "account.invitation.decline", request_body = InvitationToken, responses((status = 204)))]
#[post("/account/invitation/refusal")]
async fn decline(flows: Data<Flows>, body: Body<InvitationToken>) -> Result<HttpResponse> {
    let tx = flows.app.platform().await?;
    actions::decline_invitation(&tx, &body.value.token).await?;
    tx.commit().await?;
    Ok(http::no_content())
}

/// Counts a mail to somebody who may not know the company.
async fn counted(flows: &Flows, company: CompanyId, email: &str) -> Result<()> {
    let limiter = flows.app.limiter();
    limiter.take(&format!("invitation:company:{company}"), MAILS_PER_COMPANY, DAY).await?;
    limiter.take(&format!("invitation:address:{company}:{email}"), MAILS_PER_ADDRESS, DAY).await
}

async fn shown(tx: &PlatformTx, row: &invitation::Model) -> Result<Invitation> {
    let role_name = match row.held() {
        Some(role) => company::queries::role_name(tx, role).await?,
        None => None,
    };
    let by = identity::queries::account(tx, row.invited_by).await?.map(|person| person.name);
    view(row, role_name, by, tx.now())
}

fn view(row: &invitation::Model, role_name: Option<String>, invited_by: Option<String>, now: DateTime<Utc>) -> Result<Invitation> {
    Ok(Invitation {
        id: row.id,
        email: row.email.clone(),
        role: row.held().ok_or_else(|| Problem::internal("an invitation without a role"))?,
        role_name,
        invited_by,
        sent_at: row.sent_at,
        expires_at: row.expires_at,
        expired: row.expires_at <= now,
    })
}

/// Mounts the operations.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list).service(create).service(resend).service(withdraw);
    config.service(show).service(accept).service(decline);
}
