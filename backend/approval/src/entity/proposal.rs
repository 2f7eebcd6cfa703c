//! A change that one person proposes and another approves.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, Currency, Money, ProposalId};
use platform::{In, Platform, audit::Changes};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = ProposalKind)]
pub enum Kind {
    /// Another account for a company's payouts.
    PayoutAccount,
    /// Another fee.
    Fee,
    /// A payout above the limit is let go.
    PayoutRelease,
}

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = ProposalState)]
pub enum State {
    /// It waits for another person.
    Pending,
    /// Another person approved it, and it was carried out.
    Approved,
    /// Another person refused it.
    Refused,
    /// Whoever made it took it back.
    Withdrawn,
    /// Nobody decided in time.
    Expired,
    /// What it was about was changed meanwhile.
    Stale,
}

/// A side: whose people decide on a proposal, and for whom somebody acted who ended one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = ProposalSide)]
pub enum Side {
    /// Members of the company that it concerns.
    Company,
    /// People of the operator.
    Operator,
}

/// A row of `proposal`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "proposal")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ProposalId,
    pub kind: Kind,
    pub state: State,
    pub company_id: Option<CompanyId>,
    pub decider: Side,
    pub subject: String,
    pub label: String,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub payload: Option<Json>,
    #[sea_orm(column_type = "JsonBinary")]
    pub changes: Changes,
    pub amount_minor: Option<i64>,
    pub currency: Option<Currency>,
    pub reason: String,
    pub basis: String,
    pub proposed_by: AccountId,
    pub proposed_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub second_since: DateTime<Utc>,
    pub approved_by: Option<AccountId>,
    pub ended_by: Option<AccountId>,
    pub ended_as: Option<Side>,
    pub ended_at: Option<DateTime<Utc>>,
    pub end_reason: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// How much it is about, if it is about an amount.
    #[must_use]
    pub fn amount(&self) -> Option<Money> {
        Some(self.currency?.minor(self.amount_minor?))
    }
}

/// Proposals, the latest first, after one of them.
#[must_use]
pub fn latest(after: Option<ProposalId>, limit: u64) -> Select<Entity> {
    let all = Entity::find().order_by_desc(Column::Id).limit(limit);
    match after {
        Some(id) => all.filter(Column::Id.lt(id)),
        None => all,
    }
}

/// The open proposals about a subject; there is one at most.
#[must_use]
pub fn open_about(subject: &str) -> Select<Entity> {
    Entity::find().filter(Column::Subject.eq(subject)).filter(Column::State.eq(State::Pending)).lock_exclusive()
}

/// Open proposals whose time is over.
#[must_use]
pub fn overdue(now: DateTime<Utc>, limit: u64) -> Select<Entity> {
    let open = Entity::find().filter(Column::State.eq(State::Pending)).filter(Column::ExpiresAt.lte(now));
    open.order_by_asc(Column::ExpiresAt).limit(limit).lock_exclusive()
}
