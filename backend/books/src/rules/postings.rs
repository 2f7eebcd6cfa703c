//! The entries that a trade makes in the books of one of its companies: the company's side of each
//! document of the trade. What it issues it earns and owes VAT on; what it receives it spends and
//! may deduct VAT of.

use super::{
    documents::{DocumentLine, Player, documents},
    facts::{Contract, Role, TradeFacts},
};
use crate::entity::{
    revenue_entry::{Basis, Kind},
    tax_entry::{Direction, Subject},
};
use kernel::{Currency, MoneyError, Problem, Result, TaxClass};

/// A revenue entry to be. `gross_minor` is always the sum of the other two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RevenueDraft {
    pub kind: Kind,
    pub basis: Basis,
    pub tax_class: TaxClass,
    pub currency: Currency,
    pub gross_minor: i64,
    pub supply_value_minor: i64,
    pub vat_minor: i64,
    pub counterparty: String,
    pub note: Option<String>,
}

/// A tax entry to be. `gross_minor` is always the sum of the other two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TaxDraft {
    pub direction: Direction,
    pub subject: Subject,
    pub tax_class: TaxClass,
    /// Name of the rule by which the VAT was found.
    pub rule: String,
    pub currency: Currency,
    pub gross_minor: i64,
    pub supply_value_minor: i64,
    pub vat_minor: i64,
    pub counterparty: String,
    pub counterparty_number: Option<String>,
}

/// The entries of one trade in one company's books.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Postings {
    pub revenue: Vec<RevenueDraft>,
    pub tax: Vec<TaxDraft>,
}

impl Postings {
    /// What the trade leaves the company: the sum of its revenue entries, VAT included.
    pub fn net_minor(&self) -> Result<i64> {
        Ok(super::documents::sum(self.revenue.iter().map(|entry| entry.gross_minor))?)
    }
}

/// The entries of a trade in the books of its seller or its supplier. Where both are the same
/// company, all of them are the seller's and the supplier has none.
pub fn postings(facts: &TradeFacts, role: Role) -> Result<Postings> {
    facts.check()?;
    let me = match role {
        Role::Seller => Player::Seller,
        Role::Supplier => Player::Supplier,
    };
    let mut all = Postings::default();
    for document in documents(facts.contract) {
        let (direction, other) = if document.issuer == me {
            (Direction::Output, document.recipient)
        } else if document.recipient == me {
            (Direction::Input, document.issuer)
        } else {
            continue;
        };
        for line in document.lines(facts)? {
            all.revenue.push(revenue(facts, role, direction, other, line)?);
            all.tax.push(tax(facts, direction, other, line)?);
        }
    }
    Ok(all)
}

/// The entries that take these back.
pub fn reverse(postings: &Postings) -> Result<Postings> {
    let minus = |amount: i64| amount.checked_neg().ok_or_else(|| Problem::from(MoneyError::Overflow));
    let mut back = postings.clone();
    for entry in &mut back.revenue {
        entry.gross_minor = minus(entry.gross_minor)?;
        entry.supply_value_minor = minus(entry.supply_value_minor)?;
        entry.vat_minor = minus(entry.vat_minor)?;
        entry.note = Some("correction".to_owned());
    }
    for entry in &mut back.tax {
        entry.gross_minor = minus(entry.gross_minor)?;
        entry.supply_value_minor = minus(entry.supply_value_minor)?;
        entry.vat_minor = minus(entry.vat_minor)?;
    }
    Ok(back)
}

fn revenue(facts: &TradeFacts, role: Role, direction: Direction, other: Player, line: DocumentLine) -> Result<RevenueDraft> {
    // What is spent stands with a minus, so that the entries of a trade sum to what it leaves.
    let sign = if direction == Direction::Output { 1 } else { -1 };
    let amount = |minor: i64| minor.checked_mul(sign).ok_or(MoneyError::Overflow);
    Ok(RevenueDraft {
        kind: kind(direction, line.subject)?,
        basis: basis(facts.contract, role),
        tax_class: line.tax_class,
        currency: facts.currency,
        gross_minor: amount(line.gross_minor)?,
        supply_value_minor: amount(supply_value(line)?)?,
        vat_minor: amount(line.vat_minor)?,
        counterparty: facts.named(other).0.to_owned(),
        note: None,
    })
}

fn tax(facts: &TradeFacts, direction: Direction, other: Player, line: DocumentLine) -> Result<TaxDraft> {
    let (counterparty, number) = facts.named(other);
    Ok(TaxDraft {
        direction,
        subject: line.subject,
        tax_class: line.tax_class,
        rule: facts.tax_rule.name.to_owned(),
        currency: facts.currency,
        gross_minor: line.gross_minor,
        supply_value_minor: supply_value(line)?,
        vat_minor: line.vat_minor,
        counterparty: counterparty.to_owned(),
        counterparty_number: number.map(str::to_owned),
    })
}

fn supply_value(line: DocumentLine) -> Result<i64> {
    Ok(line.gross_minor.checked_sub(line.vat_minor).ok_or(MoneyError::Overflow)?)
}

/// What a line of a document is to the one who issued or received it.
fn kind(direction: Direction, subject: Subject) -> Result<Kind> {
    Ok(match (direction, subject) {
        (Direction::Output, Subject::Sale) => Kind::Sale,
        (Direction::Output, Subject::Supply) => Kind::Supply,
        (Direction::Input, Subject::Supply) => Kind::CostOfGoods,
        (_, Subject::Delivery) => Kind::Delivery,
        (_, Subject::Commission) => Kind::Commission,
        (Direction::Input, Subject::Fee) => Kind::PlatformFee,
        (Direction::Input, Subject::Sale) | (Direction::Output, Subject::Fee) => {
            return Err(Problem::internal("a company of a trade neither buys in a shop nor charges the platform's fee"));
        }
    })
}

/// Gross where the company is the principal, net where it sells in the supplier's name.
const fn basis(contract: Contract, role: Role) -> Basis {
    match (contract, role) {
        (Contract::Consignment | Contract::Agency, Role::Seller) => Basis::Net,
        _ => Basis::Gross,
    }
}
