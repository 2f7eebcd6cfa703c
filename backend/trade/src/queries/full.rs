//! A trade with everything that belongs to it.

use crate::entity::{claim, delivery_confirmation, delivery_line, gate_check, purchase_order, trade, trade_event, trade_line};
use kernel::{CompanyId, OrderId, Problem, Result, TradeId};
use platform::PlatformTx;
use sea_orm::EntityTrait;
use std::collections::HashMap;

/// A trade with everything that belongs to it.
#[derive(Clone, Debug)]
pub struct TradeFull {
    /// The trade.
    pub trade: trade::Model,
    /// Its lines.
    pub lines: Vec<trade_line::Model>,
    /// Its timeline, oldest entry first.
    pub events: Vec<trade_event::Model>,
    /// Its purchase order.
    pub po: Option<purchase_order::Model>,
    /// Its standing delivery confirmation.
    pub delivery: Option<DeliveryFull>,
    /// Its claims.
    pub claims: Vec<claim::Model>,
    /// The checks of the gate, oldest first.
    pub checks: Vec<gate_check::Model>,
}

impl TradeFull {
    /// Whether the standing delivery confirmation covers everything that was ordered and not cancelled.
    #[must_use]
    pub fn is_filed_in_full(&self) -> bool {
        let Some(filed) = &self.delivery else { return false };
        let quantity = |id| filed.lines.iter().find(|line| line.trade_line_id == id).map_or(0, |line| line.quantity);
        self.lines.iter().filter(|line| !line.cancelled).all(|line| quantity(line.id) == line.quantity)
    }
}

/// A delivery confirmation with its lines.
#[derive(Clone, Debug)]
pub struct DeliveryFull {
    /// The confirmation.
    pub confirmation: delivery_confirmation::Model,
    /// Its lines.
    pub lines: Vec<delivery_line::Model>,
}

/// The trade alone.
pub async fn trade(tx: &PlatformTx, id: TradeId) -> Result<Option<trade::Model>> {
    tx.one(trade::Entity::find_by_id(id)).await
}

/// The trade with everything. Error: no such trade.
pub async fn full(tx: &PlatformTx, id: TradeId) -> Result<TradeFull> {
    let found = trade(tx, id).await?.ok_or_else(Problem::not_found)?;
    join(tx, vec![found]).await?.pop().ok_or_else(Problem::not_found)
}

/// The same for a company; a trade that it may not see is as good as none.
pub async fn full_for(tx: &PlatformTx, id: TradeId, company: CompanyId) -> Result<TradeFull> {
    let found = full(tx, id).await?;
    if found.trade.is_visible_to(company) { Ok(found) } else { Err(Problem::not_found()) }
}

/// The trades of an order, in the order in which they were opened.
pub async fn by_order(tx: &PlatformTx, order: OrderId) -> Result<Vec<TradeFull>> {
    let trades = tx.all(trade::of_order(order)).await?;
    join(tx, trades).await
}

/// Joins what belongs to some trades, one query per table.
async fn join(tx: &PlatformTx, trades: Vec<trade::Model>) -> Result<Vec<TradeFull>> {
    let ids: Vec<TradeId> = trades.iter().map(|trade| trade.id).collect();
    let mut lines = grouped(tx.all(trade_line::of_trades(&ids)).await?, |row| row.trade_id);
    let mut events = grouped(tx.all(trade_event::of_trades(&ids)).await?, |row| row.trade_id);
    let mut orders = grouped(tx.all(purchase_order::of_trades(&ids)).await?, |row| row.trade_id);
    let mut claims = grouped(tx.all(claim::of_trades(&ids)).await?, |row| row.trade_id);
    let mut checks = grouped(tx.all(gate_check::of_trades(&ids)).await?, |row| row.trade_id);
    let confirmations = tx.all(delivery_confirmation::standing(&ids)).await?;
    let filed: Vec<_> = confirmations.iter().map(|row| row.id).collect();
    let mut delivered = grouped(tx.all(delivery_line::of(&filed)).await?, |row| row.delivery_confirmation_id);
    let mut confirmations = grouped(confirmations, |row| row.trade_id);
    Ok(trades
        .into_iter()
        .map(|trade| {
            let id = trade.id;
            let confirmation = confirmations.remove(&id).and_then(|mut rows| rows.pop());
            TradeFull {
                trade,
                lines: lines.remove(&id).unwrap_or_default(),
                events: events.remove(&id).unwrap_or_default(),
                po: orders.remove(&id).and_then(|mut rows| rows.pop()),
                delivery: confirmation
                    .map(|confirmation| DeliveryFull { lines: delivered.remove(&confirmation.id).unwrap_or_default(), confirmation }),
                claims: claims.remove(&id).unwrap_or_default(),
                checks: checks.remove(&id).unwrap_or_default(),
            }
        })
        .collect())
}

fn grouped<K: std::hash::Hash + Eq, T>(rows: Vec<T>, key: impl Fn(&T) -> K) -> HashMap<K, Vec<T>> {
    let mut groups: HashMap<K, Vec<T>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}
