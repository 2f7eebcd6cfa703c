//! Reads of purchase orders given and received.

use super::{MOST_OF_TRADE, anywhere};
use crate::entity::purchase_order::{Column, Direction, Entity, Model};
use kernel::{Page, PageQuery, PurchaseOrderId, Result, TradeId};
use platform::TenantTx;
use sea_orm::{
    ColumnTrait, Condition, EntityTrait, QueryFilter, QueryOrder, QuerySelect,
    sea_query::{Expr, extension::postgres::PgExpr},
};

/// What a list of purchase orders is asked for.
#[derive(Clone, Debug, Default)]
pub struct PurchaseOrderFilter {
    pub direction: Option<Direction>,
    /// The trade's state, in its word.
    pub state: Option<String>,
    /// Part of the number or of the other company's name.
    pub q: Option<String>,
    pub trade_id: Option<TradeId>,
}

/// The purchase orders, the latest first.
pub async fn purchase_orders(tx: &TenantTx, filter: &PurchaseOrderFilter, page: &PageQuery) -> Result<Page<Model>> {
    let limit = page.limit()?;
    let mut query = Entity::find().order_by_desc(Column::Id).order_by_asc(Column::Direction).limit(limit + 1);
    if let Some(direction) = filter.direction {
        query = query.filter(Column::Direction.eq(direction));
    }
    if let Some(state) = filter.state.as_deref() {
        query = query.filter(Column::State.eq(state));
    }
    if let Some(trade_id) = filter.trade_id {
        query = query.filter(Column::TradeId.eq(trade_id));
    }
    if let Some(q) = filter.q.as_deref().filter(|q| !q.trim().is_empty()) {
        let any = Condition::any().add(Expr::col(Column::Number).ilike(anywhere(q))).add(Expr::col(Column::CounterpartyName).ilike(anywhere(q)));
        query = query.filter(any);
    }
    if let Some((id, direction)) = page.position::<(PurchaseOrderId, Direction)>()? {
        let same = Condition::all().add(Column::Id.eq(id)).add(Column::Direction.gt(direction));
        query = query.filter(Condition::any().add(Column::Id.lt(id)).add(same));
    }
    Ok(Page::from_surplus(tx.all(query).await?, limit, |row| (row.id, row.direction)))
}

/// A purchase order; where the company is on both sides of it, the one it gave unless told.
/// Error: not found.
pub async fn purchase_order(tx: &TenantTx, id: PurchaseOrderId, direction: Option<Direction>) -> Result<Model> {
    let mut query = Entity::find().filter(Column::Id.eq(id)).order_by_asc(Column::Direction).limit(1);
    if let Some(direction) = direction {
        query = query.filter(Column::Direction.eq(direction));
    }
    tx.find(query).await
}

/// The copies of a trade's purchase orders.
pub async fn purchase_orders_of_trade(tx: &TenantTx, trade: TradeId) -> Result<Vec<Model>> {
    tx.all(Entity::find().filter(Column::TradeId.eq(trade)).limit(MOST_OF_TRADE)).await
}
