//! An invitation to be a member of a company, by mail.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, HeldRole, InvitationId, Locale, Role, RoleId};
use platform::{In, Platform};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What became of an invitation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = InvitationState)]
pub enum State {
    /// It waits for an answer.
    Pending,
    /// The person is a member now.
    Accepted,
    /// The person does not want to.
    Declined,
    /// The company has taken it back.
    Withdrawn,
    /// Nobody answered in time, and another one took its place.
    Expired,
}

/// A row of `invitation`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, DeriveEntityModel)]
#[sea_orm(table_name = "invitation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InvitationId,
    pub company_id: CompanyId,
    pub email: String,
    pub locale: Locale,
    pub role: Option<Role>,
    pub role_id: Option<RoleId>,
    pub state: State,
    pub token_hash: String,
    pub invited_by: AccountId,
    pub created_at: DateTime<Utc>,
    pub sent_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub ended_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// The role that it offers; none once the role is gone.
    #[must_use]
    pub fn held(&self) -> Option<HeldRole> {
        self.role.map(HeldRole::BuiltIn).or(self.role_id.map(HeldRole::Own))
    }
}

/// An invitation of a company.
#[must_use]
pub fn own(company: CompanyId, id: InvitationId) -> Select<Entity> {
    Entity::find_by_id(id).filter(Column::CompanyId.eq(company))
}

/// The invitation behind a secret.
#[must_use]
pub fn by_hash(token_hash: String) -> Select<Entity> {
    Entity::find().filter(Column::TokenHash.eq(token_hash))
}

/// The invitations of a company that wait, the newest first, before one of them.
#[must_use]
pub fn waiting(company: CompanyId, before: Option<InvitationId>, limit: u64) -> Select<Entity> {
    let all = Entity::find().filter(Column::CompanyId.eq(company)).filter(Column::State.eq(State::Pending)).order_by_desc(Column::Id).limit(limit);
    match before {
        Some(before) => all.filter(Column::Id.lt(before)),
        None => all,
    }
}

/// The invitation of an address that waits.
#[must_use]
pub fn waiting_for(company: CompanyId, email: &str) -> Select<Entity> {
    Entity::find().filter(Column::CompanyId.eq(company)).filter(Column::Email.eq(email)).filter(Column::State.eq(State::Pending))
}
