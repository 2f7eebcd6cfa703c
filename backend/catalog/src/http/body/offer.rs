//! Supply offers.

use crate::entity::{OfferContract, OfferStatus, OfferVisibility, supply_offer};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, ItemId, SupplyOfferId};
use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// An item offered to distributors at its supply price.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct SupplyOffer {
    /// Id.
    pub id: SupplyOfferId,
    /// The item.
    pub item_id: ItemId,
    /// What a distributor's sale of it is.
    pub contract: OfferContract,
    /// Who may list it.
    pub visibility: OfferVisibility,
    /// The companies chosen.
    pub companies: Vec<CompanyId>,
    /// Least quantity of an order line.
    pub min_quantity: i32,
    /// Greatest quantity of an order line.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max_quantity: Option<i32>,
    /// The lowest selling price allowed, as a share of the list price.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, example = "0.8")]
    pub price_floor_rate: Option<Decimal>,
    /// Whether it stands.
    pub status: OfferStatus,
    /// Last change.
    pub updated_at: DateTime<Utc>,
    /// Version, for `If-Match`.
    pub version: i64,
}

impl From<supply_offer::Model> for SupplyOffer {
    fn from(row: supply_offer::Model) -> Self {
        Self {
            id: row.id,
            item_id: row.item_id,
            contract: row.contract,
            visibility: row.visibility,
            companies: row.companies.into_iter().map(CompanyId).collect(),
            min_quantity: row.min_quantity,
            max_quantity: row.max_quantity,
            price_floor_rate: row.price_floor_rate.map(|rate| rate.normalize()),
            status: row.status,
            updated_at: row.updated_at,
            version: row.version,
        }
    }
}

/// An offer to be made or changed.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({"contract": "resale", "visibility": "all", "min_quantity": 1, "price_floor_rate": "0.8"}))]
pub struct NewSupplyOffer {
    /// What a distributor's sale of it is; fixed while the offer stands.
    pub contract: OfferContract,
    /// Who may list it: `all` or `chosen`.
    pub visibility: OfferVisibility,
    /// The companies chosen, where the visibility says so.
    #[schema(max_items = 200)]
    pub companies: Option<Vec<CompanyId>>,
    /// Least quantity of an order line; 1 unless told.
    #[schema(minimum = 1, maximum = 1000000)]
    pub min_quantity: Option<i32>,
    /// Greatest quantity of an order line.
    #[schema(minimum = 1, maximum = 1000000)]
    pub max_quantity: Option<i32>,
    /// The lowest selling price allowed, as a share of the list price (0 to 1, four digits).
    #[schema(value_type = Option<String>, example = "0.8")]
    pub price_floor_rate: Option<Decimal>,
}
