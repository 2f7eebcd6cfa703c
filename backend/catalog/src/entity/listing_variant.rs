//! Variants of listings, with the seller's own price.

use super::ListingVariantStatus;
use kernel::{ListingId, VariantId};
use platform::{In, Tenant};
use sea_orm::entity::prelude::*;

/// A variant as a shop offers it.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "listing_variant")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: Uuid,
    pub listing_id: ListingId,
    /// The supplier's variant; stock is kept under it at the supplier.
    pub variant_id: VariantId,
    pub sku: String,
    pub name: String,
    pub name_en: Option<String>,
    pub list_price_minor: i64,
    pub selling_price_minor: i64,
    pub supply_price_minor: i64,
    pub price_floor_minor: i64,
    /// What the supplier has to give, as last heard; the reservation decides.
    pub available: i32,
    pub position: i32,
    pub status: ListingVariantStatus,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}
