//! Where the money is. A story names what it expects; every account that it does not name has to
//! be empty, so that nothing moves unseen.

use crate::{Firm, TestApp};
use kernel::{CompanyId, Currency, PageQuery, Result};
use ledger::{Account, AccountKind, queries::AccountsQuery};
use std::{collections::BTreeMap, panic::Location};

/// What a story expects.
pub struct Money<'a> {
    app: &'a TestApp,
    expected: BTreeMap<String, i64>,
    firms: BTreeMap<CompanyId, String>,
}

impl TestApp {
    /// Begins to say where the money is.
    #[must_use]
    pub const fn money(&self) -> Money<'_> {
        Money { app: self, expected: BTreeMap::new(), firms: BTreeMap::new() }
    }
}

impl Money<'_> {
    /// What the payment providers owe the operator.
    #[must_use]
    pub fn clearing(self, minor: i64) -> Self {
        self.put("clearing", minor)
    }

    /// The operator's bank account; negative once more was paid out than came in there.
    #[must_use]
    pub fn bank(self, minor: i64) -> Self {
        self.put("bank", minor)
    }

    /// What is held for trades, over all of them.
    #[must_use]
    pub fn escrow(self, minor: i64) -> Self {
        self.put("escrow", minor)
    }

    /// Refunds on their way to buyers.
    #[must_use]
    pub fn refunds(self, minor: i64) -> Self {
        self.put("refunds", minor)
    }

    /// Fees without VAT, and the VAT on them.
    #[must_use]
    pub fn fees(self, net: i64, vat: i64) -> Self {
        self.put("fees", net).put("vat", vat)
    }

    /// A company's shares that are reserved in escrow.
    #[must_use]
    pub fn reserved(self, firm: &Firm, minor: i64) -> Self {
        self.of(firm, "reserved", minor)
    }

    /// What the operator owes a company and has not sent.
    #[must_use]
    pub fn payable(self, firm: &Firm, minor: i64) -> Self {
        self.of(firm, "payable", minor)
    }

    /// What is on its way to a company's bank.
    #[must_use]
    pub fn on_its_way(self, firm: &Firm, minor: i64) -> Self {
        self.of(firm, "on its way", minor)
    }

    /// What a company was paid.
    #[must_use]
    pub fn paid_out(self, firm: &Firm, minor: i64) -> Self {
        self.of(firm, "paid out", minor)
    }

    fn of(mut self, firm: &Firm, what: &str, minor: i64) -> Self {
        self.firms.insert(firm.id, firm.name.clone());
        self.put(&format!("{what} {}", firm.name), minor)
    }

    fn put(mut self, name: &str, minor: i64) -> Self {
        if minor != 0 {
            self.expected.insert(name.to_owned(), minor);
        }
        self
    }

    /// It is there, and nowhere else.
    #[track_caller]
    pub fn stands(self) -> impl Future<Output = Result<()>> {
        let asked = Location::caller();
        async move {
            let actual = self.actual().await?;
            assert_eq!(actual, self.expected, "the money of {asked} (left: where it is, right: where it should be)");
            Ok(())
        }
    }

    async fn actual(&self) -> Result<BTreeMap<String, i64>> {
        let tx = self.app.madang.app.platform().await?;
        let mut sums: BTreeMap<String, i64> = BTreeMap::new();
        let mut page = PageQuery { limit: Some(100), cursor: None };
        loop {
            let rows = ledger::queries::accounts(&tx, &AccountsQuery { kind: None, page: page.clone() }).await?;
            for row in &rows.items {
                match Account::parse(&row.code) {
                    Some((Account::Payable(company), currency)) => self.purse(&tx, company, currency, &mut sums).await?,
                    _ => *sums.entry(name(row.kind).to_owned()).or_default() += row.balance.minor,
                }
            }
            let Some(next) = rows.next else { break };
            page.cursor = Some(next);
        }
        sums.retain(|_, minor| *minor != 0);
        Ok(sums)
    }

    async fn purse(&self, tx: &platform::PlatformTx, company: CompanyId, currency: Currency, sums: &mut BTreeMap<String, i64>) -> Result<()> {
        let money = ledger::queries::company_money(tx, company, currency).await?;
        let firm = self.firms.get(&company).cloned().unwrap_or_else(|| company.to_string());
        for (what, amount) in
            [("reserved", money.reserved), ("payable", money.payable), ("on its way", money.on_its_way), ("paid out", money.paid_out)]
        {
            sums.insert(format!("{what} {firm}"), amount.minor);
        }
        Ok(())
    }
}

const fn name(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::GatewayClearing => "clearing",
        AccountKind::Bank => "bank",
        AccountKind::Escrow => "escrow",
        AccountKind::Payable => "payable",
        AccountKind::PlatformFee => "fees",
        AccountKind::VatPayable => "vat",
        AccountKind::RefundsClearing => "refunds",
        AccountKind::PaymentCost => "costs",
        AccountKind::WriteOff => "losses",
    }
}
