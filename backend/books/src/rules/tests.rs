//! The example that the domain keeps in mind, under each kind of contract: the buyer pays 22,000,
//! the supply price is 16,500, the fee 660, and 4,840 is left for the seller.

use super::*;
use crate::entity::{
    revenue_entry::{Basis, Kind},
    tax_entry::{Direction, Subject},
};
use kernel::{CompanyId, Currency, OrderId, Result, TaxClass, TaxRule, TradeId};

fn facts(contract: Contract) -> TradeFacts {
    let party = |name: &str, number: &str| Party { id: CompanyId::new(), name: name.to_owned(), number: number.to_owned() };
    let seller = party("두레마트", "1208147521");
    let supplier = if contract == Contract::Own { seller.clone() } else { party("한빛제빵", "2208162517") };
    TradeFacts {
        trade_id: TradeId::new(),
        order_id: OrderId::new(),
        contract,
        currency: Currency::KRW,
        tax_rule: TaxRule::KR,
        seller,
        supplier,
        buyer_name: "김하늘".to_owned(),
        operator_name: "마당".to_owned(),
        operator_number: None,
        lines: vec![FactLine { tax_class: TaxClass::Taxable, goods_minor: 22_000, supply_minor: 16_500 }],
        delivery_minor: 0,
        fee_minor: 660,
        fee_vat_minor: 60,
    }
}

type Revenue = (Kind, Basis, TaxClass, i64, i64, i64);
type Tax = (Direction, Subject, TaxClass, i64, i64, i64);

fn revenue(of: &Postings) -> Vec<Revenue> {
    of.revenue.iter().map(|e| (e.kind, e.basis, e.tax_class, e.gross_minor, e.supply_value_minor, e.vat_minor)).collect()
}

fn tax(of: &Postings) -> Vec<Tax> {
    of.tax.iter().map(|e| (e.direction, e.subject, e.tax_class, e.gross_minor, e.supply_value_minor, e.vat_minor)).collect()
}

const TAXABLE: TaxClass = TaxClass::Taxable;
const EXEMPT: TaxClass = TaxClass::Exempt;

#[test]
fn a_company_that_sells_its_own_posts_the_sale_and_the_fee() -> Result<()> {
    let facts = TradeFacts { delivery_minor: 3_000, ..facts(Contract::Own) };
    let own = postings(&facts, Role::Seller)?;
    assert_eq!(
        revenue(&own),
        [
            (Kind::Sale, Basis::Gross, TAXABLE, 22_000, 20_000, 2_000),
            (Kind::Delivery, Basis::Gross, TAXABLE, 3_000, 2_728, 272),
            (Kind::PlatformFee, Basis::Gross, TAXABLE, -660, -600, -60),
        ]
    );
    assert_eq!(
        tax(&own),
        [
            (Direction::Output, Subject::Sale, TAXABLE, 22_000, 20_000, 2_000),
            (Direction::Output, Subject::Delivery, TAXABLE, 3_000, 2_728, 272),
            (Direction::Input, Subject::Fee, TAXABLE, 660, 600, 60),
        ]
    );
    assert_eq!(own.net_minor()?, 22_000 + 3_000 - 660);
    assert_eq!(postings(&facts, Role::Supplier)?, Postings::default());
    Ok(())
}

#[test]
fn a_reseller_buys_and_sells() -> Result<()> {
    let facts = TradeFacts { delivery_minor: 3_000, ..facts(Contract::Resale) };
    let seller = postings(&facts, Role::Seller)?;
    assert_eq!(
        revenue(&seller),
        [
            (Kind::Sale, Basis::Gross, TAXABLE, 22_000, 20_000, 2_000),
            (Kind::CostOfGoods, Basis::Gross, TAXABLE, -16_500, -15_000, -1_500),
            (Kind::PlatformFee, Basis::Gross, TAXABLE, -660, -600, -60),
        ]
    );
    assert_eq!(
        tax(&seller),
        [
            (Direction::Output, Subject::Sale, TAXABLE, 22_000, 20_000, 2_000),
            (Direction::Input, Subject::Supply, TAXABLE, 16_500, 15_000, 1_500),
            (Direction::Input, Subject::Fee, TAXABLE, 660, 600, 60),
        ]
    );
    assert_eq!(seller.net_minor()?, 4_840);
    let supplier = postings(&facts, Role::Supplier)?;
    assert_eq!(
        revenue(&supplier),
        [(Kind::Supply, Basis::Gross, TAXABLE, 16_500, 15_000, 1_500), (Kind::Delivery, Basis::Gross, TAXABLE, 3_000, 2_728, 272),]
    );
    assert_eq!(
        tax(&supplier),
        [(Direction::Output, Subject::Supply, TAXABLE, 16_500, 15_000, 1_500), (Direction::Output, Subject::Delivery, TAXABLE, 3_000, 2_728, 272),]
    );
    assert_eq!(supplier.net_minor()?, 19_500);
    Ok(())
}

