//! The timeline. Rows are only ever added.

use crate::rules::{Action, State};
use chrono::{DateTime, Utc};
use kernel::{AccountId, ActorKind, ApiKeyId, CompanyId, TradeId};
use platform::{In, Platform};
use sea_orm::{QueryOrder, entity::prelude::*};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "trade_event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub trade_id: TradeId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i32,
    pub action: Action,
    pub from_state: Option<State>,
    pub to_state: State,
    pub actor_kind: ActorKind,
    pub account_id: Option<AccountId>,
    pub company_id: Option<CompanyId>,
    pub api_key_id: Option<ApiKeyId>,
    pub reason: Option<String>,
    #[sea_orm(column_type = "JsonBinary", nullable)]
    pub details: Option<Json>,
    pub at: DateTime<Utc>,
}

/// The key in `details` under which the operator's reason for passing a red check is kept.
pub const OVERRIDE_REASON: &str = "override_reason";

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The timelines of some trades, oldest entry first.
pub fn of_trades(trades: &[TradeId]) -> Select<Entity> {
    Entity::find().filter(Column::TradeId.is_in(trades.iter().copied())).order_by_asc(Column::TradeId).order_by_asc(Column::Seq)
}
