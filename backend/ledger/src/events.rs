//! What the ledger tells others.

use chrono::NaiveDate;
use kernel::{CompanyId, Money, PayoutId, SettlementId};
use platform::Event;
use serde::{Deserialize, Serialize};

/// A company was settled; its lines are read with [`crate::queries::settlement_lines`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SettlementMade {
    /// The settlement.
    pub settlement_id: SettlementId,
    /// The company.
    pub company_id: CompanyId,
    /// The settlement's number.
    pub number: String,
    /// The business day.
    pub settled_on: NaiveDate,
    /// What it comes to; may be negative.
    pub net: Money,
    /// Number of lines.
    pub trades: i32,
}

impl Event for SettlementMade {
    const NAME: &'static str = "ledger.settlement_made";
    fn key(&self) -> String {
        format!("settlement:{}", self.company_id)
    }
}

/// What every event of a payout says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PayoutFacts {
    /// The payout.
    pub payout_id: PayoutId,
    /// The company.
    pub company_id: CompanyId,
    /// The payout's number.
    pub number: String,
    /// The amount.
    pub amount: Money,
    /// The bank.
    pub bank: Option<String>,
    /// The account with most digits hidden.
    pub account_masked: Option<String>,
    /// Why it came back, if it did.
    pub reason: Option<String>,
}

macro_rules! payout_events {
    ($($(#[$doc:meta])* $name:ident = $event:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub PayoutFacts);

        impl Event for $name {
            const NAME: &'static str = $event;
            fn key(&self) -> String {
                format!("payout:{}", self.0.payout_id)
            }
        }
    )*};
}

payout_events! {
    /// A payout was opened: its amount is reserved.
    PayoutOpened = "ledger.payout_opened";
    /// A payout was given to a bank or provider.
    PayoutSent = "ledger.payout_sent";
    /// A payout arrived.
    PayoutPaid = "ledger.payout_paid";
    /// A payout came back; the money is payable again.
    PayoutReturned = "ledger.payout_returned";
}
