//! Another person approves a proposal. The update is the decision: of two at once one finds the
//! proposal open. What was approved is carried out by the caller, in the same transaction.

use super::end::{refusal, told};
use crate::{
    audit,
    entity::proposal::{Column, Entity, Model, Side, State},
    queries,
};
use kernel::{AccountId, Problem, ProposalId, Result};
use platform::PlatformTx;
use sea_orm::{ActiveEnum, ColumnTrait, EntityTrait, QueryFilter, sea_query::Expr};
use serde_json::Value;

/// Approves a proposal; returns it with what is to be carried out. Errors: one's own; not open any
/// more; expired.
pub async fn approve(tx: &PlatformTx, id: ProposalId, by: AccountId, side: Side) -> Result<(Model, Value)> {
    let open = queries::locked(tx, id).await?;
    let update = Entity::update_many()
        .col_expr(Column::State, Expr::value(State::Approved.to_value()))
        .col_expr(Column::ApprovedBy, Expr::value(by.uuid()))
        .col_expr(Column::EndedBy, Expr::value(by.uuid()))
        .col_expr(Column::EndedAs, Expr::value(side.to_value()))
        .col_expr(Column::EndedAt, Expr::value(tx.now()))
        .col_expr(Column::Payload, Expr::value(Option::<Value>::None))
        .filter(Column::Id.eq(id))
        .filter(Column::State.eq(State::Pending))
        .filter(Column::ExpiresAt.gt(tx.now()))
        .filter(Column::Decider.eq(side))
        .filter(Column::ProposedBy.ne(by));
    if tx.update_many(update).await? == 0 {
        return Err(refusal(&open, by, tx.now()));
    }
    let payload = open.payload.clone().ok_or_else(|| Problem::internal("an open proposal of nothing"))?;
    let row = queries::proposal(tx, id).await?;
    tx.record(audit::about(audit::APPROVED, &row).because(row.reason.clone())).await?;
    told(tx, &row).await?;
    Ok((row, payload))
}
