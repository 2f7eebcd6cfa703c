//! Closes the open claims of a trade once their refunds are on their way.

use crate::entity::claim;
use kernel::{Result, TradeId};
use platform::PlatformTx;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};

/// The number of claims that were open.
pub async fn resolve_claims(tx: &PlatformTx, trade: TradeId) -> Result<u64> {
    use sea_orm::ActiveEnum;
    tx.update_many(
        claim::Entity::update_many()
            .col_expr(claim::Column::State, Expr::value(claim::State::Resolved.to_value()))
            .col_expr(claim::Column::ResolvedAt, Expr::value(tx.now()))
            .filter(claim::Column::TradeId.eq(trade))
            .filter(claim::Column::State.eq(claim::State::Approved)),
    )
    .await
}
