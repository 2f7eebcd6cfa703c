//! Everything that a trade means to the company is posted at once.

use super::{NewRevenue, NewTax};
use crate::rules::Postings;
use chrono::NaiveDate;
use kernel::{EventId, Result};
use platform::TenantTx;

/// Posts the entries of a trade on a day of the company's time zone. The caller sees to it that an
/// event is posted once.
pub async fn post(tx: &TenantTx, postings: &Postings, posted_on: NaiveDate, event_id: EventId) -> Result<()> {
    let (trade_id, order_id) = (postings.trade_id, Some(postings.order_id));
    let revenue = postings.revenue.iter().cloned();
    let revenue = revenue.map(|entry| NewRevenue { trade_id, order_id, entry, posted_on, event_id }.row(tx.now())).collect();
    let tax = postings.tax.iter().cloned();
    let tax = tax.map(|entry| NewTax { trade_id, entry, written_on: posted_on, event_id }.row(tx.now())).collect();
    tx.insert_many(revenue).await?;
    tx.insert_many(tax).await
}
