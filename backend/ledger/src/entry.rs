//! An entry: one money move as it is asked for, before the journal gives it its place.

use crate::account::Account;
use kernel::{Money, PaymentId, PayoutId, TradeId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What an entry does, as the journal keeps it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum TransferKind {
    /// Moves money at once.
    Posted,
    /// Reserves money.
    Pending,
    /// Moves reserved money, all of it or less; the rest is free again.
    Post,
    /// Frees reserved money.
    Void,
}

/// What an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EntryKind {
    /// Moves money at once.
    Posted,
    /// Reserves money.
    Pending,
    /// Moves what the pending entry of this key reserved, or less.
    Post {
        /// Key of the pending entry.
        of: String,
    },
    /// Frees what the pending entry of this key reserved.
    Void {
        /// Key of the pending entry.
        of: String,
    },
}

impl EntryKind {
    /// As the journal keeps it.
    #[must_use]
    pub const fn transfer_kind(&self) -> TransferKind {
        match self {
            Self::Posted => TransferKind::Posted,
            Self::Pending => TransferKind::Pending,
            Self::Post { .. } => TransferKind::Post,
            Self::Void { .. } => TransferKind::Void,
        }
    }

    /// Key of the pending entry that is ended.
    #[must_use]
    pub fn ends(&self) -> Option<&str> {
        match self {
            Self::Post { of } | Self::Void { of } => Some(of),
            Self::Posted | Self::Pending => None,
        }
    }
}

/// One money move: the same amount off one account and onto another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Idempotency key, unique in the whole journal.
    pub key: String,
    /// What it does.
    pub kind: EntryKind,
    /// The account debited.
    pub debit: Account,
    /// The account credited.
    pub credit: Account,
    /// How much; above zero.
    pub amount: Money,
    /// The trade it belongs to.
    pub trade_id: Option<TradeId>,
    /// The payment it comes from.
    pub payment_id: Option<PaymentId>,
    /// The payout it belongs to.
    pub payout_id: Option<PayoutId>,
    /// Why, in a few English words.
    pub reason: String,
}

impl Entry {
    /// An entry that belongs to nothing yet.
    #[must_use]
    pub fn new(key: impl Into<String>, kind: EntryKind, debit: Account, credit: Account, amount: Money, reason: impl Into<String>) -> Self {
        Self { key: key.into(), kind, debit, credit, amount, trade_id: None, payment_id: None, payout_id: None, reason: reason.into() }
    }

    /// Of a trade.
    #[must_use]
    pub const fn of_trade(mut self, trade: TradeId) -> Self {
        self.trade_id = Some(trade);
        self
    }

    /// Of a payment.
    #[must_use]
    pub const fn of_payment(mut self, payment: PaymentId) -> Self {
        self.payment_id = Some(payment);
        self
    }

    /// Of a payout.
    #[must_use]
    pub const fn of_payout(mut self, payout: PayoutId) -> Self {
        self.payout_id = Some(payout);
        self
    }
}
