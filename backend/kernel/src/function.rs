//! Functions: the groups of menus that a company switches on and off.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A group of menus that a company has chosen. What is switched off has no menu and answers no
/// call; what was kept in it stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, ToSchema, sea_orm::EnumIter)]
#[serde(rename_all = "snake_case")]
#[schema(as = CompanyFunction)]
pub enum Function {
    /// An online shop of its own.
    Shop,
    /// Sales management: revenue and tax.
    Sales,
    /// Supplying other companies.
    Supply,
    /// Selling what other companies supply.
    Resale,
}

impl Function {
    /// Its name, as it is stored and shown.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Shop => "shop",
            Self::Sales => "sales",
            Self::Supply => "supply",
            Self::Resale => "resale",
        }
    }
}
