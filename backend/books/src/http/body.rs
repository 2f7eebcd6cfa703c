//! JSON shapes of the books.

use crate::{
    entity::{purchase_order, revenue_entry, settlement_entry, tax_entry},
    queries::{RevenueSums, TaxSums},
    rules::Contract,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{
    CompanyId, Currency, EntryId, Money, MoneyError, OrderId, OrderLineId, PayoutId, PurchaseOrderId, Result, SettlementId, TaxClass, TradeId,
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The other company of a purchase order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct PurchaseOrderCounterparty {
    pub id: CompanyId,
    pub name: String,
}

/// A purchase order given or received, as a list shows it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct BookedPurchaseOrderRow {
    pub id: PurchaseOrderId,
    pub direction: purchase_order::Direction,
    pub trade_id: TradeId,
    pub number: String,
    pub counterparty: PurchaseOrderCounterparty,
    pub contract: Contract,
    /// The trade's state.
    pub state: String,
    /// The number of lines.
    pub line_count: usize,
    /// The first line's name.
    pub first_line: Option<String>,
    /// To be paid for the goods, VAT included.
    pub supply: Money,
    /// The delivery fee, which is the supplier's.
    pub delivery: Money,
    pub ordered_on: NaiveDate,
    pub issued_at: DateTime<Utc>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
}

impl From<purchase_order::Model> for BookedPurchaseOrderRow {
    fn from(row: purchase_order::Model) -> Self {
        Self {
            id: row.id,
            direction: row.direction,
            trade_id: row.trade_id,
            number: row.number,
            counterparty: PurchaseOrderCounterparty { id: row.counterparty_id, name: row.counterparty_name },
            contract: row.contract,
            state: row.state,
            line_count: row.lines.0.len(),
            first_line: row.lines.0.into_iter().next().map(|line| line.name),
            supply: row.currency.minor(row.supply_minor),
            delivery: row.currency.minor(row.delivery_minor),
            ordered_on: row.ordered_on,
            issued_at: row.issued_at,
            delivered_at: row.delivered_at,
            updated_at: row.updated_at,
        }
    }
}

/// A line of a purchase order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct BookedPurchaseOrderLine {
    pub id: OrderLineId,
    pub sku: String,
    pub name: String,
    pub variant_name: String,
    pub unit: String,
    pub tax_class: TaxClass,
    pub quantity: i32,
    /// Once the delivery is confirmed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delivered: Option<i32>,
    pub unit_supply: Money,
    /// For what was delivered, once that is known; for what was ordered before.
    pub supply: Money,
}

/// A purchase order given or received.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct BookedPurchaseOrder {
    #[serde(flatten)]
    pub order: BookedPurchaseOrderRow,
    pub lines: Vec<BookedPurchaseOrderLine>,
}

impl From<purchase_order::Model> for BookedPurchaseOrder {
    fn from(row: purchase_order::Model) -> Self {
        let currency = row.currency;
        let line = |line: purchase_order::PoLine| BookedPurchaseOrderLine {
            id: line.id,
            sku: line.sku,
            name: line.name,
            variant_name: line.variant_name,
            unit: line.unit,
            tax_class: line.tax_class,
            quantity: line.quantity,
            delivered: line.delivered,
            unit_supply: currency.minor(line.unit_supply_minor),
            supply: currency.minor(line.supply_minor),
        };
        Self { lines: row.lines.0.iter().cloned().map(line).collect(), order: row.into() }
    }
}

/// What a trade earned or cost.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct RevenueEntry {
    pub id: EntryId,
    pub trade_id: TradeId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_id: Option<OrderId>,
    pub kind: revenue_entry::Kind,
    pub basis: revenue_entry::Basis,
    pub tax_class: TaxClass,
    /// VAT included; negative for what it cost and for corrections.
    pub gross: Money,
    pub supply_value: Money,
    pub vat: Money,
    pub counterparty: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    pub posted_on: NaiveDate,
    pub posted_at: DateTime<Utc>,
}

impl From<revenue_entry::Model> for RevenueEntry {
    fn from(row: revenue_entry::Model) -> Self {
        Self {
            id: row.id,
            trade_id: row.trade_id,
            order_id: row.order_id,
            kind: row.kind,
            basis: row.basis,
            tax_class: row.tax_class,
            gross: row.currency.minor(row.gross_minor),
            supply_value: row.currency.minor(row.supply_value_minor),
            vat: row.currency.minor(row.vat_minor),
            counterparty: row.counterparty,
            note: row.note,
            posted_on: row.posted_on,
            posted_at: row.posted_at,
        }
    }
}

/// Sums of a period, VAT included; costs are negative, as they are posted.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct RevenueSummaryRow {
    /// The day, or the first day of the month; absent for the whole range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<NaiveDate>,
    pub sales: Money,
    pub supply: Money,
    pub commission: Money,
    pub delivery: Money,
    pub cost: Money,
    pub fee: Money,
    /// What all of it leaves.
    pub net: Money,
    /// What all of it leaves without VAT.
    pub net_supply_value: Money,
    /// The number of trades.
    pub count: i64,
}

