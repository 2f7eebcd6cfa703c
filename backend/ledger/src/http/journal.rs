//! The JSON shapes of accounts, journal rows and the proof.

use crate::{
    account::AccountKind,
    entry::TransferKind,
    proof,
    queries::{AccountBalance, TransferRow},
};
use chrono::{DateTime, Utc};
use kernel::{Currency, Money, PaymentId, PayoutId, TradeId, TransferId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An account of the ledger with its balance.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = LedgerAccount)]
pub struct Account {
    /// Its code.
    #[schema(example = "platform_fee:KRW")]
    pub code: String,
    /// Its kind.
    pub kind: AccountKind,
    /// Its currency.
    pub currency: Currency,
    /// Its balance, positive on its own side.
    pub balance: Money,
    /// What is reserved off it.
    pub pending: Money,
}

impl From<AccountBalance> for Account {
    fn from(row: AccountBalance) -> Self {
        Self { code: row.code, kind: row.kind, currency: row.balance.currency, balance: row.balance, pending: row.pending }
    }
}

/// A row of the journal.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = LedgerTransfer)]
pub struct Transfer {
    /// Its id.
    pub id: TransferId,
    /// Its idempotency key.
    pub key: String,
    /// What it does.
    pub kind: TransferKind,
    /// Code of the account debited.
    #[schema(example = "gateway_clearing:KRW")]
    pub debit: String,
    /// Code of the account credited.
    #[schema(example = "escrow:trade_01h455vb4pex5vsknk084sn02q:KRW")]
    pub credit: String,
    /// The amount.
    pub amount: Money,
    /// The trade it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trade_id: Option<TradeId>,
    /// The payment it comes from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payment_id: Option<PaymentId>,
    /// The payout it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payout_id: Option<PayoutId>,
    /// Why.
    pub reason: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Its hash in the chain, in hex.
    pub hash: String,
}

impl From<TransferRow> for Transfer {
    fn from(row: TransferRow) -> Self {
        Self {
            id: row.id,
            key: row.key,
            kind: row.kind,
            debit: row.debit,
            credit: row.credit,
            amount: row.currency.minor(row.amount_minor),
            trade_id: row.trade_id,
            payment_id: row.payment_id,
            payout_id: row.payout_id,
            reason: row.reason,
            at: row.at,
            hash: hex::encode(row.hash),
        }
    }
}

/// What the journal proves at this moment.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct Proof {
    /// Rows of the journal.
    pub transfers: u64,
    /// Trades in it.
    pub trades: u64,
    /// What is wrong, at most the first hundred.
    pub faults: Vec<Fault>,
    /// All of it in one line.
    #[schema(example = "proof: 1204 transfers, 96 trades, 0 faults")]
    pub line: String,
    /// Where the money of the platform's currency is.
    pub totals: Totals,
    /// Where the money of other currencies is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub other_totals: Vec<Totals>,
}

/// Something that is wrong.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = ProofFault)]
pub struct Fault {
    /// The journal row at which it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer_id: Option<TransferId>,
    /// What is wrong.
    pub what: String,
}

/// Where the money of one currency is: `captured = escrow + payable + paid_out + fees + vat + refunded`.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[schema(as = ProofTotals)]
pub struct Totals {
    /// What came in from buyers.
    pub captured: Money,
    /// What lies in escrow.
    pub escrow: Money,
    /// What companies are owed.
    pub payable: Money,
    /// What companies were paid.
    pub paid_out: Money,
    /// Fees, without VAT.
    pub fees: Money,
    /// VAT on the fees.
    pub vat: Money,
    /// What went back to buyers, or is set aside for them.
    pub refunded: Money,
}

/// The currency of the platform's home market.
const HOME: Currency = Currency::KRW;

impl From<proof::Proof> for Proof {
    fn from(proof: proof::Proof) -> Self {
        let line = proof.line();
        let home = proof.totals.get(&HOME).copied().unwrap_or_default();
        Self {
            transfers: proof.transfers,
            trades: proof.trades,
            faults: proof.faults.into_iter().map(|fault| Fault { transfer_id: fault.transfer_id, what: fault.what }).collect(),
            line,
            totals: totals(HOME, &home),
            other_totals: proof.totals.iter().filter(|(currency, _)| **currency != HOME).map(|(currency, of)| totals(*currency, of)).collect(),
        }
    }
}

fn totals(currency: Currency, of: &proof::Totals) -> Totals {
    // A sum beyond what an amount can hold would be shown at its limit; the proof itself counts on.
    let money = |minor: i128| currency.minor(i64::try_from(minor).unwrap_or(if minor < 0 { i64::MIN } else { i64::MAX }));
    Totals {
        captured: money(of.captured),
        escrow: money(of.escrow),
        payable: money(of.payable),
        paid_out: money(of.paid_out),
        fees: money(of.fees),
        vat: money(of.vat),
        refunded: money(of.refunded),
    }
}
