//! Claims: what goes back to the buyer, and why.

use crate::rules::amounts::LineAmounts;
use chrono::{DateTime, Utc};
use kernel::{ActorKind, ClaimId, Currency, OrderLineId, TradeId};
use platform::{In, Platform};
use sea_orm::{FromJsonQueryResult, QueryOrder, entity::prelude::*};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[schema(as = ClaimKind)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Kind {
    /// Whole lines, or the whole trade, were cancelled.
    Cancellation,
    /// Less was delivered than ordered.
    ShortDelivery,
}

/// How far a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[schema(as = ClaimState)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// The refund is owed.
    Approved,
    /// The refund is on its way by the means of payment.
    Resolved,
}

/// A line of a claim: the quantity that goes back, and its parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Line {
    /// The trade's line.
    pub line_id: OrderLineId,
    /// How many.
    pub quantity: i32,
    /// What they come to.
    #[serde(flatten)]
    pub amounts: LineAmounts,
}

/// The lines of a claim, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Lines(pub Vec<Line>);

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "claim")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ClaimId,
    pub trade_id: TradeId,
    pub kind: Kind,
    pub state: State,
    pub reason: String,
    #[sea_orm(column_type = "JsonBinary")]
    pub lines: Lines,
    pub refund_minor: i64,
    pub currency: Currency,
    pub opened_by: ActorKind,
    pub opened_at: DateTime<Utc>,
    pub resolved_at: Option<DateTime<Utc>>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Platform> for Entity {}

/// The claims of some trades, oldest first.
pub fn of_trades(trades: &[TradeId]) -> Select<Entity> {
    Entity::find().filter(Column::TradeId.is_in(trades.iter().copied())).order_by_asc(Column::Id)
}

/// The claims of a trade that are still open.
pub fn open_of(trade: TradeId) -> Select<Entity> {
    Entity::find().filter(Column::TradeId.eq(trade)).filter(Column::State.eq(State::Approved))
}