#[test]
fn in_the_suppliers_name_the_seller_earns_a_commission() -> Result<()> {
    for contract in [Contract::Consignment, Contract::Agency] {
        let facts = TradeFacts { delivery_minor: 3_000, ..facts(contract) };
        let seller = postings(&facts, Role::Seller)?;
        assert_eq!(
            revenue(&seller),
            [(Kind::Commission, Basis::Net, TAXABLE, 5_500, 5_000, 500), (Kind::PlatformFee, Basis::Net, TAXABLE, -660, -600, -60),]
        );
        assert_eq!(
            tax(&seller),
            [(Direction::Output, Subject::Commission, TAXABLE, 5_500, 5_000, 500), (Direction::Input, Subject::Fee, TAXABLE, 660, 600, 60),]
        );
        assert_eq!(seller.net_minor()?, 4_840);
        let supplier = postings(&facts, Role::Supplier)?;
        assert_eq!(
            revenue(&supplier),
            [
                (Kind::Sale, Basis::Gross, TAXABLE, 22_000, 20_000, 2_000),
                (Kind::Delivery, Basis::Gross, TAXABLE, 3_000, 2_728, 272),
                (Kind::Commission, Basis::Gross, TAXABLE, -5_500, -5_000, -500),
            ]
        );
        assert_eq!(
            tax(&supplier),
            [
                (Direction::Output, Subject::Sale, TAXABLE, 22_000, 20_000, 2_000),
                (Direction::Output, Subject::Delivery, TAXABLE, 3_000, 2_728, 272),
                (Direction::Input, Subject::Commission, TAXABLE, 5_500, 5_000, 500),
            ]
        );
        assert_eq!(supplier.net_minor()?, 19_500);
    }
    Ok(())
}

#[test]
fn each_document_names_who_stands_on_its_other_side() -> Result<()> {
    let facts = facts(Contract::Resale);
    let named = |postings: &Postings| -> Vec<(String, Option<String>)> {
        postings.tax.iter().map(|e| (e.counterparty.clone(), e.counterparty_number.clone())).collect()
    };
    assert_eq!(
        named(&postings(&facts, Role::Seller)?),
        [("김하늘".to_owned(), None), ("한빛제빵".to_owned(), Some("2208162517".to_owned())), ("마당".to_owned(), None)]
    );
    assert_eq!(named(&postings(&facts, Role::Supplier)?), [("두레마트".to_owned(), Some("1208147521".to_owned()))]);
    Ok(())
}

#[test]
fn vat_is_found_once_per_document_and_class() -> Result<()> {
    // Three lines of 105: 9 won of VAT each by itself, but 28 on the whole.
    let line = |tax_class, goods_minor, supply_minor| FactLine { tax_class, goods_minor, supply_minor };
    let lines = vec![
        line(TAXABLE, 105, 100),
        line(EXEMPT, 4_000, 3_000),
        line(TAXABLE, 105, 100),
        line(TaxClass::ZeroRated, 700, 500),
        line(TAXABLE, 105, 100),
    ];
    let facts = TradeFacts { lines, fee_minor: 0, fee_vat_minor: 0, ..facts(Contract::Resale) };
    let seller = postings(&facts, Role::Seller)?;
    assert_eq!(
        tax(&seller),
        [
            (Direction::Output, Subject::Sale, TAXABLE, 315, 287, 28),
            (Direction::Output, Subject::Sale, TaxClass::ZeroRated, 700, 700, 0),
            (Direction::Output, Subject::Sale, EXEMPT, 4_000, 4_000, 0),
            (Direction::Input, Subject::Supply, TAXABLE, 300, 273, 27),
            (Direction::Input, Subject::Supply, TaxClass::ZeroRated, 500, 500, 0),
            (Direction::Input, Subject::Supply, EXEMPT, 3_000, 3_000, 0),
        ]
    );
    Ok(())
}

