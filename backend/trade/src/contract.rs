//! Words that several tables of this context share.

use sea_orm::{DeriveActiveEnum, EnumIter, FromJsonQueryResult, Iterable};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use kernel::{AccountId, Locale};

/// What the sale is between seller and supplier; it decides who invoices whom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[schema(as = TradeContract)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum ContractKind {
    /// Seller and supplier are the same company.
    Own,
    /// The seller buys and sells.
    Resale,
    /// The seller sells the supplier's goods in the supplier's name.
    Consignment,
    /// The seller brokers in the supplier's name.
    Agency,
}

impl ContractKind {
    /// The stable name, as stored and shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Resale => "resale",
            Self::Consignment => "consignment",
            Self::Agency => "agency",
        }
    }
}

impl std::fmt::Display for ContractKind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

impl std::str::FromStr for ContractKind {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::iter().find(|kind| kind.name() == text).ok_or("not a kind of contract")
    }
}

/// Who may resell a registered item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
#[serde(rename_all = "snake_case")]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
pub enum Visibility {
    /// Nobody but the supplier itself.
    Own,
    /// Every company.
    All,
    /// The companies named.
    Chosen,
}

/// The buyer, as given at checkout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
pub struct Buyer {
    /// Name.
    pub name: String,
    /// E-mail address, where the mails of the order go.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// Language of the mails.
    #[serde(default)]
    pub locale: Locale,
    /// The account; a guest has none.
    #[serde(default)]
    pub account: Option<AccountId>,
}

/// Where the goods go.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema, FromJsonQueryResult)]
#[schema(as = TradeAddress)]
pub struct Address {
    /// Who receives.
    pub name: String,
    /// Telephone number for the carrier.
    pub phone: String,
    /// Postcode.
    pub postcode: String,
    /// Street and number.
    pub address1: String,
    /// Flat, floor.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address2: Option<String>,
    /// Country, ISO 3166-1 alpha-2.
    pub country: String,
    /// A word to the carrier.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}
