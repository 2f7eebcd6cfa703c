//! A host name of a company's own.

use chrono::{DateTime, Utc};
use kernel::CompanyId;
use platform::{In, Platform};
use sea_orm::{Condition, QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where a domain stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = DomainState)]
pub enum State {
    /// The record has not been found yet.
    Waiting,
    /// The company has proven that it controls the name; the shop is served there.
    Proven,
    /// The record was there and is gone; the shop is not served there any more.
    Lost,
}

/// A row of `company_domain`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "company_domain")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub company_id: CompanyId,
    pub host: String,
    pub token: String,
    pub state: State,
    pub asked_at: DateTime<Utc>,
    pub checked_at: Option<DateTime<Utc>>,
    pub proven_at: Option<DateTime<Utc>>,
    pub failing_since: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// Whoever has proven a name.
#[must_use]
pub fn proven(host: &str) -> Select<Entity> {
    Entity::find().filter(Column::Host.eq(host)).filter(Column::State.eq(State::Proven))
}

/// Proven names that were not looked at since a moment, the longest ago first.
#[must_use]
pub fn due(before: DateTime<Utc>, limit: u64) -> Select<Entity> {
    let long_ago = Condition::any().add(Column::CheckedAt.is_null()).add(Column::CheckedAt.lte(before));
    Entity::find().filter(Column::State.eq(State::Proven)).filter(long_ago).order_by_asc(Column::CheckedAt).limit(limit)
}

/// Names that wait to be proven and were asked for since a moment.
#[must_use]
pub fn waiting(asked_since: DateTime<Utc>, checked_before: DateTime<Utc>, limit: u64) -> Select<Entity> {
    let not_just_now = Condition::any().add(Column::CheckedAt.is_null()).add(Column::CheckedAt.lte(checked_before));
    Entity::find()
        .filter(Column::State.eq(State::Waiting))
        .filter(Column::AskedAt.gt(asked_since))
        .filter(not_just_now)
        .order_by_asc(Column::AskedAt)
        .limit(limit)
}
