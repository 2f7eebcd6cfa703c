//! A settlement entry is posted.

use crate::entity::settlement_entry::{self, Kind};
use chrono::NaiveDate;
use kernel::{Currency, EntryId, EventId, PayoutId, Result, SettlementId, TradeId};
use platform::TenantTx;
use sea_orm::ActiveValue::Set;

/// What the company is told of its money.
#[derive(Clone, Debug)]
pub struct NewSettlementEntry {
    /// The trade, for a settled one; a payout is of many.
    pub trade_id: Option<TradeId>,
    pub settlement_id: SettlementId,
    pub payout_id: Option<PayoutId>,
    pub kind: Kind,
    /// In which capacity, for a settled trade: `seller` or `supplier`.
    pub role: Option<String>,
    pub currency: Currency,
    pub gross_minor: i64,
    pub fee_minor: i64,
    pub net_minor: i64,
    /// The day in the company's time zone.
    pub posted_on: NaiveDate,
    pub event_id: EventId,
}

/// Posts one entry. The caller sees to it that an event is posted once.
pub async fn post_settlement(tx: &TenantTx, new: NewSettlementEntry) -> Result<settlement_entry::Model> {
    tx.insert(settlement_entry::ActiveModel {
        id: Set(EntryId::new()),
        trade_id: Set(new.trade_id),
        settlement_id: Set(new.settlement_id),
        payout_id: Set(new.payout_id),
        kind: Set(new.kind),
        role: Set(new.role),
        currency: Set(new.currency),
        gross_minor: Set(new.gross_minor),
        fee_minor: Set(new.fee_minor),
        net_minor: Set(new.net_minor),
        posted_on: Set(new.posted_on),
        posted_at: Set(tx.now()),
        event_id: Set(new.event_id),
    })
    .await
}
