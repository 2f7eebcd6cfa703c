//! The record of every check before a purchase order. Rows are only ever added.

use crate::gate::Findings;
use chrono::{DateTime, Utc};
use kernel::TradeId;
use platform::{In, Platform};
use sea_orm::{QueryOrder, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a check came to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[schema(as = GateOutcome)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Outcome {
    /// Nothing was found.
    Green,
    /// Something was.
    Red,
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "gate_check")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub trade_id: TradeId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub seq: i32,
    pub outcome: Outcome,
    #[sea_orm(column_type = "JsonBinary")]
    pub findings: Findings,
    pub checked_at: DateTime<Utc>,
    pub took_us: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The checks of some trades, in order.
pub fn of_trades(trades: &[TradeId]) -> Select<Entity> {
    Entity::find().filter(Column::TradeId.is_in(trades.iter().copied())).order_by_asc(Column::TradeId).order_by_asc(Column::Seq)
}

/// The checks of a trade, the latest first.
pub fn latest(trade: TradeId) -> Select<Entity> {
    Entity::find().filter(Column::TradeId.eq(trade)).order_by_desc(Column::Seq)
}
