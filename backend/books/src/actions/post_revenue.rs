//! A revenue entry is posted.

use crate::{entity::revenue_entry, rules::RevenueDraft};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{EntryId, EventId, OrderId, Result, TradeId};
use platform::TenantTx;
use sea_orm::ActiveValue::Set;

/// A revenue entry and what it is posted for.
#[derive(Clone, Debug)]
pub struct NewRevenue {
    pub trade_id: TradeId,
    pub order_id: Option<OrderId>,
    pub entry: RevenueDraft,
    /// The day in the company's time zone.
    pub posted_on: NaiveDate,
    pub event_id: EventId,
}

impl NewRevenue {
    pub(super) fn row(self, posted_at: DateTime<Utc>) -> revenue_entry::ActiveModel {
        revenue_entry::ActiveModel {
            id: Set(EntryId::new()),
            trade_id: Set(self.trade_id),
            order_id: Set(self.order_id),
            kind: Set(self.entry.kind),
            basis: Set(self.entry.basis),
            tax_class: Set(self.entry.tax_class),
            currency: Set(self.entry.currency),
            gross_minor: Set(self.entry.gross_minor),
            supply_value_minor: Set(self.entry.supply_value_minor),
            vat_minor: Set(self.entry.vat_minor),
            counterparty: Set(self.entry.counterparty),
            note: Set(self.entry.note),
            posted_on: Set(self.posted_on),
            posted_at: Set(posted_at),
            event_id: Set(self.event_id),
        }
    }
}

/// Posts one entry. The caller sees to it that an event is posted once.
pub async fn post_revenue(tx: &TenantTx, new: NewRevenue) -> Result<revenue_entry::Model> {
    tx.insert(new.row(tx.now())).await
}
