//! The tax documents of a trade: who invoices whom for what, one table per kind of contract.
//!
//! Both companies' books follow from the same table, the issuer's as output and the recipient's as
//! input, so they cannot disagree. VAT is found once per document and tax class, and the parts of a
//! document share it.

use super::facts::{Contract, TradeFacts};
use crate::entity::tax_entry::Subject;
use kernel::{MoneyError, Result, TaxClass};
use std::collections::BTreeMap;

/// Who can stand on a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    Buyer,
    Seller,
    Supplier,
    Operator,
}

/// Which amount of the trade a part of a document bears.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Amount {
    /// What the buyer paid for the goods, by the goods' tax class.
    Goods,
    /// What the supplier gets for the goods, by the goods' tax class.
    Supply,
    /// What is left between the two; a service, taxable whatever the goods are.
    Commission,
    /// The delivery fee; a service, taxable.
    Delivery,
    /// The platform's fee; a service, taxable.
    Fee,
}

/// One document: the issuer invoices the recipient for the parts.
#[derive(Clone, Copy, Debug)]
pub struct Document {
    pub issuer: Player,
    pub recipient: Player,
    pub parts: &'static [(Subject, Amount)],
}

const fn document(issuer: Player, recipient: Player, parts: &'static [(Subject, Amount)]) -> Document {
    Document { issuer, recipient, parts }
}

const FEE: Document = document(Player::Operator, Player::Seller, &[(Subject::Fee, Amount::Fee)]);

/// The company sells its own goods and brings them.
const OWN: &[Document] = &[document(Player::Seller, Player::Buyer, &[(Subject::Sale, Amount::Goods), (Subject::Delivery, Amount::Delivery)]), FEE];

/// The seller sells in its own name what it buys from the supplier, who brings it to the buyer.
const RESALE: &[Document] = &[
    document(Player::Seller, Player::Buyer, &[(Subject::Sale, Amount::Goods)]),
    document(Player::Supplier, Player::Seller, &[(Subject::Supply, Amount::Supply)]),
    document(Player::Supplier, Player::Buyer, &[(Subject::Delivery, Amount::Delivery)]),
    FEE,
];

/// The supplier sells and brings; the seller earns a commission from the supplier.
const IN_SUPPLIERS_NAME: &[Document] = &[
    document(Player::Supplier, Player::Buyer, &[(Subject::Sale, Amount::Goods), (Subject::Delivery, Amount::Delivery)]),
    document(Player::Seller, Player::Supplier, &[(Subject::Commission, Amount::Commission)]),
    FEE,
];

/// The documents of a trade under this kind of contract.
#[must_use]
pub const fn documents(contract: Contract) -> &'static [Document] {
    match contract {
        Contract::Own => OWN,
        Contract::Resale => RESALE,
        Contract::Consignment | Contract::Agency => IN_SUPPLIERS_NAME,
    }
}

/// A line of a document: one part, one tax class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct DocumentLine {
    pub subject: Subject,
    pub tax_class: TaxClass,
    pub gross_minor: i64,
    pub vat_minor: i64,
}

impl Document {
    /// The lines of this document for these facts; nothing is written for nothing.
    pub(super) fn lines(&self, facts: &TradeFacts) -> Result<Vec<DocumentLine>> {
        let mut by_class: BTreeMap<TaxClass, Vec<(Subject, Amount, i64)>> = BTreeMap::new();
        for (subject, amount) in self.parts {
            for (class, gross) in amount.of(facts)? {
                if gross != 0 {
                    by_class.entry(class).or_default().push((*subject, *amount, gross));
                }
            }
        }
        let mut lines = Vec::new();
        for (tax_class, parts) in by_class {
            for ((subject, _, gross_minor), vat_minor) in parts.iter().zip(vat(facts, tax_class, &parts)?) {
                lines.push(DocumentLine { subject: *subject, tax_class, gross_minor: *gross_minor, vat_minor });
            }
        }
        Ok(lines)
    }
}

/// The VAT of each part. Each part bears what the document's VAT grows by it, so that the parts sum
/// to the VAT of the whole, and the goods' VAT does not depend on what the delivery costs.
fn vat(facts: &TradeFacts, class: TaxClass, parts: &[(Subject, Amount, i64)]) -> Result<Vec<i64>> {
    if let [(_, Amount::Fee, _)] = parts {
        return Ok(vec![facts.fee_vat_minor]);
    }
    let (mut gross, mut vat) = (0_i64, 0_i64);
    let mut shares = Vec::with_capacity(parts.len());
    for (_, _, part) in parts {
        gross = gross.checked_add(*part).ok_or(MoneyError::Overflow)?;
        let whole = facts.tax_rule.included(facts.currency.minor(gross), class)?.minor;
        shares.push(whole - vat);
        vat = whole;
    }
    Ok(shares)
}

impl Amount {
    fn of(self, facts: &TradeFacts) -> Result<BTreeMap<TaxClass, i64>> {
        let goods = |line: &super::FactLine| line.goods_minor;
        let supply = |line: &super::FactLine| line.supply_minor;
        match self {
            Self::Goods => classes(facts, goods),
            Self::Supply => classes(facts, supply),
            Self::Commission => {
                let goods = sum(facts.lines.iter().map(goods))?;
                let supply = sum(facts.lines.iter().map(supply))?;
                service(goods.checked_sub(supply).ok_or(MoneyError::Overflow)?)
            }
            Self::Delivery => service(facts.delivery_minor),
            Self::Fee => service(facts.fee_minor),
        }
    }
}

fn service(gross: i64) -> Result<BTreeMap<TaxClass, i64>> {
    Ok(BTreeMap::from([(TaxClass::Taxable, gross)]))
}

fn classes(facts: &TradeFacts, of: impl Fn(&super::FactLine) -> i64) -> Result<BTreeMap<TaxClass, i64>> {
    let mut sums = BTreeMap::new();
    for line in &facts.lines {
        let sum: &mut i64 = sums.entry(line.tax_class).or_default();
        *sum = sum.checked_add(of(line)).ok_or(MoneyError::Overflow)?;
    }
    Ok(sums)
}

pub(super) fn sum(amounts: impl Iterator<Item = i64>) -> Result<i64, MoneyError> {
    amounts.into_iter().try_fold(0_i64, i64::checked_add).ok_or(MoneyError::Overflow)
}

impl TradeFacts {
    /// Name and business number of a player; buyers bear no number here.
    pub(super) fn named(&self, player: Player) -> (&str, Option<&str>) {
        match player {
            Player::Buyer => (&self.buyer_name, None),
            Player::Operator => (&self.operator_name, self.operator_number.as_deref()),
            Player::Seller => (&self.seller.name, Some(&self.seller.number)),
            Player::Supplier => (&self.supplier.name, Some(&self.supplier.number)),
        }
    }
}
