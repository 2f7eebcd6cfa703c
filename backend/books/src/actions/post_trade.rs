//! Everything that a trade means to the company is posted at once.

use super::{NewRevenue, NewTax};
use crate::rules::Postings;
use chrono::NaiveDate;
use kernel::{EventId, OrderId, Result, TradeId};
use platform::TenantTx;

/// What entries are posted for.
#[derive(Clone, Copy, Debug)]
pub struct PostedFor {
    pub trade_id: TradeId,
    pub order_id: Option<OrderId>,
    /// The day in the company's time zone.
    pub posted_on: NaiveDate,
    pub event_id: EventId,
}

/// Posts the entries of a trade. The caller sees to it that an event is posted once.
pub async fn post_trade(tx: &TenantTx, postings: &Postings, of: PostedFor) -> Result<()> {
    let PostedFor { trade_id, order_id, posted_on, event_id } = of;
    let revenue = postings.revenue.iter().cloned();
    let revenue = revenue.map(|entry| NewRevenue { trade_id, order_id, entry, posted_on, event_id }.row(tx.now())).collect();
    let tax = postings.tax.iter().cloned();
    let tax = tax.map(|entry| NewTax { trade_id, entry, written_on: posted_on, event_id }.row(tx.now())).collect();
    tx.insert_many(revenue).await?;
    tx.insert_many(tax).await
}