#[test]
fn goods_and_delivery_on_one_document_share_its_vat() -> Result<()> {
    // 105 and 105: nine each by itself, nineteen on the document.
    let lines = vec![FactLine { tax_class: TAXABLE, goods_minor: 105, supply_minor: 100 }];
    let facts = TradeFacts { lines, delivery_minor: 105, fee_minor: 0, fee_vat_minor: 0, ..facts(Contract::Own) };
    let vat: Vec<i64> = postings(&facts, Role::Seller)?.tax.iter().map(|e| e.vat_minor).collect();
    assert_eq!(vat, [9, 10]);
    Ok(())
}

#[test]
fn a_commission_on_exempt_goods_is_taxable() -> Result<()> {
    let lines = vec![FactLine { tax_class: EXEMPT, goods_minor: 22_000, supply_minor: 16_500 }];
    let seller = postings(&TradeFacts { lines, ..facts(Contract::Consignment) }, Role::Seller)?;
    assert_eq!(tax(&seller)[0], (Direction::Output, Subject::Commission, TAXABLE, 5_500, 5_000, 500));
    Ok(())
}

#[test]
fn a_sale_below_the_supply_price_is_a_loss_on_both_sides_of_the_commission() -> Result<()> {
    let lines = vec![FactLine { tax_class: TAXABLE, goods_minor: 15_400, supply_minor: 16_500 }];
    let facts = TradeFacts { lines, ..facts(Contract::Agency) };
    let (seller, supplier) = (postings(&facts, Role::Seller)?, postings(&facts, Role::Supplier)?);
    assert_eq!(revenue(&seller)[0], (Kind::Commission, Basis::Net, TAXABLE, -1_100, -1_000, -100));
    assert_eq!(revenue(&supplier)[1], (Kind::Commission, Basis::Gross, TAXABLE, 1_100, 1_000, 100));
    assert_eq!((seller.net_minor()?, supplier.net_minor()?), (-1_760, 16_500));
    Ok(())
}

#[test]
fn nothing_is_posted_for_nothing() -> Result<()> {
    let nothing = TradeFacts { lines: vec![], fee_minor: 0, fee_vat_minor: 0, ..facts(Contract::Resale) };
    assert_eq!(postings(&nothing, Role::Seller)?, Postings::default());
    assert_eq!(postings(&nothing, Role::Supplier)?, Postings::default());
    Ok(())
}

#[test]
fn a_reversal_leaves_nothing() -> Result<()> {
    for contract in [Contract::Own, Contract::Resale, Contract::Consignment, Contract::Agency] {
        for role in [Role::Seller, Role::Supplier] {
            let posted = postings(&TradeFacts { delivery_minor: 3_000, ..facts(contract) }, role)?;
            let back = reverse(&posted)?;
            assert_eq!(posted.net_minor()? + back.net_minor()?, 0);
            assert_eq!(posted.revenue.len(), back.revenue.len());
            for (there, back) in posted.tax.iter().zip(&back.tax) {
                assert_eq!((there.direction, there.subject, there.tax_class), (back.direction, back.subject, back.tax_class));
                assert_eq!(there.vat_minor + back.vat_minor, 0);
            }
        }
    }
    Ok(())
}

#[test]
fn facts_that_no_trade_has_are_refused() {
    let stranger = Party { id: CompanyId::new(), name: String::new(), number: String::new() };
    let wrong = [
        TradeFacts { supplier: stranger, ..facts(Contract::Own) },
        TradeFacts { delivery_minor: -1, ..facts(Contract::Resale) },
        TradeFacts { fee_vat_minor: 661, ..facts(Contract::Resale) },
        TradeFacts { lines: vec![FactLine { tax_class: TAXABLE, goods_minor: -1, supply_minor: 0 }], ..facts(Contract::Agency) },
        TradeFacts { lines: vec![FactLine { tax_class: TAXABLE, goods_minor: i64::MAX, supply_minor: 0 }; 2], ..facts(Contract::Agency) },
    ];
    for facts in wrong {
        assert!(postings(&facts, Role::Seller).is_err());
    }
}
