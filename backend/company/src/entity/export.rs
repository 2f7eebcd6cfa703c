//! All that a company has, packed into one file.

use chrono::{DateTime, Utc};
use kernel::{AccountId, CompanyId, ExportId};
use platform::{In, Platform};
use sea_orm::{
    Condition, QueryOrder, QuerySelect,
    entity::prelude::*,
    sea_query::{LockBehavior, LockType},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// Where an export stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = ExportState)]
pub enum State {
    /// Asked for.
    Waiting,
    /// Being packed.
    Running,
    /// Ready to be fetched.
    Ready,
    /// It could not be made.
    Failed,
    /// It could be fetched, and is deleted since.
    Gone,
}

/// A row of `company_export`.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "company_export")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ExportId,
    pub company_id: CompanyId,
    pub asked_by: AccountId,
    pub state: State,
    pub asked_at: DateTime<Utc>,
    pub claimed_until: Option<DateTime<Utc>>,
    pub attempts: i32,
    pub tables_done: i32,
    pub tables_total: i32,
    pub rows_done: i64,
    pub size: Option<i64>,
    pub sha256: Option<String>,
    pub ready_at: Option<DateTime<Utc>>,
    pub ends_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}
impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

impl Model {
    /// Where its file lies in the store.
    #[must_use]
    pub fn key(&self) -> String {
        format!("exports/{}/{}.zip", self.company_id.uuid().simple(), self.id.uuid().simple())
    }
}

/// Exports of a company, the newest first, before one of them.
#[must_use]
pub fn of_company(company: CompanyId, before: Option<ExportId>, limit: u64) -> Select<Entity> {
    let all = Entity::find().filter(Column::CompanyId.eq(company)).order_by_desc(Column::Id).limit(limit);
    match before {
        Some(before) => all.filter(Column::Id.lt(before)),
        None => all,
    }
}

/// The export of a company that is not finished.
#[must_use]
pub fn under_way(company: CompanyId) -> Select<Entity> {
    Entity::find().filter(Column::CompanyId.eq(company)).filter(Column::State.is_in([State::Waiting, State::Running]))
}

/// The next to be made, or one whose maker has gone; nobody else takes it meanwhile.
#[must_use]
pub fn next(now: DateTime<Utc>) -> Select<Entity> {
    let left = Condition::all().add(Column::State.eq(State::Running)).add(Column::ClaimedUntil.lte(now));
    Entity::find()
        .filter(Condition::any().add(Column::State.eq(State::Waiting)).add(left))
        .order_by_asc(Column::Id)
        .limit(1)
        .lock_with_behavior(LockType::Update, LockBehavior::SkipLocked)
}

/// Exports whose time is over.
#[must_use]
pub fn over(now: DateTime<Utc>, limit: u64) -> Select<Entity> {
    Entity::find().filter(Column::State.eq(State::Ready)).filter(Column::EndsAt.lte(now)).order_by_asc(Column::Id).limit(limit)
}
