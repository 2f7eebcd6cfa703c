//! A tax entry is posted.

use crate::{entity::tax_entry, rules::TaxDraft};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{EntryId, EventId, Result, TradeId};
use platform::TenantTx;
use sea_orm::ActiveValue::Set;

/// A tax entry and what it is posted for.
#[derive(Clone, Debug)]
pub struct NewTax {
    pub trade_id: TradeId,
    pub entry: TaxDraft,
    /// The date of the document, in the company's time zone.
    pub written_on: NaiveDate,
    pub event_id: EventId,
}

impl NewTax {
    pub(super) fn row(self, posted_at: DateTime<Utc>) -> tax_entry::ActiveModel {
        tax_entry::ActiveModel {
            id: Set(EntryId::new()),
            trade_id: Set(self.trade_id),
            direction: Set(self.entry.direction),
            subject: Set(self.entry.subject),
            tax_class: Set(self.entry.tax_class),
            rule: Set(self.entry.rule),
            currency: Set(self.entry.currency),
            gross_minor: Set(self.entry.gross_minor),
            supply_value_minor: Set(self.entry.supply_value_minor),
            vat_minor: Set(self.entry.vat_minor),
            counterparty: Set(self.entry.counterparty),
            counterparty_number: Set(self.entry.counterparty_number),
            written_on: Set(self.written_on),
            posted_at: Set(posted_at),
            event_id: Set(self.event_id),
        }
    }
}

/// Posts one entry. The caller sees to it that an event is posted once.
pub async fn post_tax(tx: &TenantTx, new: NewTax) -> Result<tax_entry::Model> {
    tx.insert(new.row(tx.now())).await
}
