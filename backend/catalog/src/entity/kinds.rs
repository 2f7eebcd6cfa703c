//! The words that columns of this context may hold.

use sea_orm::{DeriveActiveEnum, EnumIter};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $word:ident = $text:literal,)* })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, ToSchema, EnumIter, DeriveActiveEnum)]
        #[serde(rename_all = "snake_case")]
        #[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
        pub enum $name { $($(#[$word_doc])* $word,)* }

        impl $name {
            /// The word as it is stored and sent.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$word => $text,)* }
            }
        }

        impl std::str::FromStr for $name {
            type Err = kernel::Problem;
            fn from_str(text: &str) -> kernel::Result<Self> {
                match text {
                    $($text => Ok(Self::$word),)*
                    _ => Err(kernel::Problem::internal(format!(concat!("not a ", stringify!($name), ": {}"), text))),
                }
            }
        }
    )*};
}

words! {
    /// Whether an item or a variant is in use.
    ItemStatus {
        /// In use.
        Active = "active",
        /// Put away; it stays for the records.
        Archived = "archived",
    }
    /// The kinds of price.
    PriceKind {
        /// The price before any discount (정가).
        List = "list",
        /// What a buyer pays (판매가).
        Selling = "selling",
        /// What a distributor owes the supplier (공급가).
        Supply = "supply",
    }
    /// What a distributor's sale is, by contract with the supplier.
    OfferContract {
        /// The distributor buys and sells.
        Resale = "resale",
        /// The distributor sells the supplier's goods in the supplier's name, from a consignment.
        Consignment = "consignment",
        /// The distributor sells as an agent.
        Agency = "agency",
    }
    /// Who may list an offered item.
    OfferVisibility {
        /// Nobody but the supplier itself.
        Own = "own",
        /// Every distributor.
        All = "all",
        /// The companies named.
        Chosen = "chosen",
    }
    /// Whether an offer stands.
    OfferStatus {
        /// It stands.
        Active = "active",
        /// It was ended.
        Ended = "ended",
    }
    /// What a sale through a listing is.
    ListingContract {
        /// Seller and supplier are the same company.
        Own = "own",
        /// The seller buys and sells.
        Resale = "resale",
        /// The seller sells in the supplier's name, from a consignment.
        Consignment = "consignment",
        /// The seller sells as an agent.
        Agency = "agency",
    }
    /// Where a listing stands.
    ListingStatus {
        /// Being prepared; buyers do not see it.
        Draft = "draft",
        /// Buyers see it.
        Published = "published",
        /// The item or its supply ended.
        Ended = "ended",
    }
    /// Whether a variant of a listing is offered.
    ListingVariantStatus {
        /// Offered.
        Active = "active",
        /// No longer supplied, or priced below the supplier's floor.
        Ended = "ended",
    }
}

impl From<OfferContract> for ListingContract {
    fn from(contract: OfferContract) -> Self {
        match contract {
            OfferContract::Resale => Self::Resale,
            OfferContract::Consignment => Self::Consignment,
            OfferContract::Agency => Self::Agency,
        }
    }
}
