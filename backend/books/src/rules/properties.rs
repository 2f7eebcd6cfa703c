//! What must hold of the postings of any trade: both companies' documents agree, nothing is lost
//! between them, and parts sum to wholes.

use super::*;
use crate::entity::{
    revenue_entry::Kind,
    tax_entry::{Direction, Subject},
};
use kernel::{CompanyId, Currency, OrderId, TaxClass, TaxRule, TradeId};
use proptest::prelude::*;

fn line() -> impl Strategy<Value = FactLine> {
    let class = prop_oneof![Just(TaxClass::Taxable), Just(TaxClass::ZeroRated), Just(TaxClass::Exempt)];
    (class, 0_i64..50_000_000, 0_i64..50_000_000).prop_map(|(tax_class, goods_minor, supply_minor)| FactLine { tax_class, goods_minor, supply_minor })
}

fn trade() -> impl Strategy<Value = TradeFacts> {
    let contract = prop_oneof![Just(Contract::Own), Just(Contract::Resale), Just(Contract::Consignment), Just(Contract::Agency)];
    (contract, prop::collection::vec(line(), 0..12), 0_i64..20_000, 0_i64..5_000_000).prop_map(|(contract, lines, delivery_minor, fee_minor)| {
        let party = || Party { id: CompanyId::new(), name: "a company".to_owned(), number: "1208147521".to_owned() };
        let seller = party();
        TradeFacts {
            trade_id: TradeId::new(),
            order_id: OrderId::new(),
            contract,
            currency: Currency::KRW,
            tax_rule: TaxRule::KR,
            supplier: if contract == Contract::Own { seller.clone() } else { party() },
            seller,
            buyer_name: "a buyer".to_owned(),
            operator_name: "the operator".to_owned(),
            operator_number: None,
            lines,
            delivery_minor,
            fee_minor,
            fee_vat_minor: fee_minor * 10 / 110,
        }
    })
}

/// What one company charged the other, and the other was charged: subject, class, gross and VAT.
fn between(postings: &Postings, direction: Direction) -> Vec<(Subject, TaxClass, i64, i64)> {
    let between = |subject| matches!(subject, Subject::Supply | Subject::Commission);
    let entries = postings.tax.iter().filter(|e| e.direction == direction && between(e.subject));
    entries.map(|e| (e.subject, e.tax_class, e.gross_minor, e.vat_minor)).collect()
}

fn both(facts: &TradeFacts) -> Result<(Postings, Postings), TestCaseError> {
    let of = |role| postings(facts, role).map_err(|problem| TestCaseError::fail(problem.to_string()));
    Ok((of(Role::Seller)?, of(Role::Supplier)?))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn what_one_charges_the_other_is_charged(facts in trade()) {
        let (seller, supplier) = both(&facts)?;
        prop_assert_eq!(between(&seller, Direction::Output), between(&supplier, Direction::Input));
        prop_assert_eq!(between(&supplier, Direction::Output), between(&seller, Direction::Input));
    }

    #[test]
    fn the_buyers_money_is_shared_without_rest(facts in trade()) {
        let (seller, supplier) = both(&facts)?;
        let goods: i64 = facts.lines.iter().map(|line| line.goods_minor).sum();
        let supply: i64 = facts.lines.iter().map(|line| line.supply_minor).sum();
        let net = |postings: &Postings| postings.revenue.iter().map(|entry| entry.gross_minor).sum::<i64>();
        prop_assert_eq!(net(&seller) + net(&supplier) + facts.fee_minor, goods + facts.delivery_minor);
        if facts.contract == Contract::Own {
            prop_assert_eq!(&supplier, &Postings::default());
        } else {
            prop_assert_eq!(net(&supplier), supply + facts.delivery_minor);
            prop_assert_eq!(net(&seller), goods - supply - facts.fee_minor);
        }
    }

    #[test]
    fn the_vat_of_a_document_is_that_of_its_whole(facts in trade()) {
        let (seller, supplier) = both(&facts)?;
        let all = || seller.tax.iter().chain(&supplier.tax);
        let of = |subject| move |entry: &&TaxDraft| entry.direction == Direction::Output && entry.subject == subject && entry.tax_class == TaxClass::Taxable;
        let sale: (i64, i64) = all().filter(of(Subject::Sale)).fold((0, 0), |sum, e| (sum.0 + e.gross_minor, sum.1 + e.vat_minor));
        let delivery: (i64, i64) = all().filter(of(Subject::Delivery)).fold((0, 0), |sum, e| (sum.0 + e.gross_minor, sum.1 + e.vat_minor));
        if facts.contract == Contract::Resale {
            prop_assert_eq!(sale.1, sale.0 * 10 / 110);
            prop_assert_eq!(delivery.1, delivery.0 * 10 / 110);
        } else {
            prop_assert_eq!(sale.1 + delivery.1, (sale.0 + delivery.0) * 10 / 110);
        }
        for entry in all() {
            prop_assert!(entry.tax_class == TaxClass::Taxable || entry.vat_minor == 0);
        }
    }

    #[test]
    fn every_entry_adds_up_and_every_document_is_revenue_or_cost(facts in trade()) {
        let (seller, supplier) = both(&facts)?;
        for postings in [&seller, &supplier] {
            prop_assert_eq!(postings.revenue.len(), postings.tax.len());
            for (revenue, tax) in postings.revenue.iter().zip(&postings.tax) {
                prop_assert_eq!(revenue.gross_minor, revenue.supply_value_minor + revenue.vat_minor);
                prop_assert_eq!(tax.gross_minor, tax.supply_value_minor + tax.vat_minor);
                let sign = if tax.direction == Direction::Output { 1 } else { -1 };
                prop_assert_eq!((revenue.gross_minor, revenue.vat_minor), (sign * tax.gross_minor, sign * tax.vat_minor));
                prop_assert!(revenue.gross_minor != 0);
                prop_assert!((revenue.kind == Kind::PlatformFee) == (tax.subject == Subject::Fee));
            }
        }
    }

    #[test]
    fn a_reversal_mirrors_every_entry(facts in trade()) {
        let (seller, supplier) = both(&facts)?;
        for postings in [seller, supplier] {
            let back = reverse(&postings).map_err(|problem| TestCaseError::fail(problem.to_string()))?;
            let again = reverse(&back).map_err(|problem| TestCaseError::fail(problem.to_string()))?;
            prop_assert_eq!(&again.tax, &postings.tax);
            let zero = postings.revenue.iter().zip(&back.revenue).all(|(there, back)| there.gross_minor + back.gross_minor == 0 && there.vat_minor + back.vat_minor == 0);
            prop_assert!(zero);
        }
    }
}
