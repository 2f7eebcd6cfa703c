//! `reservation`: one per order line. `held` ends at its time limit, `firm` ends with the trade.

use chrono::{DateTime, Utc};
use kernel::{OrderId, OrderLineId, Result, VariantId};
use platform::{In, Tenant, TenantTx};
use sea_orm::{QueryOrder, QuerySelect, entity::prelude::*};
use serde::{Deserialize, Serialize};

/// How far a promise is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum State {
    /// Until the order is paid or its time is up.
    Held,
    /// The order is paid.
    Firm,
    /// Given back.
    Released,
    /// Gone to the buyer.
    Shipped,
}

impl State {
    /// Whether the promise counts in `stock_level.reserved`.
    #[must_use]
    pub const fn counts(self) -> bool {
        matches!(self, Self::Held | Self::Firm)
    }
}

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "reservation")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub order_line_id: OrderLineId,
    pub order_id: OrderId,
    pub variant_id: VariantId,
    pub quantity: i32,
    pub state: State,
    pub expires_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl In<Tenant> for Entity {}

/// The reservations of these lines, locked in one order so that two callers never wait for each other.
pub(crate) async fn lock(tx: &TenantTx, lines: &[OrderLineId]) -> Result<Vec<Model>> {
    tx.all(
        Entity::find()
            .filter(Column::OrderLineId.is_in(lines.iter().copied()))
            .order_by_asc(Column::OrderLineId)
            .limit(u64::try_from(lines.len()).unwrap_or(u64::MAX))
            .lock_exclusive(),
    )
    .await
}

/// Moves these reservations to a state.
pub(crate) async fn set_state(tx: &TenantTx, lines: &[OrderLineId], state: State) -> Result<()> {
    if !lines.is_empty() {
        let update = Entity::update_many()
            .col_expr(Column::State, Expr::val(state))
            .col_expr(Column::UpdatedAt, Expr::val(tx.now()))
            .filter(Column::OrderLineId.is_in(lines.iter().copied()));
        tx.update_many(update).await?;
    }
    Ok(())
}
