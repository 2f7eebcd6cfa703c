//! A purchase order was issued; the company notes it.

use crate::{
    entity::purchase_order::{self, Direction, PoLine, PoLines},
    rules::Contract,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CompanyId, Currency, PurchaseOrderId, Result, TradeId};
use platform::TenantTx;
use sea_orm::ActiveValue::Set;

/// A purchase order as the company that gave or received it keeps it.
#[derive(Clone, Debug)]
pub struct PoCopy {
    pub id: PurchaseOrderId,
    pub trade_id: TradeId,
    pub number: String,
    /// The other company.
    pub counterparty_id: CompanyId,
    pub counterparty_name: String,
    pub contract: Contract,
    /// The trade's state, in its word.
    pub state: String,
    pub currency: Currency,
    pub lines: Vec<PoLine>,
    pub supply_minor: i64,
    pub delivery_minor: i64,
    /// The day of issue in the company's time zone.
    pub ordered_on: NaiveDate,
    pub issued_at: DateTime<Utc>,
}

/// Notes a purchase order; tells whether it was new. One that is noted already is left alone.
pub async fn record_purchase_order(tx: &TenantTx, direction: Direction, copy: PoCopy) -> Result<bool> {
    tx.insert_new(purchase_order::ActiveModel {
        id: Set(copy.id),
        direction: Set(direction),
        trade_id: Set(copy.trade_id),
        number: Set(copy.number),
        counterparty_id: Set(copy.counterparty_id),
        counterparty_name: Set(copy.counterparty_name),
        contract: Set(copy.contract),
        state: Set(copy.state),
        currency: Set(copy.currency),
        lines: Set(PoLines(copy.lines)),
        supply_minor: Set(copy.supply_minor),
        delivery_minor: Set(copy.delivery_minor),
        ordered_on: Set(copy.ordered_on),
        issued_at: Set(copy.issued_at),
        delivered_at: Set(None),
        updated_at: Set(tx.now()),
    })
    .await
}
