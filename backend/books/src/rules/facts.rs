//! The facts of a trade from which its postings follow.

use kernel::{CompanyId, Currency, OrderId, Problem, Result, TaxClass, TaxRule, TradeId};
use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// What a sale is between seller and supplier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[schema(as = BooksContract)]
pub enum Contract {
    /// Both are the same company.
    Own,
    /// The seller buys and sells.
    Resale,
    /// The seller sells the supplier's goods in the supplier's name.
    Consignment,
    /// The seller brings buyer and supplier together.
    Agency,
}

/// In which capacity a company's books are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Its shop took the order.
    Seller,
    /// Its item was delivered.
    Supplier,
}

/// A company as tax documents name it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    pub id: CompanyId,
    pub name: String,
    /// Business registration number.
    pub number: String,
}

/// A line as it was delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FactLine {
    pub tax_class: TaxClass,
    /// What the buyer paid for it, VAT included.
    pub goods_minor: i64,
    /// What the supplier gets for it, VAT included.
    pub supply_minor: i64,
}

/// The facts of a trade at the moment it is confirmed. All amounts include VAT.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TradeFacts {
    pub trade_id: TradeId,
    pub order_id: OrderId,
    pub contract: Contract,
    pub currency: Currency,
    /// How VAT is found.
    pub tax_rule: TaxRule,
    pub seller: Party,
    pub supplier: Party,
    /// The buyer as the documents name them.
    pub buyer_name: String,
    /// The platform operator as the documents name them.
    pub operator_name: String,
    /// The operator's business registration number, where it is set.
    pub operator_number: Option<String>,
    /// What was delivered; neither cancelled nor missing quantities.
    pub lines: Vec<FactLine>,
    /// The delivery fee; it is the supplier's.
    pub delivery_minor: i64,
    /// The platform's fee, borne by the seller.
    pub fee_minor: i64,
    /// The VAT contained in the fee, as the trade has frozen it.
    pub fee_vat_minor: i64,
}

impl TradeFacts {
    /// Refuses facts that no trade can have; they would be a fault of the caller.
    pub(super) fn check(&self) -> Result<()> {
        let wrong = |what: &str| Err(Problem::internal(format!("trade {}: {what}", self.trade_id)));
        if (self.contract == Contract::Own) != (self.seller.id == self.supplier.id) {
            return wrong("the contract does not fit its parties");
        }
        if self.lines.iter().any(|line| line.goods_minor < 0 || line.supply_minor < 0) || self.delivery_minor < 0 {
            return wrong("a negative amount");
        }
        if !(0..=self.fee_minor).contains(&self.fee_vat_minor) {
            return wrong("a fee smaller than its VAT");
        }
        Ok(())
    }
}
