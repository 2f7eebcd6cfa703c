//! A person is invited to be a member of a company; the mail goes to the address, whoever has it.

use crate::{
    audit, codes,
    entity::{company, invitation, member},
    events::MemberInvited,
    queries,
    rules::{self, Fields, Grantor},
};
use kernel::{CompanyId, HeldRole, InvitationId, Locale, Problem, Result};
use platform::{PlatformTx, audit::Entry, secret};
use sea_orm::{EntityTrait, IntoActiveModel, QuerySelect, Set};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

/// A person who is to be invited.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewInvitation {
    /// The address of the person; it need not have an account yet.
    #[schema(max_length = 254, example = "jiyoung@hanbit.example")]
    pub email: String,
    /// The role that is offered.
    pub role: HeldRole,
    /// The language of the mail; the company's, unless told.
    pub locale: Option<Locale>,
}

/// Invites a person; the secret of the link comes back for callers that send no mail.
/// Errors: address at fault; an invitation waits already; [`codes::BEYOND_OWN`].
pub async fn invite(tx: &PlatformTx, by: Grantor<'_>, new: &NewInvitation) -> Result<(invitation::Model, String)> {
    let mut fields = Fields::default();
    let email = fields.email("email", &new.email);
    fields.verdict()?;
    let company = tx.find(company::Entity::find_by_id(by.company).lock_exclusive()).await?;
    by.covers(&queries::permissions_of(tx, by.company, new.role).await?)?;
    if let Some(waiting) = tx.one(invitation::waiting_for(by.company, &email)).await? {
        if waiting.expires_at > tx.now() {
            return Err(Problem::new(codes::INVITATION_WAITS).field("email", "invited"));
        }
        end(tx, waiting, invitation::State::Expired).await?;
    }
    let token = secret::new();
    let (role, role_id) = member::columns(new.role);
    let row = invitation::ActiveModel {
        id: Set(InvitationId::new()),
        company_id: Set(by.company),
        email: Set(email),
        locale: Set(new.locale.unwrap_or(company.locale)),
        role: Set(role),
        role_id: Set(role_id),
        state: Set(invitation::State::Pending),
        token_hash: Set(secret::hash(&token)),
        invited_by: Set(by.account),
        created_at: Set(tx.now()),
        sent_at: Set(tx.now()),
        expires_at: Set(rules::invitation_expires(tx.now())),
        ended_at: Set(None),
    };
    let row = tx.insert(row).await?;
    tx.record(Entry::new(audit::INVITATION_SENT, row.id, &row.email).of(by.company).changed(Value::Null, json!({"role": new.role}))).await?;
    tell(tx, &row, &token).await?;
    Ok((row, token))
}

/// Sends an invitation again: with another link, so that the one of the earlier mail is worth
/// nothing any more, and as good as new.
pub async fn invite_again(tx: &PlatformTx, by: Grantor<'_>, id: InvitationId) -> Result<invitation::Model> {
    let row = waiting(tx, by.company, id).await?;
    if let Some(role) = row.held() {
        by.covers(&queries::permissions_of(tx, by.company, role).await?)?;
    }
    let token = secret::new();
    let mut change = row.into_active_model();
    change.token_hash = Set(secret::hash(&token));
    change.invited_by = Set(by.account);
    change.sent_at = Set(tx.now());
    change.expires_at = Set(rules::invitation_expires(tx.now()));
    let row = tx.update(change).await?;
    tell(tx, &row, &token).await?;
    Ok(row)
}

/// Takes an invitation back.
pub async fn withdraw_invitation(tx: &PlatformTx, company: CompanyId, id: InvitationId) -> Result<()> {
    let row = waiting(tx, company, id).await?;
    let row = end(tx, row, invitation::State::Withdrawn).await?;
    tx.record(Entry::new(audit::INVITATION_WITHDRAWN, row.id, &row.email).of(company).changed(json!({"role": row.held()}), Value::Null)).await
}

/// An invitation that waits, under lock. Errors: not found; over.
async fn waiting(tx: &PlatformTx, company: CompanyId, id: InvitationId) -> Result<invitation::Model> {
    let row = tx.find(invitation::own(company, id).lock_exclusive()).await?;
    match row.state {
        invitation::State::Pending => Ok(row),
        over => Err(rules::answerable(over, row.expires_at, tx.now()).err().unwrap_or_else(Problem::not_found)),
    }
}

/// Ends an invitation.
pub(super) async fn end(tx: &PlatformTx, row: invitation::Model, state: invitation::State) -> Result<invitation::Model> {
    let mut change = row.into_active_model();
    change.state = Set(state);
    change.ended_at = Set(Some(tx.now()));
    tx.update(change).await
}

async fn tell(tx: &PlatformTx, row: &invitation::Model, token: &str) -> Result<()> {
    let event = MemberInvited {
        company_id: row.company_id,
        invitation_id: row.id,
        email: row.email.clone(),
        locale: row.locale,
        invited_by: row.invited_by,
        token: token.to_owned(),
    };
    tx.emit(&event).await.map(drop)
}
