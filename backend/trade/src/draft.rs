//! What opening a trade needs, frozen when the order is placed and kept with the payment, so that
//! a captured payment can be completed from it alone.

use crate::contract::{Address, Buyer, ContractKind};
use kernel::{AccountId, CompanyId, Currency, ListingId, Locale, OrderId, OrderLineId, PaymentId, RegisteredItemId, TaxClass, TradeId, VariantId};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// One supplier's part of one order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TradeDraft {
    /// The matching key.
    pub trade_id: TradeId,
    /// The order.
    pub order_id: OrderId,
    /// Its number.
    pub order_number: String,
    /// The payment that opens it.
    pub payment_id: PaymentId,
    /// Whose shop took the order.
    pub seller_id: CompanyId,
    /// Whose goods are delivered.
    pub supplier_id: CompanyId,
    /// The buyer's account; a guest has none.
    pub buyer_account_id: Option<AccountId>,
    /// The contract between the two.
    pub contract: ContractKind,
    /// Currency of every amount.
    pub currency: Currency,
    /// The buyer.
    pub buyer: Buyer,
    /// The language in which the buyer is written to.
    #[serde(default)]
    pub locale: Locale,
    /// Where the goods go.
    pub ship_to: Address,
    /// The delivery fee.
    pub delivery_minor: i64,
    /// The lines.
    pub lines: Vec<DraftLine>,
}

impl TradeDraft {
    /// The goods in a few words: the first line, and how many there are besides (`식빵 외 2`).
    #[must_use]
    pub fn summary(&self) -> String {
        let first = self.lines.first().map_or("", |line| line.name.as_str());
        match self.lines.len() {
            0 | 1 => first.to_owned(),
            lines => format!("{first} 외 {}", lines - 1),
        }
    }
}

/// A line of a draft: the order's line with its prices frozen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftLine {
    /// The order's line.
    pub id: OrderLineId,
    /// The registered item.
    pub registered_item_id: RegisteredItemId,
    /// The version under which it was sold.
    pub registered_version: i64,
    /// The variant.
    pub variant_id: VariantId,
    /// The listing.
    pub listing_id: ListingId,
    /// Stock-keeping unit.
    pub sku: String,
    /// Name of the item.
    pub name: String,
    /// Name of the variant.
    pub variant_name: String,
    /// Unit of count.
    pub unit: String,
    /// Tax class.
    pub tax_class: TaxClass,
    /// Category of the shop.
    pub category: Option<String>,
    /// How many.
    pub quantity: i32,
    /// Selling price of one.
    pub unit_price_minor: i64,
    /// Supply price of one.
    pub unit_supply_minor: i64,
    /// The platform's fee on the line's goods, VAT included (0.03 is 3 %).
    pub fee_rate: Decimal,
}
