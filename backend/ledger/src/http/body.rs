//! The JSON shapes of settlements, payouts and transfer files.

use crate::{
    actions::payout::masked,
    entity::{payout, payout_batch, settlement, settlement_line},
    queries::SettlementRow,
};
use chrono::{DateTime, NaiveDate, Utc};
use kernel::{CompanyId, Money, PayoutBatchId, PayoutId, SettlementId, TradeId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A company by name.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = PaidCompany)]
pub struct Company {
    /// Its id.
    pub id: CompanyId,
    /// Its name when the row was made.
    #[schema(example = "한빛제빵")]
    pub name: String,
}

/// What one run settled for one company.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Settlement {
    /// Its id.
    pub id: SettlementId,
    /// Its number.
    #[schema(example = "S20260302-4F7K2Q")]
    pub number: String,
    /// The company.
    pub company: Company,
    /// The business day.
    pub settled_on: NaiveDate,
    /// What its shop sold.
    pub sales: Money,
    /// What it earned as a supplier.
    pub supply: Money,
    /// Delivery fees it earned as a supplier.
    pub delivery: Money,
    /// Platform fees with VAT.
    pub fee: Money,
    /// What is paid out; a negative sum is netted from the next settlement.
    pub net: Money,
    /// Number of lines.
    pub trades: i32,
    /// The payout that it gave rise to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout: Option<SettlementPayout>,
}

/// The payout of a settlement.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SettlementPayout {
    /// Its id.
    pub id: PayoutId,
    /// Its number.
    pub number: String,
    /// Where it stands.
    pub state: payout::State,
    /// Its amount.
    pub amount: Money,
}

impl From<SettlementRow> for Settlement {
    fn from(SettlementRow { settlement: row, payout }: SettlementRow) -> Self {
        let settlement::Model { currency, .. } = row;
        Self {
            id: row.id,
            number: row.number,
            company: Company { id: row.company_id, name: row.company_name },
            settled_on: row.settled_on,
            sales: currency.minor(row.sales_minor),
            supply: currency.minor(row.supply_minor),
            delivery: currency.minor(row.delivery_minor),
            fee: currency.minor(row.fee_minor),
            net: currency.minor(row.net_minor),
            trades: row.trades,
            payout: payout.map(|row| SettlementPayout {
                id: row.id,
                number: row.number,
                state: row.state,
                amount: row.currency.minor(row.amount_minor),
            }),
        }
    }
}

/// A settlement with the first of its lines.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SettlementDetail {
    /// The settlement.
    #[serde(flatten)]
    pub settlement: Settlement,
    /// Its first 100 lines.
    pub lines: Vec<SettlementLine>,
}

/// A trade in one role.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SettlementLine {
    /// The trade.
    pub trade_id: TradeId,
    /// The trade's number.
    pub trade_number: String,
    /// The order's number.
    pub order_number: String,
    /// The company's part in the trade.
    pub role: settlement_line::Role,
    /// Goods sold (seller), or supply price and delivery (supplier).
    pub gross: Money,
    /// Platform fee with VAT (seller).
    pub fee: Money,
    /// What the company gets; negative where it sold at a loss.
    pub net: Money,
    /// When the purchase was confirmed.
    pub confirmed_at: DateTime<Utc>,
}

impl SettlementLine {
    /// The line of a settlement in this currency.
    #[must_use]
    pub fn of(row: settlement_line::Model, currency: kernel::Currency) -> Self {
        Self {
            trade_id: row.trade_id,
            trade_number: row.trade_number,
            order_number: row.order_number,
            role: row.role,
            gross: currency.minor(row.gross_minor),
            fee: currency.minor(row.fee_minor),
            net: currency.minor(row.net_minor),
            confirmed_at: row.confirmed_at,
        }
    }
}

/// Money on its way to a company.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Payout {
    /// Its id.
    pub id: PayoutId,
    /// Its number.
    #[schema(example = "P20260302-9T1M0C")]
    pub number: String,
    /// The company.
    pub company: Company,
    /// Where it stands.
    pub state: payout::State,
    /// The amount.
    pub amount: Money,
    /// The bank.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bank: Option<String>,
    /// The account, with all but its end hidden.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "***-***-**6789")]
    pub account_masked: Option<String>,
    /// The account's holder.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder: Option<String>,
    /// The settlement that gave rise to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settlement_id: Option<SettlementId>,
    /// The transfer file it is in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch_id: Option<PayoutBatchId>,
    /// Why it came back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub return_reason: Option<String>,
    /// The payment provider that transfers it; none for a bank file.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "sandbox")]
    pub provider: Option<String>,
    /// Why the payment provider did not transfer it; it waits again.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "account_closed")]
    pub transfer_error: Option<String>,
    /// Whether two persons have to let it go, because it is above the limit.
    pub needs_release: bool,
    /// When they did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub released_at: Option<DateTime<Utc>>,
    /// When it was opened.
    pub created_at: DateTime<Utc>,
    /// When it was given to a bank or provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<DateTime<Utc>>,
    /// When it arrived or came back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ended_at: Option<DateTime<Utc>>,
    /// Counts the changes.
    pub version: i64,
}

impl From<payout::Model> for Payout {
    fn from(row: payout::Model) -> Self {
        Self {
            id: row.id,
            number: row.number,
            company: Company { id: row.company_id, name: row.company_name },
            state: row.state,
            amount: row.currency.minor(row.amount_minor),
            bank: row.bank,
            account_masked: row.account.as_deref().map(masked),
            holder: row.holder,
            settlement_id: row.settlement_id,
            batch_id: row.batch_id,
            return_reason: row.return_reason,
            provider: row.provider,
            transfer_error: row.transfer_error,
            needs_release: row.needs_release,
            released_at: row.released_at,
            created_at: row.created_at,
            sent_at: row.sent_at,
            ended_at: row.ended_at,
            version: row.version,
        }
    }
}

/// A bank-transfer file.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = PayoutBatch)]
pub struct Batch {
    /// Its id.
    pub id: PayoutBatchId,
    /// Its number.
    #[schema(example = "B20260302-0A6XQZ")]
    pub number: String,
    /// Number of payouts.
    pub count: i32,
    /// Their sum.
    pub total: Money,
    /// SHA-256 of the file, in hex.
    pub file_sha256: String,
    /// When it was made.
    pub created_at: DateTime<Utc>,
}

impl From<payout_batch::Model> for Batch {
    fn from(row: payout_batch::Model) -> Self {
        Self {
            id: row.id,
            number: row.number,
            count: row.count,
            total: row.currency.minor(row.total_minor),
            file_sha256: row.file_sha256,
            created_at: row.created_at,
        }
    }
}

/// A transfer file to be made.
#[derive(Clone, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewBatch {
    /// The payouts to put in; all that wait unless given.
    #[schema(min_items = 1, max_items = 1000)]
    pub payout_ids: Option<Vec<PayoutId>>,
}

/// Why a payout came back.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PayoutReturn {
    /// The bank's words, or yours.
    #[schema(min_length = 1, max_length = 500, example = "account closed")]
    pub reason: String,
}

/// Nothing.
#[derive(Clone, Copy, Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NoFields)]
pub struct Empty {}
