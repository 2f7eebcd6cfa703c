//! What a check finds.

use kernel::{Money, OrderLineId};
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// The checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = GateCheck)]
pub enum Check {
    /// The payment is captured, in the trade's currency, and not held.
    Payment,
    /// The item is registered, open to the seller, and the variant belongs to it.
    Item,
    /// The frozen supply price is the registered one.
    SupplyPrice,
    /// The seller's contract is of the kind under which the trade runs.
    Contract,
    /// The frozen tax class is the registered one.
    TaxClass,
    /// The selling price is not below the supplier's floor.
    PriceFloor,
    /// The quantity lies within the registered limits.
    Quantity,
    /// The supplier has the goods.
    Stock,
    /// Seller and supplier are verified.
    Standing,
    /// The parts sum to what was captured.
    Amount,
    /// A carrier can deliver to the address.
    Address,
    /// The buyer has probably ordered the same twice.
    DoubleOrder,
}

impl Check {
    /// The stable name, as stored and shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Payment => "payment",
            Self::Item => "item",
            Self::SupplyPrice => "supply_price",
            Self::Contract => "contract",
            Self::TaxClass => "tax_class",
            Self::PriceFloor => "price_floor",
            Self::Quantity => "quantity",
            Self::Stock => "stock",
            Self::Standing => "standing",
            Self::Amount => "amount",
            Self::Address => "address",
            Self::DoubleOrder => "double_order",
        }
    }
}

/// What a check found: what it expected and what there is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(example = json!({"check": "supply_price", "code": "differs", "expected": "16500", "actual": "16000", "amount": {"minor": 16000, "currency": "KRW"}}))]
pub struct Finding {
    /// The check.
    pub check: Check,
    /// What is wrong, as a short stable word.
    pub code: String,
    /// What was expected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected: Option<String>,
    /// What there is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<String>,
    /// The line it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub line_id: Option<OrderLineId>,
    /// The money at stake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Money>,
}

impl Finding {
    /// A finding of a check.
    #[must_use]
    pub fn new(check: Check, code: &str) -> Self {
        Self { check, code: code.to_owned(), expected: None, actual: None, line_id: None, amount: None }
    }

    /// With what was expected and what there is.
    #[must_use]
    pub fn between(mut self, expected: impl ToString, actual: impl ToString) -> Self {
        self.expected = Some(expected.to_string());
        self.actual = Some(actual.to_string());
        self
    }

    /// With what there is.
    #[must_use]
    pub fn actual(mut self, actual: impl ToString) -> Self {
        self.actual = Some(actual.to_string());
        self
    }

    /// About a line.
    #[must_use]
    pub const fn line(mut self, id: OrderLineId) -> Self {
        self.line_id = Some(id);
        self
    }

    /// With the money at stake.
    #[must_use]
    pub const fn amount(mut self, amount: Money) -> Self {
        self.amount = Some(amount);
        self
    }
}

/// Findings, as stored.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Findings(pub Vec<Finding>);