/// Revenue by day or month; periods without entries are absent.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct RevenueSummary {
    pub rows: Vec<RevenueSummaryRow>,
    pub total: RevenueSummaryRow,
}

impl RevenueSummaryRow {
    pub(super) fn of(currency: Currency, sums: RevenueSums) -> Self {
        let money = |minor| currency.minor(minor);
        Self {
            on: sums.day,
            sales: money(sums.sales),
            supply: money(sums.supply),
            commission: money(sums.commission),
            delivery: money(sums.delivery),
            cost: money(sums.cost),
            fee: money(sums.fee),
            net: money(sums.net),
            net_supply_value: money(sums.net_supply_value),
            count: sums.trades,
        }
    }
}

/// VAT charged or borne.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct TaxEntry {
    pub id: EntryId,
    pub trade_id: TradeId,
    pub direction: tax_entry::Direction,
    pub subject: tax_entry::Subject,
    pub tax_class: TaxClass,
    /// Name of the rule by which the VAT was found.
    pub rule: String,
    pub gross: Money,
    pub supply_value: Money,
    pub vat: Money,
    pub counterparty: String,
    /// Business registration number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counterparty_number: Option<String>,
    pub written_on: NaiveDate,
    pub posted_at: DateTime<Utc>,
}

impl From<tax_entry::Model> for TaxEntry {
    fn from(row: tax_entry::Model) -> Self {
        Self {
            id: row.id,
            trade_id: row.trade_id,
            direction: row.direction,
            subject: row.subject,
            tax_class: row.tax_class,
            rule: row.rule,
            gross: row.currency.minor(row.gross_minor),
            supply_value: row.currency.minor(row.supply_value_minor),
            vat: row.currency.minor(row.vat_minor),
            counterparty: row.counterparty,
            counterparty_number: row.counterparty_number,
            written_on: row.written_on,
            posted_at: row.posted_at,
        }
    }
}

/// Sums of tax entries.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct TaxAmounts {
    pub gross: Money,
    pub supply_value: Money,
    pub vat: Money,
    /// The number of entries.
    pub count: i64,
}

/// One direction of the VAT, by tax class.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct TaxSide {
    pub taxable: TaxAmounts,
    pub zero_rated: TaxAmounts,
    pub exempt: TaxAmounts,
    pub total: TaxAmounts,
}

/// The VAT of a range of days.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct TaxSummary {
    pub output: TaxSide,
    pub input: TaxSide,
    /// Output less input; negative where the tax office owes it.
    pub payable: Money,
}

impl TaxAmounts {
    fn of<'a>(currency: Currency, sums: impl Iterator<Item = &'a TaxSums>) -> Result<Self> {
        let zero = Money::zero(currency);
        sums.into_iter().try_fold(Self { gross: zero, supply_value: zero, vat: zero, count: 0 }, |all, one| {
            Ok(Self {
                gross: all.gross.plus(currency.minor(one.gross))?,
                supply_value: all.supply_value.plus(currency.minor(one.supply_value))?,
                vat: all.vat.plus(currency.minor(one.vat))?,
                count: all.count.checked_add(one.count).ok_or(MoneyError::Overflow)?,
            })
        })
    }
}

impl TaxSide {
    fn of(currency: Currency, sums: &[TaxSums], direction: tax_entry::Direction) -> Result<Self> {
        let side = || sums.iter().filter(move |one| one.direction == direction);
        let class = |class| TaxAmounts::of(currency, side().filter(move |one| one.tax_class == class));
        Ok(Self {
            taxable: class(TaxClass::Taxable)?,
            zero_rated: class(TaxClass::ZeroRated)?,
            exempt: class(TaxClass::Exempt)?,
            total: TaxAmounts::of(currency, side())?,
        })
    }
}

impl TaxSummary {
    pub(super) fn of(currency: Currency, sums: &[TaxSums]) -> Result<Self> {
        let output = TaxSide::of(currency, sums, tax_entry::Direction::Output)?;
        let input = TaxSide::of(currency, sums, tax_entry::Direction::Input)?;
        let payable = output.total.vat.minus(input.total.vat)?;
        Ok(Self { output, input, payable })
    }
}

/// What happened to the company's money.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub(super) struct SettlementEntry {
    pub id: EntryId,
    /// For a settled trade; a payout is of many.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_id: Option<TradeId>,
    pub settlement_id: SettlementId,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout_id: Option<PayoutId>,
    pub kind: settlement_entry::Kind,
    /// `seller` or `supplier`, for a settled trade.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    pub gross: Money,
    pub fee: Money,
    pub net: Money,
    pub posted_on: NaiveDate,
    pub posted_at: DateTime<Utc>,
}

impl From<settlement_entry::Model> for SettlementEntry {
    fn from(row: settlement_entry::Model) -> Self {
        Self {
            id: row.id,
            trade_id: row.trade_id,
            settlement_id: row.settlement_id,
            payout_id: row.payout_id,
            kind: row.kind,
            role: row.role,
            gross: row.currency.minor(row.gross_minor),
            fee: row.currency.minor(row.fee_minor),
            net: row.currency.minor(row.net_minor),
            posted_on: row.posted_on,
            posted_at: row.posted_at,
        }
    }
}
