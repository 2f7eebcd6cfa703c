//! How the money of a trade is divided, and where each part comes from. Pure.

use crate::{account::Account, codes};
use kernel::{CompanyId, Currency, Problem, Result, TradeId};

/// The amounts of a trade as they stand: after a cancellation or a short delivery, the smaller ones.
/// `goods = supply + fee + margin`; the buyer paid `goods + delivery`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TradeMoney {
    /// The trade.
    pub trade_id: TradeId,
    /// Gets the margin, or bears the loss.
    pub seller: CompanyId,
    /// Gets the supply price and the delivery fee.
    pub supplier: CompanyId,
    /// The currency of all amounts.
    pub currency: Currency,
    /// What the buyer pays for goods, VAT included.
    pub goods_minor: i64,
    /// What the buyer pays for delivery.
    pub delivery_minor: i64,
    /// The supply price.
    pub supply_minor: i64,
    /// The platform fee with its VAT.
    pub fee_minor: i64,
    /// The VAT in the fee.
    pub fee_vat_minor: i64,
    /// What is left to the seller; negative where it sells at a loss.
    pub margin_minor: i64,
}

/// One part on its way: from the escrow, or from the seller's payable where it sells at a loss.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leg {
    /// Names the part in keys and reasons.
    pub name: &'static str,
    /// Where it comes from.
    pub debit: Account,
    /// Who gets it.
    pub credit: Account,
    /// How much; above zero.
    pub minor: i64,
}

/// Who gets how much; negative: who has to give it.
struct Share {
    name: &'static str,
    account: Account,
    minor: i64,
}

impl TradeMoney {
    /// What the buyer paid for it.
    #[must_use]
    pub const fn total_minor(&self) -> i64 {
        self.goods_minor.saturating_add(self.delivery_minor)
    }

    /// The legs by which the escrow is emptied: VAT, fee, supplier, seller. Where the seller sells
    /// at a loss, the escrow does not suffice and the rest is taken from the seller's payable.
    /// A company that is both seller and supplier gets one leg. Zero parts have none.
    /// Error: the parts do not sum to the whole.
    pub fn legs(&self) -> Result<Vec<Leg>> {
        self.check()?;
        let escrow = Account::Escrow(self.trade_id);
        let shares = self.shares();
        let mut sources: Vec<(Account, i64)> = vec![(escrow, self.total_minor())];
        sources.extend(shares.iter().filter(|share| share.minor < 0).map(|share| (share.account, -share.minor)));
        let mut legs = Vec::new();
        for share in shares.iter().filter(|share| share.minor > 0) {
            let mut wanted = share.minor;
            for (from, left) in &mut sources {
                let part = wanted.min(*left);
                if part > 0 {
                    let name = if *from == escrow { share.name } else { loss_name(share.name) };
                    legs.push(Leg { name, debit: *from, credit: share.account, minor: part });
                    *left -= part;
                    wanted -= part;
                }
            }
        }
        Ok(legs)
    }

    fn check(&self) -> Result<()> {
        let parts = i128::from(self.supply_minor) + i128::from(self.fee_minor) + i128::from(self.margin_minor);
        let sums = i128::from(self.goods_minor) == parts;
        let signs = [self.goods_minor, self.delivery_minor, self.supply_minor, self.fee_minor, self.fee_vat_minor].iter().all(|part| *part >= 0);
        if sums && signs && self.fee_vat_minor <= self.fee_minor { Ok(()) } else { Err(Problem::new(codes::UNBALANCED).detail(format!("{self:?}"))) }
    }

    fn shares(&self) -> Vec<Share> {
        let supply = self.supply_minor.saturating_add(self.delivery_minor);
        let mut shares = vec![
            Share { name: "vat", account: Account::VatPayable, minor: self.fee_vat_minor },
            Share { name: "fee", account: Account::PlatformFee, minor: self.fee_minor - self.fee_vat_minor },
        ];
        if self.seller == self.supplier {
            shares.push(Share { name: "own", account: Account::Payable(self.seller), minor: supply.saturating_add(self.margin_minor) });
        } else {
            shares.push(Share { name: "supplier", account: Account::Payable(self.supplier), minor: supply });
            shares.push(Share { name: "seller", account: Account::Payable(self.seller), minor: self.margin_minor });
        }
        shares
    }
}

/// Parts that the seller's payable bears are named apart, so that their keys differ.
const fn loss_name(name: &'static str) -> &'static str {
    match name.as_bytes() {
        b"vat" => "vat-loss",
        b"fee" => "fee-loss",
        _ => "supplier-loss",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn money(goods: i64, delivery: i64, supply: i64, fee: i64) -> TradeMoney {
        TradeMoney {
            trade_id: TradeId::new(),
            seller: CompanyId::new(),
            supplier: CompanyId::new(),
            currency: Currency::KRW,
            goods_minor: goods,
            delivery_minor: delivery,
            supply_minor: supply,
            fee_minor: fee,
            fee_vat_minor: fee * 10 / 110,
            margin_minor: goods - supply - fee,
        }
    }

    fn parts(money: &TradeMoney) -> Vec<(&'static str, i64)> {
        money.legs().map(|legs| legs.into_iter().map(|leg| (leg.name, leg.minor)).collect()).unwrap_or_default()
    }

    #[test]
    fn the_example_of_22000_won() {
        let money = money(22_000, 0, 16_500, 660);
        assert_eq!(parts(&money), [("vat", 60), ("fee", 600), ("supplier", 16_500), ("seller", 4_840)]);
    }

    #[test]
    fn a_loss_is_borne_by_the_sellers_payable() {
        let money = money(10_000, 3_000, 12_000, 300);
        assert_eq!(parts(&money), [("vat", 27), ("fee", 273), ("supplier", 12_700), ("supplier-loss", 2_300)]);
    }

    #[test]
    fn one_company_in_both_places_gets_one_leg_even_below_its_supply_price() {
        let mut money = money(10_000, 3_000, 10_000, 300);
        money.supplier = money.seller;
        assert_eq!(parts(&money), [("vat", 27), ("fee", 273), ("own", 12_700)]);
    }

    #[test]
    fn nothing_moves_where_nothing_was_paid() {
        assert_eq!(parts(&money(0, 0, 0, 0)), []);
    }

    #[test]
    fn parts_that_do_not_sum_are_refused() {
        let mut money = money(10_000, 0, 5_000, 300);
        money.margin_minor += 1;
        assert!(money.legs().is_err());
    }
}
