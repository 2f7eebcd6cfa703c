//! The accounts of the ledger. An account's id is derived from its code, and its code from what it
//! stands for, so that a journal row names its accounts beyond doubt and no lookup is needed.

use kernel::{CompanyId, Currency, Money, TradeId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// Namespace of account ids.
const NAMESPACE: Uuid = Uuid::from_u128(0x6d61_6461_6e67_5c6c_9d67_6572_6163_6374);

/// The kinds of account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum AccountKind {
    /// What payment providers owe the operator (asset).
    GatewayClearing,
    /// The operator's bank account (asset).
    Bank,
    /// Money held for one trade (liability).
    Escrow,
    /// What the operator owes one company (liability; negative: the company owes).
    Payable,
    /// The operator's fees, without VAT (revenue).
    PlatformFee,
    /// VAT on the fees (liability).
    VatPayable,
    /// Refunds on their way to buyers (liability).
    RefundsClearing,
    /// What payment providers charge (expense).
    PaymentCost,
    /// Losses that nobody else bears (expense).
    WriteOff,
}

impl AccountKind {
    /// Whether a debit makes the balance larger: assets and expenses.
    #[must_use]
    pub const fn grows_by_debit(self) -> bool {
        matches!(self, Self::GatewayClearing | Self::Bank | Self::PaymentCost | Self::WriteOff)
    }

    const fn name(self) -> &'static str {
        match self {
            Self::GatewayClearing => "gateway_clearing",
            Self::Bank => "bank",
            Self::Escrow => "escrow",
            Self::Payable => "payable",
            Self::PlatformFee => "platform_fee",
            Self::VatPayable => "vat_payable",
            Self::RefundsClearing => "refunds_clearing",
            Self::PaymentCost => "payment_cost",
            Self::WriteOff => "write_off",
        }
    }
}

/// An account; together with a currency it is a row of `ledger_account`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Account {
    /// See [`AccountKind::GatewayClearing`].
    GatewayClearing,
    /// See [`AccountKind::Bank`].
    Bank,
    /// See [`AccountKind::Escrow`].
    Escrow(TradeId),
    /// See [`AccountKind::Payable`].
    Payable(CompanyId),
    /// See [`AccountKind::PlatformFee`].
    PlatformFee,
    /// See [`AccountKind::VatPayable`].
    VatPayable,
    /// See [`AccountKind::RefundsClearing`].
    RefundsClearing,
    /// See [`AccountKind::PaymentCost`].
    PaymentCost,
    /// See [`AccountKind::WriteOff`].
    WriteOff,
}

impl Account {
    /// Its kind.
    #[must_use]
    pub const fn kind(self) -> AccountKind {
        match self {
            Self::GatewayClearing => AccountKind::GatewayClearing,
            Self::Bank => AccountKind::Bank,
            Self::Escrow(_) => AccountKind::Escrow,
            Self::Payable(_) => AccountKind::Payable,
            Self::PlatformFee => AccountKind::PlatformFee,
            Self::VatPayable => AccountKind::VatPayable,
            Self::RefundsClearing => AccountKind::RefundsClearing,
            Self::PaymentCost => AccountKind::PaymentCost,
            Self::WriteOff => AccountKind::WriteOff,
        }
    }

    /// Its code in a currency: `escrow:trade_…:KRW`, `bank:KRW`.
    #[must_use]
    pub fn code(self, currency: Currency) -> String {
        let kind = self.kind().name();
        match self {
            Self::Escrow(trade) => format!("{kind}:{trade}:{currency}"),
            Self::Payable(company) => format!("{kind}:{company}:{currency}"),
            _ => format!("{kind}:{currency}"),
        }
    }

    /// The id of its row in a currency.
    #[must_use]
    pub fn id(self, currency: Currency) -> Uuid {
        Uuid::new_v5(&NAMESPACE, self.code(currency).as_bytes())
    }

    /// The account and currency behind a code; `None` if it is not one.
    #[must_use]
    pub fn parse(code: &str) -> Option<(Self, Currency)> {
        let (head, currency) = code.rsplit_once(':')?;
        let currency = currency.parse().ok()?;
        let (kind, of) = head.split_once(':').unwrap_or((head, ""));
        let account = match (kind, of) {
            ("gateway_clearing", "") => Self::GatewayClearing,
            ("bank", "") => Self::Bank,
            ("escrow", trade) => Self::Escrow(trade.parse().ok()?),
            ("payable", company) => Self::Payable(company.parse().ok()?),
            ("platform_fee", "") => Self::PlatformFee,
            ("vat_payable", "") => Self::VatPayable,
            ("refunds_clearing", "") => Self::RefundsClearing,
            ("payment_cost", "") => Self::PaymentCost,
            ("write_off", "") => Self::WriteOff,
            _ => return None,
        };
        Some((account, currency))
    }

    /// The balance out of the sums of both sides, positive on the account's own side.
    #[must_use]
    pub const fn balance(self, debits: i64, credits: i64, currency: Currency) -> Money {
        let minor = if self.kind().grows_by_debit() { debits.saturating_sub(credits) } else { credits.saturating_sub(debits) };
        currency.minor(minor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_survives_its_text_form() {
        let all = [
            Account::GatewayClearing,
            Account::Bank,
            Account::Escrow(TradeId::new()),
            Account::Payable(CompanyId::new()),
            Account::PlatformFee,
            Account::VatPayable,
            Account::RefundsClearing,
            Account::PaymentCost,
            Account::WriteOff,
        ];
        for account in all {
            assert_eq!(Account::parse(&account.code(Currency::KRW)), Some((account, Currency::KRW)));
            assert_ne!(account.id(Currency::KRW), account.id(Currency::USD));
        }
        assert_eq!(Account::parse("escrow:KRW"), None);
        assert_eq!(Account::parse("bank:of_mine:KRW"), None);
    }
}
