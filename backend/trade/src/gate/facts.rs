//! What the checks look at. Trade's own tables fill most of it ([`super::load`]); payment, stock
//! and standing belong to other contexts and are filled in by whoever joins them.

use crate::{
    contract::{Address, ContractKind, Visibility},
    entity::registered_item::Status,
    registration::RegisteredVariant,
};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, Money, OrderLineId, RegisteredItemId, TaxClass, TradeId, VariantId};
use std::collections::HashMap;

/// Everything that the checks look at.
#[derive(Clone, Debug)]
pub struct GateFacts {
    /// The trade.
    pub trade: TradeFacts,
    /// Its lines that are not cancelled.
    pub lines: Vec<LineFacts>,
    /// The registered items by id.
    pub items: HashMap<RegisteredItemId, ItemFacts>,
    /// The registered versions that the lines name.
    pub versions: HashMap<(RegisteredItemId, i64), VersionFacts>,
    /// The seller's contracts for these items that ran when the order was paid.
    pub contracts: HashMap<RegisteredItemId, ContractKind>,
    /// What all trades of the order came to when they were opened.
    pub order_total_minor: i64,
    /// Earlier trades of the same buyer with the same seller, near in time.
    pub others: Vec<OtherTrade>,
    /// The payment; to be filled in.
    pub payment: Option<PaymentFacts>,
    /// Units at the supplier by variant: what is free and what is reserved for this trade; to be
    /// filled in.
    pub stock: HashMap<VariantId, i32>,
    /// Standing of seller and supplier; to be filled in.
    pub standing: HashMap<CompanyId, Standing>,
}

/// The trade as checked.
#[derive(Clone, Debug)]
pub struct TradeFacts {
    /// The trade.
    pub id: TradeId,
    /// Its seller.
    pub seller: CompanyId,
    /// Its supplier.
    pub supplier: CompanyId,
    /// Its contract.
    pub contract: ContractKind,
    /// Its currency.
    pub currency: Currency,
    /// What was paid for it.
    pub paid_minor: i64,
    /// What has gone back.
    pub refunded_minor: i64,
    /// Goods that stand.
    pub goods_minor: i64,
    /// Delivery fee that stands.
    pub delivery_minor: i64,
    /// Supply that stands.
    pub supply_minor: i64,
    /// Fee that stands.
    pub fee_minor: i64,
    /// Margin that stands.
    pub margin_minor: i64,
    /// When it was paid.
    pub paid_at: DateTime<Utc>,
    /// Where the goods go.
    pub ship_to: Address,
}

impl TradeFacts {
    /// What stands in all, as money.
    #[must_use]
    pub const fn at_stake(&self) -> Money {
        self.currency.minor(self.goods_minor.saturating_add(self.delivery_minor))
    }
}

/// A line as checked.
#[derive(Clone, Debug)]
pub struct LineFacts {
    /// The line.
    pub id: OrderLineId,
    /// Its registered item.
    pub item: RegisteredItemId,
    /// The version under which it was sold.
    pub version: i64,
    /// Its variant.
    pub variant: VariantId,
    /// Its frozen tax class.
    pub tax_class: TaxClass,
    /// How many.
    pub quantity: i32,
    /// Frozen selling price of one.
    pub unit_price_minor: i64,
    /// Frozen supply price of one.
    pub unit_supply_minor: i64,
    /// Frozen goods.
    pub goods_minor: i64,
    /// Frozen supply.
    pub supply_minor: i64,
    /// Frozen fee.
    pub fee_minor: i64,
}

/// A registered item as checked.
#[derive(Clone, Debug)]
pub struct ItemFacts {
    /// Its supplier.
    pub supplier: CompanyId,
    /// Its status.
    pub status: Status,
    /// Who may resell it.
    pub visibility: Visibility,
    /// The companies named.
    pub companies: Vec<CompanyId>,
    /// When it was last changed.
    pub changed_at: DateTime<Utc>,
}

/// A registered version as checked.
#[derive(Clone, Debug)]
pub struct VersionFacts {
    /// Its tax class.
    pub tax_class: TaxClass,
    /// Currency of its prices.
    pub currency: Currency,
    /// Least quantity of a line.
    pub min_quantity: i32,
    /// Greatest quantity of a line.
    pub max_quantity: Option<i32>,
    /// Its variants.
    pub variants: Vec<RegisteredVariant>,
}

/// Another trade of the same buyer.
#[derive(Clone, Debug)]
pub struct OtherTrade {
    /// Its number.
    pub number: String,
    /// When it was paid.
    pub paid_at: DateTime<Utc>,
    /// Whether it goes to the same address.
    pub same_address: bool,
    /// What was ordered.
    pub lines: Vec<(VariantId, i32)>,
}

/// The payment as checked.
#[derive(Clone, Copy, Debug)]
pub struct PaymentFacts {
    /// Whether it is captured.
    pub captured: bool,
    /// Whether it is held for the operator.
    pub held: bool,
    /// What was captured.
    pub captured_minor: i64,
    /// In which currency.
    pub currency: Currency,
}

/// How a company stands with the operator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Verified.
    Good,
    /// Not verified, or refused.
    Unverified,
    /// Suspended.
    Suspended,
}

impl GateFacts {
    /// The registered variant of a line under the version it was sold.
    #[must_use]
    pub fn variant(&self, line: &LineFacts) -> Option<&RegisteredVariant> {
        let version = self.versions.get(&(line.item, line.version))?;
        version.variants.iter().find(|variant| variant.variant_id == line.variant)
    }

    /// The frozen goods of a line, as money.
    #[must_use]
    pub const fn goods(&self, line: &LineFacts) -> Money {
        self.trade.currency.minor(line.goods_minor)
    }
}
