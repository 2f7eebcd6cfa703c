//! Reads of stock.

use crate::entity::{level, reservation, stock_move};
use kernel::{OrderId, Page, PageQuery, Result, StockMoveId, VariantId};
use platform::TenantTx;
use sea_orm::{ColumnTrait, EntityTrait, ExprTrait, QueryFilter, QueryOrder, QuerySelect, sea_query::Expr};
use std::collections::HashMap;

/// The most reservations of one order that are shown.
const MOST_LINES: u64 = 1_000;

/// The levels of these variants, by variant; one that is not counted is absent.
pub async fn levels(tx: &TenantTx, variants: &[VariantId]) -> Result<HashMap<VariantId, level::Model>> {
    if variants.is_empty() {
        return Ok(HashMap::new());
    }
    let limit = u64::try_from(variants.len()).unwrap_or(u64::MAX);
    let query = level::Entity::find().filter(level::Column::VariantId.is_in(variants.iter().copied())).limit(limit);
    Ok(tx.all(query).await?.into_iter().map(|level| (level.variant_id, level)).collect())
}

/// The level of one variant. Error: not counted here.
pub async fn level(tx: &TenantTx, variant: VariantId) -> Result<level::Model> {
    tx.find(level::Entity::find_by_id(variant)).await
}

/// The number of variants at or below their reorder point.
pub async fn low_count(tx: &TenantTx) -> Result<u64> {
    tx.count(level::Entity::find().filter(low())).await
}

/// Variants at or below their reorder point, the longest untouched first.
pub async fn low_levels(tx: &TenantTx, limit: u64) -> Result<Vec<level::Model>> {
    tx.all(level::Entity::find().filter(low()).order_by_asc(level::Column::UpdatedAt).limit(limit)).await
}

fn low() -> sea_orm::sea_query::SimpleExpr {
    Expr::col(level::Column::OnHand).sub(Expr::col(level::Column::Reserved)).lte(Expr::col(level::Column::ReorderAt))
}

/// The moves of a variant, the latest first. Error: not counted here.
pub async fn moves(tx: &TenantTx, variant: VariantId, kind: Option<stock_move::MoveKind>, page: &PageQuery) -> Result<Page<stock_move::Model>> {
    level(tx, variant).await?;
    let limit = page.limit()?;
    let mut query =
        stock_move::Entity::find().filter(stock_move::Column::VariantId.eq(variant)).order_by_desc(stock_move::Column::Id).limit(limit + 1);
    if let Some(kind) = kind {
        query = query.filter(stock_move::Column::Kind.eq(kind));
    }
    if let Some(after) = page.position::<StockMoveId>()? {
        query = query.filter(stock_move::Column::Id.lt(after));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| row.id))
}

/// The reservations of an order in this company.
pub async fn reservations(tx: &TenantTx, order: OrderId) -> Result<Vec<reservation::Model>> {
    tx.all(reservation::Entity::find().filter(reservation::Column::OrderId.eq(order)).limit(MOST_LINES)).await
}
