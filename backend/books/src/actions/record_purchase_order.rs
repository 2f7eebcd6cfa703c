//! A purchase order was issued, or its trade has moved; the company notes what it says now.

use crate::entity::purchase_order::{self, Direction, PoLine, PoLines};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CompanyId, Currency, Problem, PurchaseOrderId, Result, TradeId};
use platform::TenantTx;
use sea_orm::{ActiveValue::Set, EntityTrait, IntoActiveModel, QuerySelect};

/// A purchase order as the company that gave or received it keeps it.
#[derive(Clone, Debug)]
pub struct PoCopy {
    pub id: PurchaseOrderId,
    pub trade_id: TradeId,
    pub number: String,
    /// The other company.
    pub counterparty_id: CompanyId,
    pub counterparty_name: String,
    /// The kind of contract, in the trade's word.
    pub contract: String,
    /// The trade's state, in its word.
    pub state: String,
    pub currency: Currency,
    pub lines: Vec<PoLine>,
    pub supply_minor: i64,
    pub delivery_minor: i64,
    /// The day of issue in the company's time zone.
    pub ordered_on: NaiveDate,
    pub issued_at: DateTime<Utc>,
    /// Once the goods have arrived.
    pub delivered_at: Option<DateTime<Utc>>,
}

/// Notes a purchase order; tells whether it was new. Of one that is noted already, what a trade can
/// change follows: state, lines, amounts and the moment of delivery. What was agreed when it was
/// issued stays. Error: a kind of contract that the books do not know.
pub async fn record_purchase_order(tx: &TenantTx, direction: Direction, copy: PoCopy) -> Result<bool> {
    let standing = purchase_order::Entity::find_by_id((copy.id, direction)).lock_exclusive();
    if let Some(standing) = tx.one(standing).await? {
        let mut row = standing.into_active_model();
        row.state = Set(copy.state);
        row.lines = Set(PoLines(copy.lines));
        row.supply_minor = Set(copy.supply_minor);
        row.delivery_minor = Set(copy.delivery_minor);
        if copy.delivered_at.is_some() {
            row.delivered_at = Set(copy.delivered_at);
        }
        row.updated_at = Set(tx.now());
        tx.update(row).await?;
        return Ok(false);
    }
    tx.insert(purchase_order::ActiveModel {
        id: Set(copy.id),
        direction: Set(direction),
        trade_id: Set(copy.trade_id),
        number: Set(copy.number),
        counterparty_id: Set(copy.counterparty_id),
        counterparty_name: Set(copy.counterparty_name),
        contract: Set(copy.contract.parse().map_err(Problem::internal)?),
        state: Set(copy.state),
        currency: Set(copy.currency),
        lines: Set(PoLines(copy.lines)),
        supply_minor: Set(copy.supply_minor),
        delivery_minor: Set(copy.delivery_minor),
        ordered_on: Set(copy.ordered_on),
        issued_at: Set(copy.issued_at),
        delivered_at: Set(copy.delivered_at),
        updated_at: Set(tx.now()),
    })
    .await?;
    Ok(true)
}
