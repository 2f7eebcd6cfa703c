//! Where the money of one currency is.

use crate::account::Account;

/// Sums over posted moves, in the minor unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// What came in from buyers.
    pub captured: i128,
    /// What lies in escrow.
    pub escrow: i128,
    /// What companies are owed.
    pub payable: i128,
    /// What companies were paid.
    pub paid_out: i128,
    /// Fees, without VAT.
    pub fees: i128,
    /// VAT on the fees.
    pub vat: i128,
    /// What went back to buyers, or is set aside for them.
    pub refunded: i128,
    /// What was written off instead of being taken from a payable.
    pub written_off: i128,
}

impl Totals {
    /// Counts a posted move.
    pub(super) fn count(&mut self, debit: Account, credit: Account, minor: i64) {
        let minor = i128::from(minor);
        match (debit, credit) {
            // The provider's own payments change no claim of anyone: asset against asset or cost.
            (Account::Bank | Account::PaymentCost, Account::GatewayClearing)
            | (Account::GatewayClearing, Account::Bank)
            | (Account::RefundsClearing, Account::GatewayClearing) => {}
            (Account::Payable(_), Account::Bank) => {
                self.payable -= minor;
                self.paid_out += minor;
            }
            (Account::Bank, Account::Payable(_)) => {
                self.payable += minor;
                self.paid_out -= minor;
            }
            _ => {
                self.side(debit, -minor);
                self.side(credit, minor);
            }
        }
    }

    fn side(&mut self, account: Account, minor: i128) {
        match account {
            Account::GatewayClearing => self.captured -= minor,
            Account::Escrow(_) => self.escrow += minor,
            Account::Payable(_) => self.payable += minor,
            Account::PlatformFee => self.fees += minor,
            Account::VatPayable => self.vat += minor,
            Account::RefundsClearing => self.refunded += minor,
            Account::WriteOff => self.written_off -= minor,
            // Money that leaves by the bank or as cost without a payout would show as a difference.
            Account::Bank | Account::PaymentCost => {}
        }
    }

    /// What captured (and written-off) money exceeds the rest by; `None` if they are equal.
    #[must_use]
    pub fn difference(&self) -> Option<i128> {
        let rest = self.escrow + self.payable + self.paid_out + self.fees + self.vat + self.refunded;
        let by = self.captured + self.written_off - rest;
        (by != 0).then_some(by)
    }
}
