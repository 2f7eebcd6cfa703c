//! The gate before a purchase order: compares what was ordered and paid with what is registered.
//! Twelve pure checks over [`GateFacts`], one file each; what is not known is never green.

mod address;
mod amount;
mod contract;
mod double_order;
mod facts;
mod finding;
mod item;
mod load;
mod payment;
mod price_floor;
mod quantity;
mod standing;
mod stock;
mod supply_price;
mod tax_class;

#[cfg(test)]
mod tests;

pub use double_order::WINDOW_MINUTES as DOUBLE_ORDER_WINDOW_MINUTES;
pub use facts::{GateFacts, ItemFacts, LineFacts, OtherTrade, PaymentFacts, Standing, TradeFacts, VersionFacts};
pub use finding::{Check, Finding, Findings};
pub use load::load;

/// One check.
type Rule = fn(&GateFacts, &mut Vec<Finding>);

/// Every check, in the order in which findings are told.
const CHECKS: [(Check, Rule); 12] = [
    (Check::Payment, payment::check),
    (Check::Amount, amount::check),
    (Check::Item, item::check),
    (Check::Contract, contract::check),
    (Check::SupplyPrice, supply_price::check),
    (Check::PriceFloor, price_floor::check),
    (Check::TaxClass, tax_class::check),
    (Check::Quantity, quantity::check),
    (Check::Stock, stock::check),
    (Check::Standing, standing::check),
    (Check::Address, address::check),
    (Check::DoubleOrder, double_order::check),
];

/// What all checks find; nothing is green.
#[must_use]
pub fn check(facts: &GateFacts) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (_, rule) in CHECKS {
        rule(facts, &mut findings);
    }
    findings
}
