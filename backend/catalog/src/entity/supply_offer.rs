//! Offers of items to distributors.

use super::{OfferContract, OfferStatus, OfferVisibility};
use chrono::{DateTime, Utc};
use kernel::{ItemId, SupplyOfferId};
use platform::{In, Tenant};
use rust_decimal::Decimal;
use sea_orm::entity::prelude::*;

/// An item offered to distributors at its supply price.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "supply_offer")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: SupplyOfferId,
    pub item_id: ItemId,
    pub contract: OfferContract,
    pub visibility: OfferVisibility,
    /// Ids of the companies chosen.
    pub companies: Vec<Uuid>,
    pub min_quantity: i32,
    pub max_quantity: Option<i32>,
    /// The lowest selling price allowed, as a share of the list price.
    #[sea_orm(column_type = "Decimal(Some((5, 4)))")]
    pub price_floor_rate: Option<Decimal>,
    pub status: OfferStatus,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}
