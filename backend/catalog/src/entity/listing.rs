//! Listings: items, own or of a supplier, offered in this shop as products.

use super::{ListingContract, ListingStatus, Pictures};
use chrono::{DateTime, Utc};
use kernel::{CompanyId, Currency, ItemId, ListingId, Money, RegisteredItemId, Result, ShopCategoryId, TaxClass, VariantId};
use platform::{In, Tenant, TenantTx};
use sea_orm::entity::prelude::*;

/// An item offered in this shop as a product.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "listing")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: ListingId,
    /// The own item, where there is one.
    pub item_id: Option<ItemId>,
    pub supplier_id: CompanyId,
    pub registered_item_id: RegisteredItemId,
    pub registered_version: i64,
    pub contract: ListingContract,
    pub slug: String,
    pub title: String,
    pub title_en: Option<String>,
    pub description: String,
    pub description_en: Option<String>,
    pub unit: String,
    pub tax_class: TaxClass,
    pub category_id: Option<ShopCategoryId>,
    pub status: ListingStatus,
    pub min_quantity: i32,
    pub max_quantity: Option<i32>,
    pub price_from_minor: i64,
    pub currency: Currency,
    pub in_stock: bool,
    pub picture_key: Option<String>,
    #[sea_orm(column_type = "JsonBinary")]
    pub media: Pictures,
    /// Whether the seller wrote title and description itself.
    pub own_words: bool,
    pub sold: i64,
    pub published_at: Option<DateTime<Utc>>,
    pub updated_at: DateTime<Utc>,
    pub version: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
impl In<Tenant> for Entity {}

impl Model {
    /// An amount in the listing's currency.
    #[must_use]
    pub const fn money(&self, minor: i64) -> Money {
        self.currency.minor(minor)
    }
}

impl Entity {
    /// Tells anew whether any variant can be had, of the listings that have this variant.
    pub(crate) async fn refresh_stock(tx: &TenantTx, variant: VariantId) -> Result<u64> {
        let sql = "UPDATE listing l SET in_stock = s.any_left
            FROM (SELECT v.listing_id, bool_or(v.status = 'active' AND v.available >= m.min_quantity) AS any_left
                  FROM listing_variant v JOIN listing m ON m.id = v.listing_id
                  WHERE v.listing_id IN (SELECT w.listing_id FROM listing_variant w WHERE w.variant_id = $1)
                  GROUP BY v.listing_id) s
            WHERE l.id = s.listing_id AND l.status <> 'ended' AND l.in_stock <> s.any_left";
        tx.run(sql, [variant.into()]).await
    }

    /// Adds pieces sold; never below zero.
    pub(crate) async fn add_sold(tx: &TenantTx, id: ListingId, pieces: i64) -> Result<u64> {
        tx.run("UPDATE listing SET sold = GREATEST(0, sold + $2) WHERE id = $1", [id.into(), pieces.into()]).await
    }
}
